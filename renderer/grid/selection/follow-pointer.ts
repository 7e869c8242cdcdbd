import type { GridView } from '../grid-view.ts';
import { hasMoved, type Point, type Room, roomOf, scrollBeyond } from './scroll-at-edges.ts';

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
