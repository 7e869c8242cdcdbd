import type { CellPlace } from '../../app/session/document.ts';
import type { GridView } from '../grid-view.ts';
import { columnIdOf } from '../columns/column-id.ts';
import { showCell } from '../selection/select-cells.ts';

/**
 * Keeps the active cell in sight when the grid gets smaller: when the bar for finding comes at its foot, the panel at
 * its side, or the window shrinks. A cell that was scrolled away stays where it is. Answers a function that stops it.
 */
export function keepInSight(view: GridView): () => void {
  let before = view.wrapper.getBoundingClientRect();
  const observer = new ResizeObserver(() => {
    const now = view.wrapper.getBoundingClientRect();
    const { selection } = view.session.store.getState();
    const isSmaller = now.width < before.width || now.height < before.height;
    if (isSmaller && selection !== null && isInSight(view, selection.anchor, before))
      showCell(view, selection.anchor);
    before = now;
  });
  observer.observe(view.wrapper);
  return () => {
    observer.disconnect();
  };
}

/** Whether a cell as it is drawn now is in the grid's room, or in what was its room. */
export function isInSight(
  { wrapper }: GridView,
  { row, position }: CellPlace,
  room = wrapper.getBoundingClientRect(),
): boolean {
  const cell = wrapper.querySelector(`.ag-row[row-id="${row}"] [col-id="${columnIdOf(position)}"]`);
  return cell !== null && overlaps(cell.getBoundingClientRect(), room);
}

function overlaps(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
