import type { MappedRead } from '../../shared/mapping/map-read.ts';
import type { MergePlan } from '../../shared/merge/merge-plan.ts';

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
const LONGEST = 40;

/** Names the columns of the file that were not understood, by their headers; null where all were. */
export function notUnderstood(headers: readonly string[]): string | null {
  if (headers.length === 0) return null;
  const named = headers.slice(0, MOST_NAMED).map((header) => `“${shorten(header)}”`);
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
  const texts = [...new Set(excluded.map(({ text }) => `“${shorten(text)}”`))];
  const lines = excluded.map(({ line }) => count(line));
  const named = lines.length > MOST_NAMED ? [...lines.slice(0, MOST_NAMED), 'more'] : lines;
  return `Left out, because “${shorten(first.header)}” says ${LIST.format(texts)}: ${lines.length === 1 ? 'line' : 'lines'} ${LIST.format(named)} of the file.`;
}

const LIST = new Intl.ListFormat('en-US');

function shorten(header: string): string {
  const line = header.replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function people(value: number): string {
  return value === 1 ? '1 person' : `${count(value)} people`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
