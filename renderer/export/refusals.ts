import type { ExportPlan } from '../../shared/export/plan-export.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import type { ProblemCode } from '../../shared/rules/problem.ts';

/** What Agent Connect would refuse of a planned file. */
export interface Refusals {
  /** Written rows with at least one error. */
  readonly rows: number;
  /** Errors of the written rows by their kind, the most frequent first. */
  readonly kinds: readonly { readonly code: ProblemCode; readonly count: number }[];
}

/** Rows between two pauses of the counting. */
const SLICE = 5000;

/** Counts the errors that would be written; pauses every few milliseconds. */
export function* countingRefusals({ written }: ExportPlan, checker: Checker): Generator<void, Refusals> {
  const counts = new Map<ProblemCode, number>();
  let rows = 0;
  // Rows without problems need no look: of 100,000 rows few have any.
  const inFile = new Set<RowId>();
  for (const [count, row] of written.entries()) {
    if (count % SLICE === SLICE - 1) yield;
    inFile.add(row);
  }
  let looked = 0;
  for (const row of checker.problemRows()) {
    looked += 1;
    if (looked % SLICE === 0) yield;
    if (!inFile.has(row)) continue;
    const errors = checker.problemsOf(row).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) rows += 1;
    for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const kinds = [...counts].map(([code, count]) => ({ code, count }));
  return { rows, kinds: kinds.sort((a, b) => b.count - a.count) };
}
