import { heldColumns } from '../../../shared/roster/grid-layout.ts';
import { shownColumns } from '../../app/session/column-layout.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { columnIdOf, GUTTER } from './column-id.ts';

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
