import type { CellPlace } from '../../session/state.ts';
import { GUTTER, positionOfColumn } from '../columns/column-id.ts';
import type { GridView } from '../grid-view.ts';

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
  const at = { x: down.clientX, y: down.clientY };
  let moved = false;
  const tick = (): void => {
    if (signal.aborted) return;
    if (moved) reach(view, viewport, at, reached);
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

/** Pixels that a hand may shake during a click. */
const SLACK = 4;
/** Pixels scrolled a frame for each pixel beyond an edge, and the most. */
const SPEED = 0.35;
const MOST_SPEED = 60;

function reach(
  view: GridView,
  viewport: Element,
  { x, y }: { x: number; y: number },
  reached: (hit: Hit) => void,
): void {
  const room = cellRoom(view, viewport);
  viewport.scrollBy(speed(x, room.left, room.right), speed(y, room.top, room.bottom));
  const inside = document.elementFromPoint(
    Math.min(Math.max(x, room.left + 1), room.right - 2),
    Math.min(Math.max(y, room.top + 1), room.bottom - 2),
  );
  const hit = hitOf(inside);
  if (hit !== null) reached(hit);
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
