import type { GridView } from '../grid-view.ts';
import { focusCell, showCell } from './select-cells.ts';

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
