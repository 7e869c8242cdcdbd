import type { ColumnKey } from '../person/catalogue.ts';
import type { RowId } from '../roster/roster.ts';
import type { FactsByCode } from './facts.ts';

/** `error`: Agent Connect would refuse the row or create the wrong person. `warning`: likely a slip; it can be sent. */
export type Severity = 'error' | 'warning';

/** The codes are an interface (reports, tests and the command line use them): never rename one. */
export type ProblemCode = keyof FactsByCode;

/** A sure or likely way to mend a problem, as new texts of cells; `safe` when it cannot lose or alter meaning. */
export interface Fix {
  readonly safe: boolean;
  readonly changes: readonly { readonly row: RowId; readonly column: ColumnKey; readonly to: string }[];
  /** Rows that it removes; none where it only changes cells. */
  readonly removes?: readonly RowId[];
}

interface ProblemOf<Code extends ProblemCode> {
  readonly row: RowId;
  /** The column, or null for a problem of the whole row. */
  readonly column: ColumnKey | null;
  readonly code: Code;
  readonly severity: Severity;
  readonly facts: FactsByCode[Code];
  /** Ways to mend it, the best first; empty where there is no sure way. */
  readonly fixes: readonly Fix[];
}

/** What is wrong with a cell or a row: a code with facts. Its sentence lives in the messages. */
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];
