import { asksForMenu } from '../context-menu/asks-for-menu.ts';
import { dragRows, isInSelectedRows } from '../moving/drag-rows.ts';
import { commitEditing, startEditing } from '../editing/edit-cell.ts';
import type { GridView } from '../grid-view.ts';
import { beginFill, fillToNeighbour, followHandle, isAtHandle } from '../fill/fill-handle.ts';
import { followDrag, type Hit, hitOf } from './follow-drag.ts';
import { extendTo, selectCell, selectRow } from './select-cells.ts';

/** Selects by the pointer: click, Shift+click, drag with scrolling at the edges, rows by the gutter, double click. */
export function listenToPointer(view: GridView): () => void {
  const { wrapper } = view;
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  wrapper.addEventListener(
    'pointerdown',
    (event) => {
      onDown(view, event);
    },
    options,
  );
  // The browser would focus the cell that a stretched selection ends in, or the gutter, or nothing below the last row;
  // the active cell keeps the focus.
  wrapper.addEventListener(
    'mousedown',
    (event) => {
      const hit = hitOf(event.target);
      if (event.button !== 0 || isInEditor(view, event.target)) return;
      if (
        isAtHandle(event) ||
        (hit === null ? isBesideCells(event.target) : event.shiftKey || hit.position === null)
      )
        event.preventDefault();
    },
    options,
  );
  wrapper.addEventListener(
    'dblclick',
    (event) => {
      if (isAtHandle(event)) {
        fillToNeighbour(view);
        return;
      }
      const position = hitOf(event.target)?.position ?? null;
      // A fast second click on a mark of y or n turns it again.
      if (isMark(event.target) || position === null || isInEditor(view, event.target)) return;
      openByPointer(view);
    },
    options,
  );
  followHandle(view, controller.signal);
  return () => {
    controller.abort();
  };
}

function isMark(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('rc-mark');
}

/** The pointer finds the choices open; by keys they come with typing and Alt+Down. */
function openByPointer(view: GridView): void {
  startEditing(view, 'revise');
  view.editor?.openList();
}

function onDown(view: GridView, event: PointerEvent): void {
  const hit = hitOf(event.target);
  if (isInEditor(view, event.target)) return;
  commitEditing(view);
  view.tabColumn = null;
  if (hit === null || event.button !== 0 || asksForMenu(event, view.session.app.platform)) return;
  // AG Grid would focus whatever is clicked.
  event.stopPropagation();
  if (isAtHandle(event)) {
    beginFill(view, event);
    return;
  }
  if (hit.position === null && !event.shiftKey && isInSelectedRows(view, hit.row)) {
    dragRows(view, event, hit.row);
    return;
  }
  select(view, hit, event.shiftKey);
  followDrag(view, event, (reached) => {
    stretch(view, reached, hit.position === null);
  });
}

function select(view: GridView, { row, position }: Hit, extend: boolean): void {
  if (position === null) selectRow(view, row, extend);
  else if (extend) extendTo(view, { row, position });
  else selectCell(view, { row, position });
}

function isInEditor({ editor }: GridView, target: EventTarget | null): boolean {
  return editor !== null && target instanceof Node && editor.element.contains(target);
}

/** Whether the pointer is on the empty space around the rows, where a click means nothing. */
function isBesideCells(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.ag-header') === null;
}

/** Stretches the selection to a cell, or over whole rows. */
function stretch(view: GridView, { row, position }: Hit, rows: boolean): void {
  if (rows) selectRow(view, row, true);
  else if (position !== null) extendTo(view, { row, position });
}
