import { followChange } from '../../shared/filter/shown-rows.ts';
import { apply } from '../../shared/roster/apply.ts';
import { type Change, isNothing } from '../../shared/roster/change.ts';
import { type History, record, redo, undo } from '../../shared/roster/history.ts';
import { shownPositions } from './column-layout.ts';
import { unhideRows } from './filter-rows.ts';
import { keepSelection, reachOf } from './keep-selection.ts';
import { revealChange } from './reveal-change.ts';
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
  revealChange(session, undone.change);
}

/** Does the step again that was undone last and shows where it is. */
export function redoStep(session: Session): void {
  const { document } = session.store.getState();
  const redone = document && redo(document.history);
  if (document === null || redone === null) return;
  carryOut(session, document, redone.change, redone.history);
  revealChange(session, redone.change);
}

function carryOut(session: Session, document: Document, change: Change, history: History): void {
  const { selection, layout } = session.store.getState();
  const structure = change.inserted.length > 0 || change.removed.length > 0 || change.columns !== undefined;
  const reach =
    structure && selection !== null ? reachOf(selection, document, shownPositions(document, layout)) : null;
  apply(document.roster, change);
  const rechecked = document.checker.recheck(change);
  const rows = new Set(rechecked);
  for (const cell of change.cells) rows.add(cell.row);
  const after: Document = {
    ...document,
    history,
    shown: document.shown && followChange(document.shown, document.roster, change),
    version: document.version + 1,
    counts: { ...document.checker.counts },
    touched: { rows, structure },
  };
  session.store.setState({
    document: after,
    ...(selection &&
      reach && { selection: keepSelection(selection, reach, after, shownPositions(after, layout)) }),
  });
}

/** Brings a cell into view and puts the focus on it, if its row is still there. */
export function reveal(session: Session, place: CellPlace): void {
  const { document } = session.store.getState();
  if (document?.roster.byId.has(place.row) !== true) return;
  unhideRows(session, [place.row]);
  session.store.setState({ reveal: { place, head: place } });
}
