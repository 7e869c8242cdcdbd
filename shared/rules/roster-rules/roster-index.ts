import type { Row, RowId } from '../../roster/roster.ts';
import type { ProblemCode } from '../problem.ts';
import type { RowFinding } from '../row-rules.ts';

/** Tells the checker that a row may have other problems now than before. */
export type Mark = (row: RowId) => void;

/** The positions of the cells in which a row differs; null where the whole row comes or goes. */
export type Positions = ReadonlySet<number> | null;

/**
 * What roster rules know about all rows, kept up to date row by row. A row that changes is removed as it was and added
 * as it is; the index marks the *other* rows that this concerns, the checker looks at the changed ones anyway.
 */
export interface RosterIndex {
  readonly codes: readonly ProblemCode[];
  /** Positions in `Row.cells` that it depends on. */
  readonly positions: readonly number[];
  add(row: RowId, cells: readonly string[], changed: Positions): void;
  remove(row: RowId, cells: readonly string[], changed: Positions): void;
  /** Draws the conclusions from all that was added and removed; yields between slices of work. */
  settle(): Generator<void, void>;
  check(row: Row): readonly RowFinding[];
  /** Forgets everything; as many rows are about to be added. */
  clear(expected: number): void;
}
