import type { ColumnResizedEvent } from 'ag-grid-community';
import { arrangeColumns, resizeColumns } from '../../../shared/columns/grid-layout.ts';
import type { Row } from '../../../shared/roster/roster.ts';
import { changeLayout, selectedColumns } from '../../session/column-layout.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { drawSelection } from '../selection/draw-selection.ts';
import { columnIdOf, GUTTER, positionOfColumn } from './column-id.ts';

/** Shows the columns as the user's layout has them. */
export function applyLayout(view: GridView): void {
  const { layout } = view.session.store.getState();
  const arranged = arrangeColumns(documentOf(view).roster.columns, layout);
  const state = arranged.map(({ position, hidden, pinned, width }) => ({
    colId: columnIdOf(position),
    hide: hidden,
    pinned: pinned ? ('left' as const) : null,
    width,
  }));
  view.api.applyColumnState({ state: [{ colId: GUTTER }, ...state], applyOrder: true });
  // The grid's own event that columns have changed comes in a later task.
  view.shownPositions = arranged.filter(({ hidden }) => !hidden).map(({ position }) => position);
}

/** Follows the layout as commands change it, and keeps the widths that the pointer gives to columns. */
export function followLayout(view: GridView): () => void {
  const { api, session } = view;
  const unsubscribe = session.store.subscribe((state, before) => {
    if (state.layout === before.layout || state.document === null) return;
    applyLayout(view);
    drawSelection(view);
  });
  const onResized = ({ column, finished, source }: ColumnResizedEvent<Row>): void => {
    const isByHand = source === 'uiColumnResized' || source === 'autosizeColumns';
    const position = positionOfColumn(column?.getColId() ?? '');
    if (finished && isByHand && column && position !== null)
      keepWidth(view, position, column.getActualWidth());
  };
  api.addEventListener('columnResized', onResized);
  return () => {
    unsubscribe();
    if (!api.isDestroyed()) api.removeEventListener('columnResized', onResized);
  };
}

/** Of several whole columns that are selected, all get the width that one of them gets. */
function keepWidth({ session }: GridView, position: number, width: number): void {
  const state = session.store.getState();
  const { columns } = documentOf({ session }).roster;
  const selected = state.selection?.kind === 'columns' ? selectedColumns(state) : [];
  const together = selected.some((column) => column.position === position)
    ? selected
    : arrangeColumns(columns, state.layout).filter((column) => column.position === position);
  const names = together.map(({ name }) => name);
  changeLayout(session, resizeColumns(state.layout, names, width));
}
