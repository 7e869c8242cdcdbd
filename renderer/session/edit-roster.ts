import { followChange } from '../../shared/filter/shown-rows.ts';
import { apply } from '../../shared/roster/apply.ts';
import { type Change, isNothing } from '../../shared/roster/change.ts';
import { type History, record, redo, undo } from '../../shared/roster/history.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { unhideRows } from './filter-rows.ts';
import type { CellPlace, Document } from './state.ts';
import type { Session } from './session.ts';

/** Carries out one user action as one undo step, rechecks what it touched and draws it. */
export function edit(session: Session, label: string, change: Change): void {
  const { document } = session.store.getState();
  if (document === null || isNothing(change)) return;
  carryOut(session, document, change, record(document.history, { label, change }));
}

/** Takes the last step back and shows where it was. */
export function undoStep(session: Session): void {
  const { document } = session.store.getState();
  const undone = document && undo(document.history);
  if (document === null || undone === null) return;
  carryOut(session, document, undone.change, undone.history);
  revealChange(session, document, undone.change);
}

/** Does the step again that was undone last and shows where it is. */
export function redoStep(session: Session): void {
  const { document } = session.store.getState();
  const redone = document && redo(document.history);
  if (document === null || redone === null) return;
  carryOut(session, document, redone.change, redone.history);
  revealChange(session, document, redone.change);
}

function carryOut(session: Session, document: Document, change: Change, history: History): void {
  apply(document.roster, change);
  const rechecked = document.checker.recheck(change);
  const rows = new Set(rechecked);
  for (const cell of change.cells) rows.add(cell.row);
  const structure = change.inserted.length > 0 || change.removed.length > 0 || change.columns !== undefined;
  session.store.setState({
    document: {
      ...document,
      history,
      shown: document.shown && followChange(document.shown, document.roster, change),
      version: document.version + 1,
      counts: { ...document.checker.counts },
      touched: { rows, structure },
    },
  });
}

/**
 * Goes to what a change touched: its cells from the first to the last, else the rows that came or moved. One that is
 * scattered over the roster selects its first cell alone, or Delete would next clear what it never touched.
 */
function revealChange(session: Session, { roster }: Document, change: Change): void {
  const position = session.store.getState().selection?.head.position ?? 0;
  const cells =
    change.cells.length > 0 ? change.cells : change.inserted.map(({ row }) => ({ row, position }));
  const around = surround(roster, cells);
  if (around === null) return;
  const { first, corners, size } = around;
  const isScattered = cells.length * 2 < size;
  const [place, head] = isScattered ? [first, first] : corners;
  unhideRows(
    session,
    cells.map(({ row }) => row),
  );
  session.store.setState({ reveal: { place, head } });
}

/** The first of some cells in reading order, and the corners and size of the block around them; null if all are gone. */
function surround({ rows, byId }: Roster, cells: readonly CellPlace[]) {
  let [top, bottom, left, right, leftOfTop] = [Infinity, -1, Infinity, -1, Infinity];
  for (const { row, position } of cells) {
    const index = byId.get(row)?.index;
    if (index === undefined) continue;
    if (index <= top) leftOfTop = index < top ? position : Math.min(leftOfTop, position);
    [top, bottom] = [Math.min(top, index), Math.max(bottom, index)];
    [left, right] = [Math.min(left, position), Math.max(right, position)];
  }
  const [from, to] = [rows[top], rows[bottom]];
  if (!from || !to) return null;
  return {
    first: { row: from.id, position: leftOfTop },
    corners: [
      { row: from.id, position: left },
      { row: to.id, position: right },
    ] as const,
    size: (bottom - top + 1) * (right - left + 1),
  };
}

/** Brings a cell into view and puts the focus on it, if its row is still there. */
export function reveal(session: Session, place: CellPlace): void {
  const { document } = session.store.getState();
  if (document?.roster.byId.has(place.row) !== true) return;
  unhideRows(session, [place.row]);
  session.store.setState({ reveal: { place, head: place } });
}
