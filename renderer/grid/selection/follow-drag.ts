import type { CellPlace } from '../../app/session/document.ts';
import { GUTTER, positionOfColumn } from '../columns/column-id.ts';
import type { GridView } from '../grid-view.ts';
import { hasMoved, type Point, roomOf, scrollBeyond } from './scroll-at-edges.ts';

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
