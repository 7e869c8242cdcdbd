import type { GridView } from '../grid-view.ts';
import type { Room } from '../selection/scroll-at-edges.ts';
import './drop-line.css';

/** The line that shows where a drag would drop; a place of its own above the cells. */
export interface DropLine {
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
