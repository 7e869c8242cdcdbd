import type { Column, ColumnResizedEvent } from 'ag-grid-community';
import { arrangeColumns, heldColumns, resizeColumns } from '../../../shared/roster/grid-layout.ts';
import type { Row } from '../../../shared/roster/roster.ts';
import { changeLayout, selectedColumns, shownColumns } from '../../app/session/column-layout.ts';
import { drawSelection } from '../selection/select-cells.ts';
import { columnIdOf, GUTTER, positionOfColumn } from '../view/grid-columns.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';

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

/**
 * Holds first name, last name and email address at the left edge while the other columns scroll sideways, unless the
 * user's layout says otherwise. Keys, selection and paste follow the order of the columns as ever. Answers a function
 * that stops it.
 */
export function holdNames(view: GridView): () => void {
  const { api, session, wrapper } = view;
  const viewport = wrapper.querySelector('.ag-grid-viewport');
  if (viewport === null) return () => undefined;
  let held: readonly string[] = [];
  /** Where the columns were scrolled to when what to hold was found; null where it is to be found again. */
  let scrolled: number | null = null;
  const follow = (): void => {
    scrolled = null;
    // Another place in the document would close the editor that is open there.
    if (view.editor !== null || session.store.getState().document === null) return;
    scrolled = viewport.scrollLeft;
    const now = toHold(view, viewport);
    if (now.length === held.length && now.every((id, at) => id === held[at])) return;
    const state = [
      ...held.filter((id) => !now.includes(id)).map((colId) => ({ colId, pinned: null })),
      ...now.map((colId) => ({ colId, pinned: 'left' as const })),
    ];
    held = now;
    keepingFocus(view, () => api.applyColumnState({ state }));
  };
  // Most scrolling is up and down, which changes nothing.
  const onScroll = (): void => {
    if (viewport.scrollLeft !== scrolled) follow();
  };
  const unsubscribe = session.store.subscribe((state, before) => {
    if (state.layout === before.layout && state.document?.roster === before.document?.roster) return;
    // The layout was drawn anew, without what was held.
    held = [];
    follow();
  });
  const observer = new ResizeObserver(follow);
  observer.observe(viewport);
  viewport.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    unsubscribe();
    observer.disconnect();
    viewport.removeEventListener('scroll', onScroll);
  };
}

/** The ids of the columns to hold now. */
function toHold(view: GridView, viewport: Element): string[] {
  const { layout } = view.session.store.getState();
  if (layout.namesScroll === true) return [];
  const shown = shownColumns(documentOf(view), layout);
  const pinned = shown.reduce((sum, column) => sum + (column.pinned ? column.width : 0), 0);
  const gutter = view.api.getColumn(GUTTER)?.getActualWidth() ?? 0;
  const room = viewport.clientWidth - gutter - pinned;
  return heldColumns(shown, viewport.scrollLeft, room).map(({ position }) => columnIdOf(position));
}

/** A cell that comes to stand elsewhere in the document is another element: the focus goes to that one. */
function keepingFocus({ wrapper }: GridView, act: () => void): void {
  const cell = document.activeElement?.closest('.ag-cell');
  const [row, column] = [cell?.closest('.ag-row')?.getAttribute('row-id'), cell?.getAttribute('col-id')];
  const isInside = cell !== null && cell !== undefined && wrapper.contains(cell);
  act();
  if (!isInside || wrapper.contains(document.activeElement)) return;
  wrapper
    .querySelector<HTMLElement>(`.ag-row[row-id="${row ?? ''}"] .ag-cell[col-id="${column ?? ''}"]`)
    ?.focus({ preventScroll: true });
}
