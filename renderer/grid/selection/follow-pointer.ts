import { GUTTER } from '../columns/column-id.ts';
import type { GridView } from '../grid-view.ts';

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of the window where cells are in sight, without the header, the gutter and the scroll bars. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a drag does. A click is a drag that has not moved. */
interface Drag {
  /** Where the pointer is, once a frame from when it has moved, after scrolling. */
  over(point: Point, room: Room): void;
  /** The button went up (`dropped`), or Escape or the system broke it off. */
  end?(outcome: 'dropped' | 'clicked' | 'cancelled'): void;
}

/** Pixels that a hand may shake during a click. */
const SLACK = 4;
/** Pixels scrolled a frame for each pixel beyond an edge, and the most. */
const SPEED = 0.35;
const MOST_SPEED = 60;

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
    ({ clientX, clientY }) => {
      moved ||= Math.abs(clientX - down.clientX) + Math.abs(clientY - down.clientY) > SLACK;
      at = { x: clientX, y: clientY };
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

function scrollAtEdges(view: GridView, viewport: Element, { x, y }: Point): Room {
  const room = roomOf(view, viewport);
  const pinned = view.wrapper.querySelector('.ag-row .ag-cell-last-left-pinned')?.getBoundingClientRect();
  viewport.scrollBy(speed(x, pinned?.right ?? room.left, room.right), speed(y, room.top, room.bottom));
  return room;
}

function speed(at: number, low: number, high: number): number {
  const beyond = at < low ? at - low : at > high ? at - high : 0;
  return Math.max(-MOST_SPEED, Math.min(MOST_SPEED, beyond * SPEED));
}

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
