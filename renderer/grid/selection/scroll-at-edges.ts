import { GUTTER } from '../columns/column-id.ts';
import type { GridView } from '../grid-view.ts';

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
export function hasMoved(down: PointerEvent, { clientX, clientY }: PointerEvent): boolean {
  return Math.abs(clientX - down.clientX) + Math.abs(clientY - down.clientY) > SLACK;
}

/** Where the grid's cells are in sight now. */
export function roomOf(view: GridView, viewport: Element): Room {
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
export function scrollBeyond(viewport: Element, { x, y }: Point, { left, right, top, bottom }: Room): void {
  viewport.scrollBy(speed(x, left, right), speed(y, top, bottom));
}

function speed(at: number, low: number, high: number): number {
  const beyond = at < low ? at - low : at > high ? at - high : 0;
  return Math.max(-MOST_SPEED, Math.min(MOST_SPEED, beyond * SPEED));
}
