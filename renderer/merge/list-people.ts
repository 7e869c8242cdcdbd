import { AT } from '../../shared/person/catalogue.ts';
import { filterValue } from '../../shared/filter/row-filter.ts';
import { doubtSentence, type RowNames } from '../../shared/merge/doubt-sentence.ts';
import type { Meant } from '../../shared/merge/merge-choices.ts';
import type { MergeEntry, MergePlan } from '../../shared/merge/merge-plan.ts';
import { cellAt, lineOf, type Row } from '../../shared/roster/roster.ts';
import type { MergeTab } from './merge-words.ts';

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
  const identifiers = [cellAt(row, AT.email), cellAt(row, AT.employeeId)].map(shorten);
  return {
    row,
    line: line.toLocaleString('en-US'),
    name: nameOf(row),
    identifiers: identifiers.filter((text) => text !== '').join(' · '),
  };
}

function nameOf(row: Row): string {
  return shorten(`${cellAt(row, AT.firstName).trim()} ${cellAt(row, AT.lastName).trim()}`);
}

function describeHere(row: Row): string {
  const name = nameOf(row) || shorten(cellAt(row, AT.email)) || shorten(cellAt(row, AT.employeeId));
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
const LONGEST = 300;

/** A text as it may be shown: no temporary password is. */
function shown(position: number, text: string): string {
  const value = filterValue(position, text);
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}

/** Characters of a name that a list shows. */
const LONGEST_NAME = 80;

function shorten(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST_NAME)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}
