import { type ColumnKey, columns } from '../person/catalogue.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { ruleOf } from './rules.ts';

/** How many problems a roster has, always up to date. */
export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly rowsWithErrors: number;
  readonly rowsWithWarnings: number;
  /** Codes that have problems. */
  readonly byCode: ReadonlyMap<ProblemCode, number>;
  /** Every column of the catalogue; problems of whole rows are in none. */
  readonly byColumn: ReadonlyMap<ColumnKey, { readonly error: number; readonly warning: number }>;
}

/** Keeps the counts while problems of rows come and go. */
export class LiveCounts implements ProblemCounts {
  error = 0;
  warning = 0;
  rowsWithErrors = 0;
  rowsWithWarnings = 0;
  /** Problems that have a safe fix. */
  safeFixes = 0;
  readonly byCode = new Map<ProblemCode, number>();
  readonly byColumn = new Map(columns.map(({ key }) => [key, { error: 0, warning: 0 }]));

  /** All problems of a row came (`sign` 1) or went (-1). */
  count(problems: readonly Problem[], sign: 1 | -1): void {
    let errors = 0;
    for (const problem of problems) {
      if (problem.severity === 'error') errors += 1;
      this.#countOne(problem, sign);
    }
    this.error += sign * errors;
    this.warning += sign * (problems.length - errors);
    if (errors > 0) this.rowsWithErrors += sign;
    if (errors < problems.length) this.rowsWithWarnings += sign;
  }

  #countOne(problem: Problem, sign: 1 | -1): void {
    const count = (this.byCode.get(problem.code) ?? 0) + sign;
    if (count === 0) this.byCode.delete(problem.code);
    else this.byCode.set(problem.code, count);
    const column = problem.column && this.byColumn.get(problem.column);
    if (column) column[problem.severity] += sign;
    if (hasSafeFix(problem)) this.safeFixes += sign;
  }

  clear(): void {
    this.error = this.warning = this.rowsWithErrors = this.rowsWithWarnings = this.safeFixes = 0;
    this.byCode.clear();
    for (const column of this.byColumn.values()) column.error = column.warning = 0;
  }
}

/** Whether a problem can be mended without asking; only cell rules are ever that sure, so others are not asked. */
function hasSafeFix(problem: Problem): boolean {
  return ruleOf(problem.code).scope === 'cell' && problem.fixes.some((fix) => fix.safe);
}
