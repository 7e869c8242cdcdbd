import type { CellChange, Change, PlacedRow } from './change.ts';
import type { Roster, Row, RowId } from './roster.ts';
import { finish, inSlices, type SlicedWork, within } from './sliced-work.ts';

/** Cells, and rows, between two pauses. */
const CELLS = 10_000;
const ROWS = 5000;

/**
 * Carries out a change on a roster, in place; the only way an open roster changes. A change that does not fit the
 * roster (another text in the cell than `from`, a row that is not there) is a bug and throws before anything moves.
 */
export function apply(roster: Roster, change: Change): void {
  finish(applying(roster, change));
}

/** The same in slices of a few milliseconds. Until it has ended, the roster is neither as before nor as after. */
export function* applying(roster: Roster, change: Change): SlicedWork<void> {
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

/** A moved row stays the same object, so that whoever holds it (the grid) keeps it. */
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
