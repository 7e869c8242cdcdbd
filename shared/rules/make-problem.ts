import type { ColumnKey } from '../person/catalogue.ts';
import type { RowId } from '../roster/roster.ts';
import type { CellFinding } from './finding.ts';
import type { Fix, Problem, Severity } from './problem.ts';
import type { RowFinding } from './row-rules.ts';

const NO_FIXES: readonly Fix[] = [];

/** The problem that a cell rule's finding is in a row. */
export function cellProblem(
  finding: CellFinding,
  row: RowId,
  column: ColumnKey,
  severity: Severity,
): Problem {
  const fixes = finding.fixes.map(({ safe, to }) => ({ safe, changes: [{ row, column, to }] }));
  const { code, facts } = finding;
  const problem = { row, column, code, severity, facts, fixes: fixes.length === 0 ? NO_FIXES : fixes };
  // Code and facts are a pair of the finding's union, and so of the problem's, which TypeScript loses on the way.
  return problem as Problem;
}

/** The problem that a row's or roster's rule found; fixes that take time are worked out when asked for. */
export function rowProblem(finding: RowFinding, row: RowId, severity: Severity): Problem {
  const { code, column, facts, fixes } = finding;
  const problem =
    typeof fixes === 'function'
      ? new LazyProblem(finding, row, severity, fixes)
      : { row, column, code, severity, facts, fixes };
  // As above.
  return problem as Problem;
}

/** A class, because getters of single objects are slow to make, and a leader's edit may make hundreds. */
class LazyProblem {
  readonly row: RowId;
  readonly column: ColumnKey | null;
  readonly code: Problem['code'];
  readonly severity: Severity;
  readonly facts: Problem['facts'];
  readonly #fixes: (row: RowId) => readonly Fix[];

  constructor(
    { column, code, facts }: RowFinding,
    row: RowId,
    severity: Severity,
    fixes: (row: RowId) => readonly Fix[],
  ) {
    this.row = row;
    this.column = column;
    this.code = code;
    this.severity = severity;
    this.facts = facts;
    this.#fixes = fixes;
  }

  get fixes(): readonly Fix[] {
    return this.#fixes(this.row);
  }
}
