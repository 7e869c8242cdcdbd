import type { RosterColumns, RowId } from './roster.ts';

/** One cell's text before and after, by row and by position in `Row.cells`. */
export interface CellChange {
  readonly row: RowId;
  readonly position: number;
  readonly from: string;
  readonly to: string;
}

/** A row with its text and its place. */
export interface PlacedRow {
  readonly row: RowId;
  readonly index: number;
  readonly cells: readonly string[];
}

/**
 * Every edit of a roster, from one key to a pasted block, as data that can be reversed, checked and kept on disk.
 * Applied in this order: `removed` leave (indexes before the change), `inserted` come (indexes after it, ascending),
 * then `cells` take their new text (of rows that are there before and after). A moved row is in both lists.
 */
export interface Change {
  readonly cells: readonly CellChange[];
  readonly removed: readonly PlacedRow[];
  readonly inserted: readonly PlacedRow[];
  readonly columns?: { readonly from: RosterColumns; readonly to: RosterColumns };
}

/** A change of cells only, without those that stay as they are. */
export function cellsChange(cells: readonly CellChange[]): Change {
  return { cells: cells.filter((cell) => cell.from !== cell.to), removed: [], inserted: [] };
}

/** The change that undoes another. */
export function reverse(change: Change): Change {
  return {
    cells: change.cells
      .map(({ row, position, from, to }) => ({ row, position, from: to, to: from }))
      .reverse(),
    removed: change.inserted,
    inserted: change.removed,
    ...(change.columns && { columns: { from: change.columns.to, to: change.columns.from } }),
  };
}

/** Whether applying the change would leave the roster as it is. */
export function isNothing(change: Change): boolean {
  return (
    change.cells.length === 0 &&
    change.removed.length === 0 &&
    change.inserted.length === 0 &&
    change.columns === undefined
  );
}
