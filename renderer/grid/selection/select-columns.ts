import { displayedIn } from '../../app/session/displayed-rows.ts';
import type { RowId } from '../../../shared/roster/roster.ts';
import { ROW_HEIGHT } from '../grid-theme.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { rowIdAt } from '../typing-row.ts';
import { focusCell, selectCell } from './select-cells.ts';

/** Selects whole columns, from where the selection began if it is stretched; the active cell is the first in sight. */
export function selectColumn(view: GridView, position: number, extend: boolean): void {
  const { selection } = view.session.store.getState();
  const row = firstInSight(view);
  if (row === null) return;
  if (displayedIn(documentOf(view)).length === 0) {
    selectCell(view, { row, position });
    return;
  }
  const place = { row, position };
  const anchor = extend && selection ? { row, position: selection.anchor.position } : place;
  if (extend && selection?.kind === 'columns' && selection.head.position === position) return;
  view.session.store.setState({ selection: { kind: 'columns', anchor, head: place } });
  focusCell(view, anchor);
}

/** The whole columns of the selected cells. */
export function selectWholeColumns(view: GridView): void {
  const { selection } = view.session.store.getState();
  if (!selection) return;
  selectColumn(view, selection.anchor.position, false);
  selectColumn(view, selection.head.position, true);
}

function firstInSight(view: GridView): RowId | null {
  const document = documentOf(view);
  const last = Math.max(0, displayedIn(document).length - 1);
  return rowIdAt(document, Math.min(last, Math.ceil(view.api.getVerticalPixelRange().top / ROW_HEIGHT)));
}
