import { positionOfColumn } from '../view/grid-columns.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';
import { rowIdAt } from '../view/places.ts';
import { focusCell, showCell } from './select-cells.ts';

/** Selects the cell that got the focus by another way than our keys and pointer: from the header, or by a screen reader. */
export function followFocus(view: GridView): () => void {
  const onFocus = (): void => {
    const focused = view.api.getFocusedCell();
    if (focused === null || view.editor !== null || !holdsFocus(view)) return;
    const row = rowIdAt(documentOf(view), focused.rowIndex);
    const position = positionOfColumn(focused.column.getColId());
    const { selection } = view.session.store.getState();
    if (row === null || position === null) return;
    if (selection?.anchor.row === row && selection.anchor.position === position) return;
    const place = { row, position };
    view.session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
  };
  view.api.addEventListener('cellFocused', onFocus);
  return () => {
    if (!view.api.isDestroyed()) view.api.removeEventListener('cellFocused', onFocus);
  };
}

/** The grid's event comes late: by then the focus may be on another cell, or gone. */
function holdsFocus({ wrapper, api }: GridView): boolean {
  const cell = wrapper.ownerDocument.activeElement?.closest('.ag-cell');
  const focused = api.getFocusedCell();
  return (
    cell?.getAttribute('col-id') === focused?.column.getColId() &&
    cell?.closest('.ag-row')?.getAttribute('row-index') === String(focused?.rowIndex)
  );
}

/** What scrolls the grid. Browsers let Tab stop at what scrolls unless it says no, and then a press can focus it. */
const SCROLLBARS = '.ag-body-horizontal-scroll-viewport, .ag-body-vertical-scroll-viewport';

/**
 * The grid is one stop for Tab: whoever moves the focus to it from outside gets to the active cell. While the focus is
 * on a cell or a header, that is the stop, so that Tab and Shift+Tab leave the grid from there. Answers a function that
 * stops it.
 */
export function takeFocus(view: GridView): () => void {
  const { wrapper } = view;
  const viewport = wrapper.querySelector<HTMLElement>('.ag-grid-viewport') ?? wrapper;
  const controller = new AbortController();
  const { signal } = controller;
  let stop: HTMLElement = viewport;
  const letStopAt = (element: HTMLElement): void => {
    stop.tabIndex = -1;
    element.tabIndex = 0;
    stop = element;
  };
  for (const scrollbar of wrapper.querySelectorAll<HTMLElement>(SCROLLBARS)) scrollbar.tabIndex = -1;
  wrapper.tabIndex = -1;
  letStopAt(viewport);
  wrapper.addEventListener(
    'focusin',
    ({ target }) => {
      const cell = target instanceof Element && target.closest<HTMLElement>('.ag-cell, .ag-header-cell');
      if (cell instanceof HTMLElement) letStopAt(cell);
      else toActiveCell(view, target === wrapper || target === viewport);
    },
    { signal },
  );
  wrapper.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && wrapper.contains(relatedTarget))) letStopAt(viewport);
    },
    { signal },
  );
  return () => {
    controller.abort();
  };
}

/** Without a scroll where someone only pressed a scrollbar. */
function toActiveCell(view: GridView, scroll: boolean): void {
  const { selection } = view.session.store.getState();
  if (selection === null) return;
  if (scroll) showCell(view, selection.anchor);
  focusCell(view, selection.anchor);
}
