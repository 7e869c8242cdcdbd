import type { RowId } from '../../../shared/roster/roster.ts';
import { moveRowsBefore } from '../commands/row-commands.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { selectedRows } from '../../app/session/selected-rows.ts';
import { beginFill, fillToNeighbour, followHandle, isAtHandle } from '../clipboard/fill-handle.ts';
import { commitEditing, startEditing, toggleYesNo } from '../editing/edit-cells.ts';
import {
  createDropLine,
  followDrag,
  followPointer,
  type Hit,
  hitOf,
  type Point,
  type Room,
} from '../selection/follow-drag.ts';
import { extendTo, selectCell, selectRow } from '../selection/select-cells.ts';
import { ROW_HEIGHT } from '../view/grid-theme.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';
import { gridIndexOf, holdsRow } from '../view/places.ts';

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

/** Whether a press asks for the context menu: the right button, or on a Mac also Ctrl. */
export function asksForMenu({ button, ctrlKey }: MouseEvent, platform: string): boolean {
  return button === 2 || (button === 0 && ctrlKey && platform === 'mac');
}

/** Whether a row is one of whole rows that are selected, so that its gutter drags them. */
function isInSelectedRows(view: GridView, row: RowId): boolean {
  const { selection } = view.session.store.getState();
  return selection?.kind === 'rows' && holdsRow(view.block, gridIndexOf(documentOf(view), row) ?? -1);
}

/** Moves the selected rows with the pointer to where it lets go of them; a click selects the one row instead. */
function dragRows(view: GridView, down: PointerEvent, row: RowId): void {
  const { session } = view;
  const line = createDropLine(view);
  let target: number | null = null;
  followPointer(view, down, {
    over: (point, room) => {
      target = targetAt(view, point, room);
      line.showAcross(room.top + target * ROW_HEIGHT - scrolled(view), room);
    },
    end: (outcome) => {
      line.remove();
      if (outcome === 'clicked') selectRow(view, row, false);
      if (outcome !== 'dropped' || target === null) return;
      const { selection } = session.store.getState();
      moveRowsBefore(session, selectedRows(documentOf(view), selection), target);
    },
  });
}

/** The index of the shown row above which the pointer would drop. */
function targetAt(view: GridView, { y }: Point, room: Room): number {
  const inside = Math.min(Math.max(y, room.top), room.bottom);
  const index = Math.round((inside - room.top + scrolled(view)) / ROW_HEIGHT);
  return Math.max(0, Math.min(index, displayedIn(documentOf(view)).length));
}

function scrolled({ api }: GridView): number {
  return api.getVerticalPixelRange().top;
}

/** Turns y and n by a click on the mark; the press before it has selected the cell alone. */
export function turnOnClick(view: GridView): () => void {
  const onClick = ({ target, button, shiftKey, ctrlKey, metaKey }: MouseEvent): void => {
    const isMark = target instanceof Element && target.classList.contains('rc-mark');
    if (isMark && button === 0 && !shiftKey && !ctrlKey && !metaKey) toggleYesNo(view);
  };
  view.wrapper.addEventListener('click', onClick);
  return () => {
    view.wrapper.removeEventListener('click', onClick);
  };
}
