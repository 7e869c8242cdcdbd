import { type ColumnKey, columnOf } from '../../shared/person/catalogue.ts';
import type { ProblemFilter } from '../../shared/filter/row-filter.ts';
import type { Roster, RowId } from '../../shared/roster/roster.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import type { Problem, ProblemCode, Severity } from '../../shared/rules/problem.ts';
import { titleOf } from '../../shared/rules/messages.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { FIXED_ALIKE } from '../../shared/rules/safe-fixes.ts';

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
