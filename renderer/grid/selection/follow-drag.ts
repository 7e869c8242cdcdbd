import type { CellPlace } from '../../app/session/document.ts';
import { GUTTER, positionOfColumn } from '../view/grid-columns.ts';
import type { GridView } from '../view/grid-view.ts';
import './drop-line.css';

/** What lies under the pointer: a cell, or a row's gutter. */
export interface Hit {
  readonly row: CellPlace['row'];
  /** Null for the gutter. */
  readonly position: number | null;
}

/** The cell that an element of the grid belongs to. */
export function hitOf(target: EventTarget | null): Hit | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest('.ag-cell');
  const column = cell?.getAttribute('col-id') ?? '';
  const row = cell?.closest('.ag-row')?.getAttribute('row-id') ?? '';
  if (column === '' || row === '') return null;
  return { row: Number(row), position: column === GUTTER ? null : positionOfColumn(column) };
}

/**
 * Tells every cell that the pointer reaches while the button is down, and scrolls while it is beyond an edge; `end` is
 * called when the button comes up, with false where the system took the pointer away.
 */
export function followDrag(
  view: GridView,
  down: PointerEvent,
  reached: (hit: Hit) => void,
  end: (finished: boolean) => void = () => undefined,
): void {
  const viewport = view.wrapper.querySelector('.ag-grid-viewport');
  if (viewport === null) return;
  const controller = new AbortController();
  const { signal } = controller;
  let at: Point = { x: down.clientX, y: down.clientY };
  let moved = false;
  const tick = (): void => {
    if (signal.aborted) return;
    if (moved) reach(view, viewport, at, reached);
    requestAnimationFrame(tick);
  };
  window.addEventListener(
    'pointermove',
    (move) => {
      moved ||= hasMoved(down, move);
      at = { x: move.clientX, y: move.clientY };
    },
    { signal },
  );
  const stop = ({ type }: PointerEvent): void => {
    controller.abort();
    // The last move may not have had its frame yet.
    if (moved && type === 'pointerup') reach(view, viewport, at, reached);
    end(type === 'pointerup');
  };
  window.addEventListener('pointerup', stop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
  requestAnimationFrame(tick);
}

function reach(view: GridView, viewport: Element, at: Point, reached: (hit: Hit) => void): void {
  const room = roomOf(view, viewport);
  scrollBeyond(viewport, at, room);
  const inside = document.elementFromPoint(
    Math.min(Math.max(at.x, room.left + 1), room.right - 2),
    Math.min(Math.max(at.y, room.top + 1), room.bottom - 2),
  );
  const hit = hitOf(inside);
  if (hit !== null) reached(hit);
}

/** What a drag does. A click is a drag that has not moved. */
interface Drag {
  /** Where the pointer is, once a frame from when it has moved, after scrolling. */
  over(point: Point, room: Room): void;
  /** The button went up (`dropped`), or Escape or the system broke it off. */
  end?(outcome: 'dropped' | 'clicked' | 'cancelled'): void;
}

/** Follows the pointer from the button's going down to its going up, and scrolls while it is beyond an edge. */
export function followPointer(view: GridView, down: PointerEvent, drag: Drag): void {
  const viewport = view.wrapper.querySelector('.ag-grid-viewport');
  if (viewport === null) return;
  const controller = new AbortController();
  const { signal } = controller;
  let at: Point = { x: down.clientX, y: down.clientY };
  let moved = false;
  const end = (outcome: 'dropped' | 'clicked' | 'cancelled') => () => {
    controller.abort();
    drag.end?.(outcome);
  };
  const tick = (): void => {
    if (signal.aborted) return;
    if (moved) drag.over(at, scrollAtEdges(view, viewport, at));
    requestAnimationFrame(tick);
  };
  window.addEventListener(
    'pointermove',
    (move) => {
      moved ||= hasMoved(down, move);
      at = { x: move.clientX, y: move.clientY };
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    () => {
      if (moved) drag.over(at, roomOf(view, viewport));
      end(moved ? 'dropped' : 'clicked')();
    },
    { signal },
  );
  window.addEventListener('pointercancel', end('cancelled'), { signal });
  window.addEventListener('blur', end('cancelled'), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end('cancelled')();
    },
    { capture: true, signal },
  );
  requestAnimationFrame(tick);
}

function scrollAtEdges(view: GridView, viewport: Element, at: Point): Room {
  const room = roomOf(view, viewport);
  const pinned = view.wrapper.querySelector('.ag-row .ag-cell-last-left-pinned')?.getBoundingClientRect();
  scrollBeyond(viewport, at, { ...room, left: pinned?.right ?? room.left });
  return room;
}

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of the window where scrolling cells are in sight, without the header, the gutter and the scroll bars. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels scrolled a frame for each pixel beyond an edge, and the most. */
const SPEED = 0.35;
const MOST_SPEED = 60;

/** Pixels that a hand may shake during a click. */
const SLACK = 4;

/** Whether the pointer has moved from where it went down, rather than shaken. */
function hasMoved(down: PointerEvent, { clientX, clientY }: PointerEvent): boolean {
  return Math.abs(clientX - down.clientX) + Math.abs(clientY - down.clientY) > SLACK;
}

/** Where the grid's cells are in sight now. */
function roomOf(view: GridView, viewport: Element): Room {
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

/** Scrolls by one frame's step, the faster the farther the pointer is beyond an edge of the room. */
function scrollBeyond(viewport: Element, { x, y }: Point, { left, right, top, bottom }: Room): void {
  viewport.scrollBy(speed(x, left, right), speed(y, top, bottom));
}

function speed(at: number, low: number, high: number): number {
  const beyond = at < low ? at - low : at > high ? at - high : 0;
  return Math.max(-MOST_SPEED, Math.min(MOST_SPEED, beyond * SPEED));
}

/** The line that shows where a drag would drop; a place of its own above the cells. */
interface DropLine {
  /** Between two rows, at a height of the window in CSS pixels. */
  showAcross(top: number, room: Room): void;
  /** Between two columns, from the header down. */
  showDown(left: number, room: Room): void;
  remove(): void;
}

/** A drop line that is not shown yet. */
export function createDropLine({ wrapper }: GridView): DropLine {
  const line = document.createElement('div');
  line.className = 'rc-drop-line';
  const place = (left: number, top: number, width: number, height: number): void => {
    if (!line.isConnected) wrapper.append(line);
    Object.assign(line.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    wrapper.classList.add('rc-dragging');
  };
  return {
    showAcross: (top, { left, right, top: highest, bottom }) => {
      const within = Math.min(Math.max(top, highest), bottom);
      place(left, within - THICK / 2, right - left, THICK);
    },
    showDown: (at, { left, right, bottom }) => {
      const top = wrapper.getBoundingClientRect().top;
      place(Math.min(Math.max(at, left), right) - THICK / 2, top, THICK, bottom - top);
    },
    remove: () => {
      line.remove();
      wrapper.classList.remove('rc-dragging');
    },
  };
}

/** CSS pixels. */
const THICK = 3;
