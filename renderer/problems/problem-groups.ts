import type { ProblemFilter } from '../../shared/find/row-filter.ts';
import { AT, type ColumnKey, columnOf } from '../../shared/person/catalogue.ts';
import { cellAt, lineOf, type Roster, type RowId } from '../../shared/roster/roster.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import { shownValue, titleOf } from '../../shared/rules/messages.ts';
import type { Problem, ProblemCode, Severity } from '../../shared/rules/problem.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { FIXED_ALIKE } from '../../shared/rules/safe-fixes.ts';
import { peopleOf } from '../app/session/people.ts';

/** One problem in the panel's list, by its row and its place among the row's problems. */
export interface ProblemEntry {
  readonly row: RowId;
  readonly problem: Problem;
}

/** All problems of a kind, in the order of the lines; of required cells that are empty, those of one column. */
export interface ProblemGroup {
  /** Names the group among the others. */
  readonly key: string;
  readonly code: ProblemCode;
  /** The column whose cells are empty; null for the other kinds, which may be in several. */
  readonly column: ColumnKey | null;
  readonly severity: Severity;
  readonly title: string;
  readonly entries: readonly ProblemEntry[];
  /** Problems of the group that are fixed together: by a safe fix, or by one that does the same to all of them. */
  readonly fixable: number;
}

/** Rows between two pauses of the grouping. */
const SLICE = 2000;

/**
 * Groups all problems of a roster by kind, errors first, then by title, so that no group moves while its problems are
 * mended. Yields the fraction done between slices of rows; the groups are its result.
 */
export function* groupProblems(
  roster: Pick<Roster, 'rows'>,
  checker: Pick<Checker, 'problemsOf'>,
): Generator<number, readonly ProblemGroup[]> {
  const groups = new Map<string, Building>();
  const { rows } = roster;
  for (const [index, row] of rows.entries()) {
    for (const problem of checker.problemsOf(row.id)) addTo(groups, row.id, problem);
    if (index % SLICE === SLICE - 1) yield index / rows.length;
  }
  return Array.from(groups.values()).sort(compareGroups);
}

interface Building extends ProblemGroup {
  readonly entries: ProblemEntry[];
  fixable: number;
}

function addTo(groups: Map<string, Building>, row: RowId, problem: Problem): void {
  const { code, severity } = problem;
  // One text may be right for all empty cells of a column, and of no two columns the same.
  const column = code === 'required' ? problem.column : null;
  const key = groupKey(code, column);
  let group = groups.get(key);
  if (group === undefined) {
    group = { key, code, column, severity, title: groupTitle(code, column), entries: [], fixable: 0 };
    groups.set(key, group);
  }
  group.entries.push({ row, problem });
  // Only cell rules are ever that sure; other rules' fixes are looked for when asked, which takes long for many.
  const isSafe = ruleOf(code).scope === 'cell' && problem.fixes.some(({ safe }) => safe);
  if (isSafe || (FIXED_ALIKE.has(code) && problem.fixes.length > 0)) group.fixable += 1;
}

/** The groups with the problems that a filter asks for alone, so that the list is about the rows in sight. */
export function groupsMeant(
  groups: readonly ProblemGroup[],
  { code, column = null, severity }: ProblemFilter,
): readonly ProblemGroup[] {
  return groups.filter(
    (group) =>
      (code === null || group.code === code) &&
      (column === null || group.column === column) &&
      (severity === null || group.severity === severity),
  );
}

/** The name of a group of problems. */
export function groupKey(code: ProblemCode, column: ColumnKey | null): string {
  return column === null ? code : `${code} ${column}`;
}

/** The heading of a group of problems: “No such role”, “Role is empty”. */
export function groupTitle(code: ProblemCode, column: ColumnKey | null): string {
  return column === null ? titleOf(code) : `${columnOf(column).header} is empty`;
}

function compareGroups(a: ProblemGroup, b: ProblemGroup): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  // What is empty everywhere is one choice each, after which much else is clearer.
  if ((a.column === null) !== (b.column === null)) return a.column === null ? 1 : -1;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}

/** One line of the panel's list: a group's heading, or a problem below it. */
export type PanelLine =
  | { readonly kind: 'group'; readonly key: string; readonly group: ProblemGroup; readonly isOpen: boolean }
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly group: ProblemGroup;
      readonly entry: ProblemEntry;
      /** Place in the group, from 0. */
      readonly place: number;
    };

/** A list that is as long as its groups and knows any line of it without making them all. */
interface PanelLines {
  readonly count: number;
  readonly isHeading: (index: number) => boolean;
  readonly at: (index: number) => PanelLine | null;
}

/** The panel's lines: each group's heading, and its problems where it is not closed. */
export function panelLines(groups: readonly ProblemGroup[], closed: ReadonlySet<string>): PanelLines {
  const starts: number[] = [];
  let count = 0;
  for (const group of groups) {
    starts.push(count);
    count += 1 + (closed.has(group.key) ? 0 : group.entries.length);
  }
  const at = (index: number): PanelLine | null => {
    const place = lastAtMost(starts, index);
    const group = groups[place];
    const start = starts[place];
    if (group === undefined || start === undefined || index >= count) return null;
    return index === start ? groupLine(group, closed) : entryLine(group, index - start - 1);
  };
  const isHeading = (index: number): boolean => starts[lastAtMost(starts, index)] === index;
  return { count, isHeading, at };
}

function groupLine(group: ProblemGroup, closed: ReadonlySet<string>): PanelLine {
  return { kind: 'group', key: group.key, group, isOpen: !closed.has(group.key) };
}

function entryLine(group: ProblemGroup, place: number): PanelLine | null {
  const entry = group.entries[place];
  if (entry === undefined) return null;
  const { row, problem } = entry;
  return { kind: 'entry', key: `${group.code} ${row} ${problem.column ?? ''}`, group, entry, place };
}

/** Index of the last start that is not above a line; -1 where there is none. */
function lastAtMost(starts: readonly number[], line: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The longest text of a cell that an entry shows, in UTF-16 units; what is cut off would not be in sight anyway. */
const LONGEST = 80;

/** The list's lines are of one height, so a text with line breaks shows them as a sign, as the grid does. */
const LINE_BREAKS = /\r\n|\r|\n/g;

/** What an entry shows: its line, and the text that is wrong, or the column or person where there is none. */
export function describeEntry(
  roster: Roster,
  { row: id, problem: { column, code } }: ProblemEntry,
): { readonly line: string; readonly text: string; readonly isEmpty: boolean } {
  const row = roster.byId.get(id);
  const line = row ? lineOf(row).toLocaleString('en-US') : '';
  if (column === null) return { line, text: peopleOf(roster).nameOf(id) || 'The whole row', isEmpty: false };
  const value = row
    ? shownValue(column, cellAt(row, AT[column])).slice(0, LONGEST).replace(LINE_BREAKS, ' ↵ ')
    : '';
  if (value.trim() !== '') return { line, text: value, isEmpty: false };
  // The group says which column is empty: what is left to say is whose.
  const name = code === 'required' ? peopleOf(roster).nameOf(id) : '';
  return name === ''
    ? { line, text: `${columnOf(column).header} is empty`, isEmpty: true }
    : { line, text: name, isEmpty: false };
}
