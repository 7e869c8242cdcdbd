import type { CellPlace } from '../../session/state.ts';
import { GUTTER, positionOfColumn } from '../columns/column-id.ts';
import { asksForMenu } from '../context-menu/asks-for-menu.ts';
import { dragRows, isInSelectedRows } from '../moving/drag-rows.ts';
import { commitEditing, startEditing } from '../editing/edit-cell.ts';
import type { GridView } from '../grid-view.ts';
import { extendTo, selectCell, selectRow } from './select-cells.ts';

/** What lies under the pointer: a cell, or a row's gutter. */
interface Hit {
  readonly row: CellPlace['row'];
  /** Null for the gutter. */
  readonly position: number | null;
}

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
      if (hit === null ? isBesideCells(event.target) : event.shiftKey || hit.position === null)
        event.preventDefault();
    },
    options,
  );
  wrapper.addEventListener(
    'dblclick',
    (event) => {
      const position = hitOf(event.target)?.position ?? null;
      if (position !== null && !isInEditor(view, event.target)) startEditing(view, 'revise');
    },
    options,
  );
  return () => {
    controller.abort();
  };
}

function onDown(view: GridView, event: PointerEvent): void {
  const hit = hitOf(event.target);
  if (isInEditor(view, event.target)) return;
  commitEditing(view);
  view.tabColumn = null;
  if (hit === null || event.button !== 0 || asksForMenu(event, view.session.app.platform)) return;
  // AG Grid would focus whatever is clicked.
  event.stopPropagation();
  if (hit.position === null && !event.shiftKey && isInSelectedRows(view, hit.row)) {
    dragRows(view, event, hit.row);
    return;
  }
  select(view, hit, event.shiftKey);
  followDrag(view, event, hit.position === null);
}

function select(view: GridView, { row, position }: Hit, extend: boolean): void {
  if (position === null) selectRow(view, row, extend);
  else if (extend) extendTo(view, { row, position });
  else selectCell(view, { row, position });
}

function isInEditor({ editor }: GridView, target: EventTarget | null): boolean {
  return editor !== null && target instanceof Node && editor.element.contains(target);
}

function hitOf(target: EventTarget | null): Hit | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest('.ag-cell');
  const column = cell?.getAttribute('col-id') ?? '';
  const row = cell?.closest('.ag-row')?.getAttribute('row-id') ?? '';
  if (column === '' || row === '') return null;
  return { row: Number(row), position: column === GUTTER ? null : positionOfColumn(column) };
}

/** Whether the pointer is on the empty space around the rows, where a click means nothing. */
function isBesideCells(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.ag-header') === null;
}

/** Stretches the selection while the button is down, and scrolls while the pointer is beyond an edge. */
function followDrag(view: GridView, down: PointerEvent, rows: boolean): void {
  const viewport = view.wrapper.querySelector('.ag-grid-viewport');
  if (viewport === null) return;
  const controller = new AbortController();
  const { signal } = controller;
  const at = { x: down.clientX, y: down.clientY };
  let moved = false;
  const tick = (): void => {
    if (signal.aborted) return;
    if (moved) reach(view, viewport, at, rows);
    requestAnimationFrame(tick);
  };
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      moved ||= Math.abs(clientX - down.clientX) + Math.abs(clientY - down.clientY) > SLACK;
      at.x = clientX;
      at.y = clientY;
    },
    { signal },
  );
  const stop = (): void => {
    controller.abort();
  };
  window.addEventListener('pointerup', stop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
  requestAnimationFrame(tick);
}

/** Pixels that a hand may shake during a click. */
const SLACK = 4;
/** Pixels scrolled a frame for each pixel beyond an edge, and the most. */
const SPEED = 0.35;
const MOST_SPEED = 60;

function reach(view: GridView, viewport: Element, { x, y }: { x: number; y: number }, rows: boolean): void {
  const room = cellRoom(view, viewport);
  viewport.scrollBy(speed(x, room.left, room.right), speed(y, room.top, room.bottom));
  const inside = document.elementFromPoint(
    Math.min(Math.max(x, room.left + 1), room.right - 2),
    Math.min(Math.max(y, room.top + 1), room.bottom - 2),
  );
  const hit = hitOf(inside);
  if (hit === null) return;
  if (rows) selectRow(view, hit.row, true);
  else if (hit.position !== null) extendTo(view, { row: hit.row, position: hit.position });
}

function speed(at: number, low: number, high: number): number {
  const beyond = at < low ? at - low : at > high ? at - high : 0;
  return Math.max(-MOST_SPEED, Math.min(MOST_SPEED, beyond * SPEED));
}

/** The part of the window where scrolling cells are in sight: without the header, the gutter and the scroll bars. */
function cellRoom(
  view: GridView,
  viewport: Element,
): { left: number; right: number; top: number; bottom: number } {
  const around = viewport.getBoundingClientRect();
  const header = view.wrapper.querySelector('.ag-header')?.getBoundingClientRect();
  const gutter = view.wrapper.querySelector(`.ag-cell[col-id="${GUTTER}"]`)?.getBoundingClientRect();
  return {
    left: gutter?.right ?? around.left,
    right: around.left + viewport.clientWidth,
    top: header?.bottom ?? around.top,
    bottom: around.top + viewport.clientHeight,
  };
}
