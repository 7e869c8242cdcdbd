import { AT, type ColumnKey, columnOf, columns } from '../columns/catalogue.ts';
import { type CellChange, type Change, cellsChange, type PlacedRow } from './change.ts';
import { leadersFirstOrder } from './hierarchy.ts';
import { stayingRows } from './staying-rows.ts';
import { cellAt, type Roster, type RosterColumns, type Row, type RowId } from './roster.ts';

/** A new text for a cell, by row and by position in `Row.cells`. */
export interface CellText {
  readonly row: RowId;
  readonly position: number;
  readonly to: string;
}

/** The change that gives cells new texts; of two texts for one cell the last counts. */
export function setCells(roster: Roster, texts: readonly CellText[]): Change {
  const last = new Map<RowId, Map<number, string>>();
  for (const { row, position, to } of texts) {
    const cells = last.get(row) ?? new Map<number, string>();
    last.set(row, cells.set(position, to));
  }
  const cells: CellChange[] = [];
  for (const [id, texts] of last) {
    const row = rowOf(roster, id);
    for (const [position, to] of texts) cells.push({ row: id, position, from: cellAt(row, position), to });
  }
  return cellsChange(cells);
}

/** The change that puts new rows in, so that the first of them stands at the index; missing cells are empty. */
export function insertRows(roster: Roster, index: number, rows: readonly (readonly string[])[]): Change {
  const width = widthOf(roster.columns);
  const at = clamp(index, roster.rows.length);
  const inserted = rows.map((cells, offset) => ({
    row: roster.nextId + offset,
    index: at + offset,
    cells: Array.from({ length: Math.max(width, cells.length) }, (_, position) => cells[position] ?? ''),
  }));
  return { cells: [], removed: [], inserted };
}

/** The change that puts a copy of each row, in their order, below the last of them. */
export function duplicateRows(roster: Roster, ids: Iterable<RowId>): Change {
  const rows = rowsOf(roster, ids);
  const last = rows.at(-1);
  return insertRows(
    roster,
    last === undefined ? roster.rows.length : last.index + 1,
    rows.map(({ cells }) => cells),
  );
}

/** The change that takes rows out. */
export function deleteRows(roster: Roster, ids: Iterable<RowId>): Change {
  return { cells: [], removed: rowsOf(roster, ids).map(placed), inserted: [] };
}

/** The change that brings rows together, in their order, so that the first of them then stands at the index. */
export function moveRows(roster: Roster, ids: Iterable<RowId>, toIndex: number): Change {
  const moving = rowsOf(roster, ids);
  const at = clamp(toIndex, roster.rows.length - moving.length);
  if (moving.every((row, offset) => row.index === at + offset)) return cellsChange([]);
  const removed = moving.map(placed);
  return {
    cells: [],
    removed,
    inserted: removed.map((row, offset) => ({ ...row, index: at + offset })),
  };
}

/** The change that orders the rows so that leaders stand before their teams; rows that can stay do. */
export function leadersFirst(roster: Roster): Change {
  return orderRows(leadersFirstOrder(roster));
}

/** The change that brings all rows of a roster into an order; rows that can stay do. */
export function orderRows(order: readonly Row[]): Change {
  const staying = stayingRows(order);
  const moving = order.flatMap((row, index) => (staying.has(row) ? [] : [{ ...placed(row), to: index }]));
  return {
    cells: [],
    removed: moving.map(({ row, index, cells }) => ({ row, index, cells })).sort((a, b) => a.index - b.index),
    inserted: moving.map(({ row, to, cells }) => ({ row, index: to, cells })),
  };
}

/** The change that shows an optional column of the catalogue; nothing where it is shown already. */
export function addOptionalColumn(roster: Roster, key: ColumnKey): Change {
  const to = withOptional(roster.columns, key);
  return to === roster.columns
    ? cellsChange([])
    : { ...cellsChange([]), columns: { from: roster.columns, to } };
}

/**
 * The change that takes an unrecognised column for a column of the catalogue: its texts move there. Texts that stood
 * there take its place, under a header that says what they were; where there were none, the unrecognised column goes.
 */
export function mapColumn(roster: Roster, carriedPosition: number, key: ColumnKey): Change {
  const { carried } = roster.columns;
  if (!carried.some(({ position }) => position === carriedPosition))
    throw new Error(`No column at ${carriedPosition}`);
  const cells = roster.rows.flatMap((row) => swapCells(row, carriedPosition, AT[key]));
  const isKept = roster.rows.some((row) => cellAt(row, AT[key]) !== '');
  const header = `Former ${columnOf(key).header}`;
  const others = carried.filter(({ position }) => position !== carriedPosition);
  const to: RosterColumns = {
    ...withOptional(roster.columns, key),
    carried: isKept
      ? carried.map((column) => (column.position === carriedPosition ? { ...column, header } : column))
      : others,
  };
  return { ...cellsChange(cells), columns: { from: roster.columns, to } };
}

function swapCells(row: Row, one: number, other: number): CellChange[] {
  const first = cellAt(row, one);
  const second = cellAt(row, other);
  return [
    { row: row.id, position: one, from: first, to: second },
    { row: row.id, position: other, from: second, to: first },
  ];
}

function withOptional(shown: RosterColumns, key: ColumnKey): RosterColumns {
  if (columnOf(key).standard || shown.optional.includes(key)) return shown;
  const keys = new Set([...shown.optional, key]);
  return { ...shown, optional: columns.map((column) => column.key).filter((column) => keys.has(column)) };
}

/** Cells that every row has a place for. */
function widthOf({ carried }: RosterColumns): number {
  return Math.max(columns.length, ...carried.map(({ position }) => position + 1));
}

function placed({ id, index, cells }: Row): PlacedRow {
  return { row: id, index, cells: cells.slice() };
}

/** The rows of some ids, each once, in the order of the roster. */
function rowsOf(roster: Roster, ids: Iterable<RowId>): Row[] {
  return Array.from(new Set(ids), (id) => rowOf(roster, id)).sort((a, b) => a.index - b.index);
}

function rowOf(roster: Roster, id: RowId): Row {
  const row = roster.byId.get(id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return row;
}

function clamp(index: number, most: number): number {
  return Math.min(Math.max(index, 0), most);
}
