import type { Change, PlacedRow } from './change.ts';
import type { Roster, Row, RowId } from './roster.ts';

/**
 * Carries out a change on a roster, in place; the only way an open roster changes. A change that does not fit the
 * roster (another text in the cell than `from`, a row that is not there) is a bug and throws before anything moves.
 */
export function apply(roster: Roster, change: Change): void {
  assertFits(roster, change);
  if (change.removed.length > 0 || change.inserted.length > 0) moveRows(roster, change);
  for (const { row, position, to } of change.cells) setCell(rowOf(roster, row), position, to);
  if (change.columns) roster.columns = change.columns.to;
}

function assertFits(roster: Roster, change: Change): void {
  for (const { row, index } of change.removed) {
    if (roster.rows[index]?.id !== row) throw new Error(`Row ${row} is not at ${index}`);
  }
  const leaving = new Set(change.removed.map(({ row }) => row));
  for (const { row } of change.inserted) {
    if (roster.byId.has(row) && !leaving.has(row)) throw new Error(`Row ${row} is there already`);
  }
  for (const { row, position, from } of change.cells) {
    if ((rowOf(roster, row).cells[position] ?? '') !== from)
      throw new Error(`Cell ${row}:${position} has changed`);
  }
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

function moveRows(roster: Roster, change: Change): void {
  const leaving = new Map(change.removed.map(({ row }) => [row, rowOf(roster, row)]));
  const staying = leaving.size === 0 ? roster.rows : roster.rows.filter((row) => !leaving.has(row.id));
  const arriving = change.inserted.map((placed) => ({ placed, row: arrivingRow(placed, leaving) }));
  const rows = merge(staying, arriving);
  for (const id of leaving.keys()) roster.byId.delete(id);
  for (const { row } of arriving) {
    roster.byId.set(row.id, row);
    roster.nextId = Math.max(roster.nextId, row.id + 1);
  }
  roster.rows.length = rows.length;
  rows.forEach((row, index) => {
    row.index = index;
    roster.rows[index] = row;
  });
}

/** A moved row stays the same object, so that whoever holds it (the grid) keeps it. */
function arrivingRow(placed: PlacedRow, leaving: ReadonlyMap<RowId, Row>): Row {
  return leaving.get(placed.row) ?? { id: placed.row, index: placed.index, cells: [...placed.cells] };
}

function merge(staying: readonly Row[], arriving: readonly { placed: PlacedRow; row: Row }[]): Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (const { placed, row } of arriving) {
    while (rows.length < placed.index && from < staying.length) {
      const next = staying[from];
      if (next !== undefined) rows.push(next);
      from += 1;
    }
    if (rows.length !== placed.index) throw new Error(`No place ${placed.index} for row ${placed.row}`);
    rows.push(row);
  }
  return rows.concat(staying.slice(from));
}
