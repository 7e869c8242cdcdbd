import type { RosterColumns, RowId } from './roster.ts';
import { finish, inSlices, type SlicedWork } from './sliced-work.ts';

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

/** A row that a change leaves out of the roster for what it says, and that exports write into a second file. */
export interface ExcludedRow {
  readonly row: RowId;
  /** As the columns of the roster are after the change. */
  readonly cells: readonly string[];
  /** The column that decided, and what it said: `Status`, `Elternzeit`. */
  readonly header: string;
  readonly text: string;
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
  /** Those of `removed` that are not deleted but left out; as long as the change is not undone, they are not lost. */
  readonly excluded?: readonly ExcludedRow[];
}

/** A change of cells only, without those that stay as they are. */
export function cellsChange(cells: readonly CellChange[]): Change {
  return { cells: cells.filter((cell) => cell.from !== cell.to), removed: [], inserted: [] };
}

/** A change on its way: what a user action changes is worked out in slices, since it may be every cell there is. */
export type Making = SlicedWork<Change>;

/** Cells between two pauses. */
const SLICE = 10_000;

/** The change that undoes another. */
export function reverse(change: Change): Change {
  return finish(reversing(change));
}

/** The same in slices of a few milliseconds. */
export function* reversing({ cells, removed, inserted, columns }: Change): Making {
  const reversed: CellChange[] = [];
  yield* inSlices(cells, SLICE, (_, index) => {
    const cell = cells[cells.length - 1 - index];
    if (cell) reversed.push({ row: cell.row, position: cell.position, from: cell.to, to: cell.from });
  });
  return {
    cells: reversed,
    removed: inserted,
    inserted: removed,
    ...(columns && { columns: { from: columns.to, to: columns.from } }),
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

/** Whether a change only moves rows, as sorting does: the same rows leave and come, and no text changes. */
export function isMove({ cells, removed, inserted, columns }: Change): boolean {
  if (cells.length > 0 || columns !== undefined || removed.length === 0) return false;
  if (removed.length !== inserted.length) return false;
  const left = new Set(removed.map(({ row }) => row));
  return inserted.every(({ row }) => left.has(row));
}
