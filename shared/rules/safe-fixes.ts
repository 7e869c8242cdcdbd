import { AT } from '../person/catalogue.ts';
import { type CellChange, type Change, cellsChange, type PendingChange } from '../roster/change.ts';
import { cellAt, type Roster, type RowId } from '../roster/roster.ts';
import { deleteRows } from '../roster/edits.ts';
import { finish, inSlices } from '../roster/sliced-work.ts';
import type { Checker } from './checker.ts';
import type { Fix, ProblemCode } from './problem.ts';
import { ruleOf } from './rules.ts';

/** Which safe fixes are wanted: of one kind of problem, of some rows; all where nothing is said. */
export interface FixFilter {
  readonly code?: ProblemCode;
  readonly rows?: ReadonlySet<RowId>;
}

/** Fixes that may follow one another in a cell: each rule that has safe fixes, and some that one fix brings to light. */
const MOST_STEPS = 20;

/** Rows between two pauses. */
const SLICE = 500;

/** The change that a fix stands for. */
export function fixChange(roster: Roster, fix: Fix): Change {
  if (fix.removes !== undefined) return finish(deleteRows(roster, fix.removes));
  return cellsChange(
    fix.changes.map(({ row, column, to }) => {
      const position = AT[column];
      return { row, position, from: textOf(roster, row, position), to };
    }),
  );
}

function textOf(roster: Roster, id: RowId, position: number): string {
  const row = roster.byId.get(id);
  return row === undefined ? '' : cellAt(row, position);
}

/**
 * All safe fixes as one change. Where a cell has several, each is applied to what the one before it left, until no
 * rule offers another.
 */
export function* safeFixes(roster: Roster, checker: Checker, filter: FixFilter = {}): PendingChange {
  const cells: CellChange[] = [];
  yield* inSlices([...(filter.rows ?? checker.problemRows())], SLICE, (row) => {
    for (const position of fixablePositions(checker, row, filter.code)) {
      const from = textOf(roster, row, position);
      cells.push({ row, position, from, to: mended(checker, position, from, filter.code) });
    }
  });
  return cellsChange(cells);
}

/** Kinds whose fixes are not sure, yet do the same to every cell: who has agreed to one has agreed to all. */
export const FIXED_ALIKE: ReadonlySet<ProblemCode> = new Set([
  'value.placeholder',
  'employeeId.leadingZeros',
]);

/** The best fix of every problem of one kind, sure or not, as one change. */
export function* fixesAlike(roster: Roster, checker: Checker, code: ProblemCode): PendingChange {
  const cells: CellChange[] = [];
  yield* inSlices([...checker.problemRows()], SLICE, (row) => {
    for (const problem of checker.problemsOf(row)) {
      const [fix] = problem.code === code ? problem.fixes : [];
      if (fix !== undefined) cells.push(...fixChange(roster, fix).cells);
    }
  });
  return cellsChange(cells);
}

function fixablePositions(checker: Checker, row: RowId, code: ProblemCode | undefined): ReadonlySet<number> {
  const positions = new Set<number>();
  for (const problem of checker.problemsOf(row)) {
    if (problem.column === null || (code !== undefined && problem.code !== code)) continue;
    if (ruleOf(problem.code).scope !== 'cell' || !problem.fixes.some((fix) => fix.safe)) continue;
    positions.add(AT[problem.column]);
  }
  return positions;
}

/** A text of a column, by its position, as its safe fixes would leave it; those of one code where it is given. */
export function mended(
  checker: Pick<Checker, 'findingsIn'>,
  position: number,
  typed: string,
  code?: ProblemCode,
): string {
  let text = typed;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const fixes = checker
      .findingsIn(position, text)
      .flatMap((finding) => (code === undefined || finding.code === code ? finding.fixes : []));
    const fix = fixes.find(({ safe, to }) => safe && to !== text);
    if (fix === undefined) break;
    text = fix.to;
  }
  return text;
}

/** How many problems have a safe fix; costs nothing, so that a toolbar can always show it. */
export function countSafeFixes(checker: Checker): number {
  return checker.safeFixCount;
}
