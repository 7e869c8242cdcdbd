import type { Row, RowId } from '../../../shared/roster/roster.ts';

/** A block of cells as it is shown: rows of people and positions in `Row.cells`, in their order on the screen. */
export interface Region {
  readonly rows: readonly Row[];
  readonly positions: readonly number[];
}

/** Cells that were cut and stay where they are until they are pasted, as in Excel. */
export interface PendingCut {
  readonly region: Region;
  readonly rowIds: ReadonlySet<RowId>;
  /** The text that went to the clipboard: what is pasted is the cut only if it is this. */
  readonly text: string;
  /** The roster's version then; after any other change the cut is a copy. */
  readonly version: number;
}
