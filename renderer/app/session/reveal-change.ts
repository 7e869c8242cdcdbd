import { type Change, isMove } from '../../../shared/roster/change.ts';
import { shownPositions } from './column-layout.ts';
import { displayedIn } from './displayed-rows.ts';
import { unhideRows } from './filter-rows.ts';
import type { Session } from './session.ts';
import type { CellPlace, Document, Selection } from './document.ts';

/**
 * Goes to what a change touched: its cells from the first to the last, else the rows that came. One that is scattered
 * over the roster selects its first cell alone, or Delete would next clear what it never touched. Where rows only moved,
 * nobody selected those that did: `before` comes back, or what is selected stays.
 */
export function revealChange(session: Session, change: Change, before: Selection | null = null): void {
  const { selection, layout } = session.store.getState();
  if (isMove(change)) {
    revealSelection(session, before ?? selection);
    return;
  }
  const position = selection?.head.position ?? 0;
  const touched: readonly CellPlace[] =
    change.cells.length > 0 ? change.cells : change.inserted.map(({ row }) => ({ row, position }));
  if (session.store.getState().document?.shown)
    unhideRows(
      session,
      touched.map(({ row }) => row),
    );
  const { document } = session.store.getState();
  if (document === null) return;
  const columns = shownPositions(document, layout);
  const around = surround(document, columns, touched) ?? alone(document, touched);
  if (around === null) return;
  const { first, corners, size, count } = around;
  const [place, head] = count * 2 < size ? [first, first] : corners;
  const isRows = change.cells.length === 0 && selection !== null && meansRows(change, selection);
  session.store.setState({ reveal: { place, head, isRows } });
}

function revealSelection(session: Session, selection: Selection | null): void {
  if (selection === null) return;
  const { kind, anchor, head } = selection;
  unhideRows(session, [anchor.row, head.row]);
  // Whole columns begin nowhere: there is no cell to go to.
  if (kind === 'columns') session.store.setState({ selection: { kind, anchor, head } });
  else session.store.setState({ reveal: { place: anchor, head, isRows: kind === 'rows' } });
}

/** Whether rows themselves came, several at a time, or were whole before. */
function meansRows({ inserted, removed }: Change, { kind }: Selection): boolean {
  return kind === 'rows' || inserted.length > removed.length + 1;
}

interface Around {
  /** In reading order. */
  readonly first: CellPlace;
  readonly corners: readonly [CellPlace, CellPlace];
  /** Cells of the block between the corners. */
  readonly size: number;
  /** Of them, those that were touched. */
  readonly count: number;
}

/** The block around those of some cells that are in sight, as it is shown; null if none is. */
function surround(
  { roster, shown }: Document,
  columns: readonly number[],
  cells: readonly CellPlace[],
): Around | null {
  const rows = displayedIn({ roster, shown });
  const columnOf = new Map(columns.map((position, column) => [position, column]));
  let [top, bottom, left, right, leftOfTop, count] = [Infinity, -1, Infinity, -1, Infinity, 0];
  let [latest, index]: [CellPlace['row'] | null, number | undefined] = [null, undefined];
  for (const { row, position } of cells) {
    // Cells come row by row, and may be a million: each row is looked up once.
    if (row !== latest) index = shown === null ? roster.byId.get(row)?.index : shown.indexOf.get(row);
    latest = row;
    const column = columnOf.get(position);
    if (index === undefined || column === undefined) continue;
    count += 1;
    if (index <= top) leftOfTop = index < top ? column : Math.min(leftOfTop, column);
    [top, bottom] = [Math.min(top, index), Math.max(bottom, index)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  const placeAt = (row: number, column: number): CellPlace | null => {
    const [id, position] = [rows[row]?.id, columns[column]];
    return id === undefined || position === undefined ? null : { row: id, position };
  };
  const [first, from, to] = [placeAt(top, leftOfTop), placeAt(top, left), placeAt(bottom, right)];
  if (!first || !from || !to) return null;
  return { first, corners: [from, to], size: (bottom - top + 1) * (right - left + 1), count };
}

/** The first cell that is there, of a change in hidden columns alone; its column is shown again. */
function alone({ roster }: Document, cells: readonly CellPlace[]): Around | null {
  const first = cells.find(({ row }) => roster.byId.has(row));
  return first ? { first, corners: [first, first], size: 1, count: 1 } : null;
}
