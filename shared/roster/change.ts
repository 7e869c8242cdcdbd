import type { Roster, RosterColumns, Row, RowId } from './roster.ts';
import { inSlices, type SlicedWork, within } from './sliced-work.ts';

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
export type PendingChange = SlicedWork<Change>;

/** Cells between two pauses. */
const SLICE = 10_000;

/** The change that undoes another. */
export function* reverseChange({ cells, removed, inserted, columns }: Change): PendingChange {
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

/** Cells, and rows, between two pauses. */
const CELLS = 10_000;
const ROWS = 5000;

/**
 * Applies a change to a roster, in place; the only way an open roster changes. A change that does not fit the roster
 * (another text in the cell than `from`, a row that is not there) is a bug and throws before anything moves. Until the
 * work has ended, the roster is neither as before nor as after.
 */
export function* applyChange(roster: Roster, change: Change): SlicedWork<void> {
  yield* within(checkingFit(roster, change), 0, 0.3);
  // Stryker disable next-line ConditionalExpression,EqualityOperator: moving no rows only takes longer
  if (change.removed.length > 0 || change.inserted.length > 0)
    yield* within(movingRows(roster, change), 0.3, 0.6);
  const set = ({ row, position, to }: CellChange): void => {
    setCell(rowOf(roster, row), position, to);
  };
  yield* within(inSlices(change.cells, CELLS, set), 0.6, 1);
  if (change.columns) roster.columns = change.columns.to;
}

function* checkingFit(roster: Roster, { removed, inserted, cells }: Change): SlicedWork<void> {
  const leaving = new Set<RowId>();
  yield* inSlices(removed, ROWS, ({ row, index }) => {
    if (roster.rows[index]?.id !== row) throw new Error(`Row ${row} is not at ${index}`);
    leaving.add(row);
  });
  yield* inSlices(inserted, ROWS, ({ row }) => {
    if (roster.byId.has(row) && !leaving.has(row)) throw new Error(`Row ${row} is there already`);
  });
  yield* inSlices(cells, CELLS, ({ row, position, from }) => {
    if ((rowOf(roster, row).cells[position] ?? '') !== from)
      throw new Error(`Cell ${row}:${position} has changed`);
  });
}

function rowOf(roster: Roster, id: RowId): Row {
  const row = roster.byId.get(id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return row;
}

function setCell(row: Row, position: number, to: string): void {
  while (row.cells.length < position) row.cells.push('');
  row.cells[position] = to;
}

function* movingRows(roster: Roster, { removed, inserted }: Change): SlicedWork<void> {
  const leaving = new Set<RowId>();
  yield* inSlices(removed, ROWS, ({ row }) => leaving.add(row));
  const arriving: Row[] = [];
  yield* inSlices(inserted, ROWS, (placed) => arriving.push(arrivingRow(roster, placed)));
  const rows = yield* merging(roster.rows, leaving, inserted, arriving);
  yield* inSlices(arriving, ROWS, (row) => {
    // Those that have moved stay under their ids.
    if (!leaving.delete(row.id)) roster.byId.set(row.id, row);
    roster.nextId = Math.max(roster.nextId, row.id + 1);
  });
  for (const id of leaving) roster.byId.delete(id);
  roster.rows.length = rows.length;
  yield* inSlices(rows, ROWS, (row, index) => {
    row.index = index;
    roster.rows[index] = row;
  });
}

/** A moved row stays the same object, so that references to it (the grid’s) stay valid. */
function arrivingRow(roster: Roster, { row, index, cells }: PlacedRow): Row {
  return roster.byId.get(row) ?? { id: row, index, cells: [...cells] };
}

/** The rows that stay, with those that arrive at their places among them; a place that is not there is a bug. */
function* merging(
  before: readonly Row[],
  leaving: ReadonlySet<RowId>,
  inserted: readonly PlacedRow[],
  arriving: readonly Row[],
): SlicedWork<Row[]> {
  const rows: Row[] = [];
  let next = 0;
  const takeArriving = (): void => {
    for (let row = arriving[next]; row && inserted[next]?.index === rows.length; row = arriving[next]) {
      rows.push(row);
      next += 1;
    }
  };
  yield* inSlices(before, ROWS, (row) => {
    if (leaving.has(row.id)) return;
    takeArriving();
    rows.push(row);
  });
  takeArriving();
  const left = inserted[next];
  if (left) throw new Error(`No place ${left.index} for row ${left.row}`);
  return rows;
}

/** Rows that a roster has at most. */
export const MAX_ROWS = 500_000;

/** How many rows a roster has after a change. */
export function rowsAfter({ rows }: Pick<Roster, 'rows'>, { inserted, removed }: Change): number {
  return rows.length + inserted.length - removed.length;
}
