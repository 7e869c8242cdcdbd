import { filterValue } from '../../shared/find/row-filter.ts';
import type { MappedRead } from '../../shared/import/mapping/apply-mapping.ts';
import {
  doubtSentence,
  type MergeEntry,
  type MergePlan,
  type RowNames,
} from '../../shared/import/merge-plan.ts';
import type { Meant } from '../../shared/import/merge-columns.ts';
import { AT } from '../../shared/person/catalogue.ts';
import { cellAt, lineOf, type Row } from '../../shared/roster/roster.ts';

/** One text of a person, here and in the file; empty where there is none. */
interface ListedChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** Why a line of the file is in doubt and whom it may mean. */
interface ListedDoubt {
  readonly sentence: string;
  readonly choices: readonly { readonly meant: Meant; readonly label: string }[];
}

/** One person as the lists show them. */
export interface ListedPerson {
  readonly row: Row;
  /** As a spreadsheet shows it: the file's, or the roster's of someone whom the file does not have. */
  readonly line: string;
  readonly name: string;
  readonly identifiers: string;
  readonly changes: readonly ListedChange[];
  readonly doubt: ListedDoubt | null;
}

/** A list of people of whom only those in sight are made. */
export interface People {
  readonly count: number;
  readonly at: (index: number) => ListedPerson | null;
}

/** The people of a list of the plan; `lines` are the file's, by `Row.index`. */
export function listPeople(plan: MergePlan, tab: MergeTab, lines: readonly number[]): People {
  if (tab === 'missing')
    return listOf(plan.missing, (row) => ({ ...listed(row, lineOf(row)), changes: [], doubt: null }));
  const headers = new Map(plan.columns.map(({ to, header }) => [to, header]));
  const lineInFile = (row: Row): number => lines[row.index] ?? lineOf(row);
  const names: RowNames = { here: describeHere, lineInFile };
  return listOf(plan[tab], (entry) => ({
    ...listed(entry.row, lineInFile(entry.row)),
    changes: changesOf(entry, headers),
    doubt: tab === 'doubtful' ? doubtOf(entry, names) : null,
  }));
}

function listOf<Item>(items: readonly Item[], make: (item: Item) => ListedPerson): People {
  const at = (index: number): ListedPerson | null => {
    const item = items[index];
    return item === undefined ? null : make(item);
  };
  return { count: items.length, at };
}

function listed(row: Row, line: number): Pick<ListedPerson, 'row' | 'line' | 'name' | 'identifiers'> {
  const identifiers = [cellAt(row, AT.email), cellAt(row, AT.employeeId)].map(shortened);
  return {
    row,
    line: line.toLocaleString('en-US'),
    name: nameOf(row),
    identifiers: identifiers.filter((text) => text !== '').join(' · '),
  };
}

function nameOf(row: Row): string {
  return shortened(`${cellAt(row, AT.firstName).trim()} ${cellAt(row, AT.lastName).trim()}`);
}

function describeHere(row: Row): string {
  const name = nameOf(row) || shortened(cellAt(row, AT.email)) || shortened(cellAt(row, AT.employeeId));
  const line = `line ${lineOf(row).toLocaleString('en-US')}`;
  return name === '' ? line : `${line}, ${name}`;
}

function changesOf({ changes }: MergeEntry, headers: ReadonlyMap<number, string>): ListedChange[] {
  return changes.map(({ position, from, to }) => ({
    column: headers.get(position) ?? '',
    from: shown(position, from),
    to: shown(position, to),
  }));
}

function doubtOf(entry: MergeEntry, names: RowNames): ListedDoubt | null {
  const { doubt, candidates } = entry;
  if (doubt === null) return null;
  const choices = candidates.map((row) => ({ meant: row.id, label: `It means ${describeHere(row)}` }));
  return {
    sentence: doubtSentence(doubt, entry, names),
    choices: choices.length > 0 ? choices : [{ meant: 'new', label: 'Add as a new person' }],
  };
}

/** Characters of a text that a list shows. */
const LONGEST_TEXT = 300;

/** A text as it may be shown: no temporary password is. */
function shown(position: number, text: string): string {
  const value = filterValue(position, text);
  return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT - 1)}…` : value;
}

/** Characters of a name that a list shows. */
const LONGEST_NAME = 80;

function shortened(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_NAME)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}

/** The people of both sides by what becomes of them, each a list of its own. */
export const MERGE_TABS = ['added', 'changed', 'unchanged', 'doubtful', 'missing'] as const;
export type MergeTab = (typeof MERGE_TABS)[number];

export const TAB_LABELS: Readonly<Record<MergeTab, string>> = {
  added: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  doubtful: 'In doubt',
  missing: 'Only here',
};

/** What a list means, in one sentence. */
export const TAB_SENTENCES: Readonly<Record<MergeTab, string>> = {
  added: 'They come at the end, in the order of the file.',
  changed: 'The file says something else about them: the old text and the new one.',
  unchanged: 'The file says nothing new about them.',
  doubtful: 'The file’s lines that may mean someone else. They are left out unless you say whom they mean.',
  missing: 'The file does not have them. They stay as they are.',
};

/** What a list says where nobody is in it. */
export const NOBODY: Readonly<Record<MergeTab, string>> = {
  added: 'Everybody in the file is here already, or in doubt.',
  changed: 'Nothing changes about anybody who is here.',
  unchanged: 'Nobody here is already the same as in the file.',
  doubtful: 'Nobody is in doubt.',
  missing: 'The file has everybody who is here.',
};

/** The list to look at first: the first with people, those whom the file does not change after the others. */
export function firstTab(plan: Pick<MergePlan, MergeTab>): MergeTab {
  return LOOKED_AT.find((tab) => plan[tab].length > 0) ?? 'added';
}

const LOOKED_AT: readonly MergeTab[] = ['added', 'changed', 'doubtful', 'unchanged'];

/** What the main button does, such as “Add 12 and change 5”; null where there is nothing to do. */
export function actionLabel({ added, changed }: Pick<MergePlan, 'added' | 'changed'>): string | null {
  if (added.length > 0 && changed.length > 0)
    return `Add ${count(added.length)} and change ${count(changed.length)}`;
  if (added.length > 0) return `Add ${people(added.length)}`;
  return changed.length > 0 ? `Change ${people(changed.length)}` : null;
}

/** What was done, for a few seconds. */
export function doneSentence({ added, changed }: Pick<MergePlan, 'added' | 'changed'>): string {
  if (added.length > 0 && changed.length > 0)
    return `Added ${people(added.length)} and changed ${count(changed.length)}.`;
  return added.length > 0 ? `Added ${people(added.length)}.` : `Changed ${people(changed.length)}.`;
}

/** Headers that a sentence names before it only counts. */
const MOST_NAMED = 4;
/** Characters of a header that are shown. */
const LONGEST_HEADER = 40;

/** Names the columns of the file that were not understood, by their headers; null where all were. */
export function notUnderstood(headers: readonly string[]): string | null {
  if (headers.length === 0) return null;
  const named = headers.slice(0, MOST_NAMED).map((header) => `“${shortHeader(header)}”`);
  const rest = headers.length - named.length;
  const list = LIST.format(rest > 0 ? [...named, `${count(rest)} more`] : named);
  return headers.length === 1
    ? `Not understood: ${list}. It comes as it is and is left out of exports; untick it to do without.`
    : `Not understood: ${list}. They come as they are and are left out of exports; untick them to do without.`;
}

/** Says who is left out by the mapping of a file, and why; null where it takes everybody. */
export function excludedSentence(excluded: MappedRead['excluded']): string | null {
  const [first] = excluded;
  if (first === undefined) return null;
  const texts = [...new Set(excluded.map(({ text }) => `“${shortHeader(text)}”`))];
  const lines = excluded.map(({ line }) => count(line));
  const named = lines.length > MOST_NAMED ? [...lines.slice(0, MOST_NAMED), 'more'] : lines;
  return `Left out, because “${shortHeader(first.header)}” says ${LIST.format(texts)}: ${lines.length === 1 ? 'line' : 'lines'} ${LIST.format(named)} of the file.`;
}

const LIST = new Intl.ListFormat('en-US');

function shortHeader(header: string): string {
  const line = header.replace(/\s+/gu, ' ');
  return line.length > LONGEST_HEADER ? `${line.slice(0, LONGEST_HEADER - 1)}…` : line;
}

function people(value: number): string {
  return value === 1 ? '1 person' : `${count(value)} people`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
