import type { Roster, RowId } from '../../shared/roster/roster.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import type { Problem, ProblemCode, Severity } from '../../shared/rules/problem.ts';
import { titleOf } from '../../shared/rules/messages.ts';
import { ruleOf } from '../../shared/rules/rules.ts';

/** One problem in the panel's list, by its row and its place among the row's problems. */
export interface ProblemEntry {
  readonly row: RowId;
  readonly problem: Problem;
}

/** All problems of a kind, in the order of the lines. */
export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly title: string;
  readonly entries: readonly ProblemEntry[];
  /** Problems of the group that have a safe fix. */
  readonly safe: number;
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
  const groups = new Map<ProblemCode, Building>();
  const { rows } = roster;
  for (const [index, row] of rows.entries()) {
    for (const problem of checker.problemsOf(row.id)) addTo(groups, row.id, problem);
    if (index % SLICE === SLICE - 1) yield index / rows.length;
  }
  return Array.from(groups.values()).sort(compareGroups);
}

interface Building extends ProblemGroup {
  readonly entries: ProblemEntry[];
  safe: number;
}

function addTo(groups: Map<ProblemCode, Building>, row: RowId, problem: Problem): void {
  const { code, severity } = problem;
  let group = groups.get(code);
  if (group === undefined) {
    group = { code, severity, title: titleOf(code), entries: [], safe: 0 };
    groups.set(code, group);
  }
  group.entries.push({ row, problem });
  // Only cell rules are ever that sure; other rules' fixes are looked for when asked, which takes long for many.
  if (ruleOf(code).scope === 'cell' && problem.fixes.some(({ safe }) => safe)) group.safe += 1;
}

function compareGroups(a: ProblemGroup, b: ProblemGroup): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}
