import { openColumnPopup } from '../../../app/commands/filter-commands.ts';
import type { GridView } from '../../grid-view.ts';
import { focusCell } from '../../selection/select-cells.ts';
import { positionOfColumn } from '../column-id.ts';

/**
 * Opens a column's menu by its mark in the header, and by Alt+Down or Enter on the header; Tab and Escape go back to the
 * active cell, Shift+Tab leaves the grid. Answers a function that stops it.
 */
export function listenToHeaders(view: GridView): () => void {
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  const open = (event: Event): void => {
    const id =
      event.target instanceof Element && event.target.closest('.ag-header-cell')?.getAttribute('col-id');
    const position = positionOfColumn(typeof id === 'string' ? id : '');
    if (position === null) return;
    event.preventDefault();
    event.stopPropagation();
    openColumnPopup(view.session, 'menu', position);
  };
  view.wrapper.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' || (event.altKey && event.key === 'ArrowDown')) open(event);
      else if (event.key === 'Tab' || event.key === 'Escape') leave(view, event);
    },
    options,
  );
  for (const type of ['pointerdown', 'mousedown', 'click'] as const) {
    view.wrapper.addEventListener(
      type,
      (event) => {
        if (!(event.target instanceof Element) || event.target.closest('.rc-header-menu') === null) return;
        if (type === 'click') open(event);
        else event.stopImmediatePropagation();
      },
      options,
    );
  }
  return () => {
    controller.abort();
  };
}

/** AG Grid would go from header to header; for Shift+Tab the browser goes to what is before the grid. */
function leave(view: GridView, event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.ag-header') === null) return;
  event.stopPropagation();
  if (event.shiftKey) return;
  event.preventDefault();
  const { selection } = view.session.store.getState();
  if (selection !== null) focusCell(view, selection.anchor);
}
