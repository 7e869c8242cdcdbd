import type { GridView } from '../grid-view.ts';
import type { Field } from './popup.ts';

/** How large an editor starts at least and grows at most, in CSS pixels, before it scrolls. */
interface Sizes {
  readonly leastWidth: number;
  readonly leastHeight: number;
  readonly mostWidth: number;
  readonly mostHeight: number;
}

export const CELL_SIZES: Sizes = { leastWidth: 0, leastHeight: 0, mostWidth: 420, mostHeight: 220 };

/** For texts of several sentences: most of the grid if it must be. */
export const LARGE_SIZES: Sizes = { leastWidth: 380, leastHeight: 124, mostWidth: 640, mostHeight: 420 };

/** Both borders of an editor, which its scroll size leaves out. */
const BORDERS = 4;

/** Room that is left for the grid's scroll bars. */
const SCROLLBAR = 18;

/** Fits an editor to its text: over the cell at least, within the grid at most; where there is no room it grows up and left. */
export function fitField(view: GridView, field: Field, sizes: Sizes): void {
  const cell = field.closest('.ag-cell');
  if (!cell) return;
  const room = cell.getBoundingClientRect();
  const around = view.wrapper.getBoundingClientRect();
  const least = {
    width: Math.max(room.width, sizes.leastWidth),
    height: Math.max(room.height, sizes.leastHeight),
  };
  field.style.width = `${least.width}px`;
  field.style.height = `${least.height}px`;
  const isLeft = room.left + least.width > around.right - SCROLLBAR && sizes.leastWidth > room.width;
  const toEdge = isLeft ? room.right - around.left : around.right - room.left;
  const widest = Math.max(least.width, Math.min(sizes.mostWidth, toEdge - SCROLLBAR));
  field.style.width = `${Math.min(widest, Math.max(least.width, field.scrollWidth + BORDERS))}px`;
  const height = Math.min(sizes.mostHeight, Math.max(least.height, heightOf(field)));
  field.style.height = `${height}px`;
  const isAtFoot = room.top + height > around.bottom - SCROLLBAR && height > room.height;
  field.classList.toggle('rc-editor-upwards', isAtFoot);
  field.classList.toggle('rc-editor-leftwards', isLeft);
}

/** One line is as high as its cell. */
function heightOf(field: Field): number {
  return field instanceof HTMLInputElement ? 0 : field.scrollHeight + BORDERS;
}
