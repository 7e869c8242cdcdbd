import type { RowId } from '../../../shared/roster/roster.ts';
import type { RowMark } from '../marks/row-mark.ts';

/** One value of a person, old and new. */
export interface ListedChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly permanent: boolean;
}

/** One row of the roster as the upload's lists show it. */
export interface ListedRow {
  /** As a spreadsheet shows it. */
  readonly line: string;
  readonly name: string;
  readonly mark: RowMark;
  readonly changes: readonly ListedChange[];
  /** Reasons and what else there is to say, in sentences. */
  readonly sentences: readonly string[];
  /** The cell that it leads to; null where the row is not in the open roster. */
  readonly place: { readonly row: RowId; readonly position: number } | null;
}
