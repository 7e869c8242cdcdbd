import { type ColumnKey, columnOf, columns } from '../person/catalogue.ts';
import { type CellChange, cellsChange, type Change, type PendingChange, type PlacedRow } from './change.ts';
import { orderingLeadersFirst } from './hierarchy.ts';
import { cellAt, type Roster, type RosterColumns, type Row, type RowId } from './roster.ts';
import { inSlices, type SlicedWork, within } from './sliced-work.ts';

/** A new text for a cell, by row and by position in `Row.cells`. */
export interface CellText {
  readonly row: RowId;
  readonly position: number;
  readonly to: string;
}

/** Rows, and cells, between two pauses. */
const ROWS = 2000;
const CELLS = 5000;

/** The change that gives cells new texts; of two texts for one cell the last counts. */
export function* setCells(roster: Roster, texts: readonly CellText[]): PendingChange {
  const last = new Map<RowId, Map<number, string>>();
  const take = ({ row, position, to }: CellText): void => {
    const cells = last.get(row);
    if (cells) cells.set(position, to);
    else last.set(row, new Map([[position, to]]));
  };
  yield* within(inSlices(texts, CELLS, take), 0, 0.5);
  const cells: CellChange[] = [];
  yield* within(
    inSlices([...last], ROWS, ([id, texts]) => {
      const row = rowOf(roster, id);
      for (const [position, to] of texts) {
        const from = cellAt(row, position);
        if (from !== to) cells.push({ row: id, position, from, to });
      }
    }),
    0.5,
    1,
  );
  return { cells, removed: [], inserted: [] };
}

/** The change that puts new rows in, so that the first of them stands at the index; missing cells are empty. */
export function* insertRows(
  roster: Roster,
  index: number,
  rows: readonly (readonly string[])[],
): PendingChange {
  const width = widthOf(roster.columns);
  const at = clamp(index, roster.rows.length);
  const inserted: PlacedRow[] = [];
  yield* inSlices(rows, ROWS, (texts, offset) => {
    const cells = texts.slice();
    while (cells.length < width) cells.push('');
    inserted.push({ row: roster.nextId + offset, index: at + offset, cells });
  });
  return { cells: [], removed: [], inserted };
}

/** The change that puts a copy of each row, in their order, below the last of them. */
export function* duplicateRows(roster: Roster, ids: readonly RowId[]): PendingChange {
  const rows = yield* within(findRows(roster, ids), 0, 0.3);
  const last = rows.at(-1);
  const at = last === undefined ? roster.rows.length : last.index + 1;
  const texts = rows.map(({ cells }) => cells);
  return yield* within(insertRows(roster, at, texts), 0.3, 1);
}

/** The change that takes rows out. */
export function* deleteRows(roster: Roster, ids: readonly RowId[]): PendingChange {
  return { cells: [], removed: yield* placing(yield* findRows(roster, ids)), inserted: [] };
}

/** The change that brings rows together, in their order, so that the first of them then stands at the index. */
export function* moveRows(roster: Roster, ids: readonly RowId[], toIndex: number): PendingChange {
  const moving = yield* findRows(roster, ids);
  const at = clamp(toIndex, roster.rows.length - moving.length);
  if (moving.every((row, offset) => row.index === at + offset)) return cellsChange([]);
  const removed = yield* placing(moving);
  return {
    cells: [],
    removed,
    inserted: removed.map((row, offset) => ({ ...row, index: at + offset })),
  };
}

/** The change that orders the rows so that leaders stand before their teams; rows that can stay do. */
export function* leadersFirst(roster: Roster): PendingChange {
  const ordering = orderingLeadersFirst(roster);
  for (;;) {
    const slice = ordering.next();
    if (slice.done === true) return yield* within(orderRows(slice.value), 0.5, 1);
    yield 0.25;
  }
}

/** The change that brings all rows of a roster into an order; rows that can stay do. */
export function* orderRows(order: readonly Row[]): PendingChange {
  const staying = yield* within(findStayingRows(order), 0, 0.5);
  const inserted: PlacedRow[] = [];
  yield* inSlices(order, ROWS, (row, index) => {
    if (!staying.has(row)) inserted.push({ row: row.id, index, cells: row.cells.slice() });
  });
  const byIndex: Row[] = [];
  for (const row of order) byIndex[row.index] = row;
  const moving = byIndex.filter((row) => !staying.has(row));
  return { cells: [], removed: yield* within(placing(moving), 0.8, 1), inserted };
}

/** The change that shows an optional column of the catalogue; nothing where it is shown already. */
export function addOptionalColumn(roster: Roster, key: ColumnKey): Change {
  const to = withOptional(roster.columns, key);
  return to === roster.columns
    ? cellsChange([])
    : { ...cellsChange([]), columns: { from: roster.columns, to } };
}

/** The columns of a roster with some of the catalogue among them; the same where they are there already. */
export function withOptionals(shown: RosterColumns, keys: readonly ColumnKey[]): RosterColumns {
  return keys.reduce(withOptional, shown);
}

/** The columns of a roster with one of the catalogue among them; the same where it is there already. */
export function withOptional(shown: RosterColumns, key: ColumnKey): RosterColumns {
  if (columnOf(key).standard || shown.optional.includes(key)) return shown;
  const keys = new Set([...shown.optional, key]);
  return { ...shown, optional: columns.map((column) => column.key).filter((column) => keys.has(column)) };
}

/** Cells that every row has a place for. */
function widthOf({ carried }: RosterColumns): number {
  return Math.max(columns.length, ...carried.map(({ position }) => position + 1));
}

/** Rows as they stand, with their texts. */
function* placing(rows: readonly Row[]): SlicedWork<PlacedRow[]> {
  const placed: PlacedRow[] = [];
  yield* inSlices(rows, ROWS, ({ id, index, cells }) =>
    placed.push({ row: id, index, cells: cells.slice() }),
  );
  return placed;
}

/** The rows of some ids, each once, in the order of the roster. */
function* findRows(roster: Roster, ids: readonly RowId[]): SlicedWork<Row[]> {
  const rows = new Set<Row>();
  yield* inSlices(ids, ROWS, (id) => rows.add(rowOf(roster, id)));
  return [...rows].sort((a, b) => a.index - b.index);
}

function rowOf(roster: Roster, id: RowId): Row {
  const row = roster.byId.get(id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return row;
}

function clamp(index: number, most: number): number {
  return Math.min(Math.max(index, 0), most);
}

/** Rows between two pauses. */
const SLICE = 5000;

/**
 * Of rows in a new order, as many as possible that need not move: the longest run, with gaps, whose present indexes
 * ascend (patience sorting, n log n). Moving only the others keeps a change, its undo and its check small. Pauses every
 * few milliseconds.
 */
export function* findStayingRows(order: readonly Row[]): SlicedWork<ReadonlySet<Row>> {
  /** By length - 1, the row with the lowest index that ends an ascending run of that length, as a place of `order`. */
  const ends: number[] = [];
  const before = new Int32Array(order.length);
  const indexAt = (place: number | undefined): number => order[place ?? -1]?.index ?? -1;
  yield* inSlices(order, SLICE, (row, place) => {
    const length = firstNotBelow(ends.length, (at) => indexAt(ends[at]) < row.index);
    before[place] = ends[length - 1] ?? -1;
    ends[length] = place;
  });
  const staying = new Set<Row>();
  for (let place = ends.at(-1) ?? -1; place !== -1; place = before[place] ?? -1) {
    const row = order[place];
    if (row !== undefined) staying.add(row);
  }
  return staying;
}

/** The first number below `count` that is not below the mark, by halving; `count` if all are. */
function firstNotBelow(count: number, isBelow: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
