import type { Column, ColumnResizedEvent } from 'ag-grid-community';
import { arrangeColumns, resizeColumns } from '../../../shared/roster/grid-layout.ts';
import type { Row } from '../../../shared/roster/roster.ts';
import { changeLayout, selectedColumns } from '../../app/session/column-layout.ts';
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
  // A press that does not move tells of a width as well, and late: a double click has fitted the column by then.
  let isDragged = false;
  const onResized = ({ column, columns, finished, source }: ColumnResizedEvent<Row>): void => {
    const position = positionOfColumn(column?.getColId() ?? '');
    if (source === 'autosizeColumns') keepFitted(view, columns ?? []);
    if (source !== 'uiColumnResized') return;
    if (finished && isDragged && column && position !== null)
      keepWidth(view, position, column.getActualWidth());
    isDragged = !finished;
  };
  api.addEventListener('columnResized', onResized);
  return () => {
    unsubscribe();
    if (!api.isDestroyed()) api.removeEventListener('columnResized', onResized);
  };
}

/** Columns that were fitted to their texts have each a width of their own. */
function keepFitted({ session }: GridView, fitted: readonly Column[]): void {
  const { layout } = session.store.getState();
  const widths = new Map(
    fitted.map((column) => [positionOfColumn(column.getColId()), column.getActualWidth()]),
  );
  const changed = arrangeColumns(documentOf({ session }).roster.columns, layout).reduce(
    (changed, { name, position, width }) => resizeColumns(changed, [name], widths.get(position) ?? width),
    layout,
  );
  changeLayout(session, changed);
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
