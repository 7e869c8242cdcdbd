import { commitEditing } from '../editing/edit-cell.ts';
import { dragColumns } from '../moving/drag-columns.ts';
import type { GridView } from '../grid-view.ts';
import { followPointer } from '../selection/follow-pointer.ts';
import type { Point } from '../selection/scroll-at-edges.ts';
import { selectAll } from '../selection/select-cells.ts';
import { selectColumn } from '../selection/select-columns.ts';
import { GUTTER, positionOfColumn } from './column-id.ts';

/**
 * Selects whole columns by the header: click, Shift+click, drag; a selected one drags all that are selected to another
 * place. The corner above the line numbers selects everything.
 */
export function listenToHeader(view: GridView): () => void {
  const onDown = (event: PointerEvent): void => {
    const column = headerAt(event.target);
    if (column === null || event.button !== 0) return;
    commitEditing(view);
    const position = positionOfColumn(column);
    if (column === GUTTER) selectAll(view);
    if (position === null) return;
    if (!event.shiftKey && isInSelectedColumns(view, position)) {
      dragColumns(view, event, position);
      return;
    }
    selectColumn(view, position, event.shiftKey);
    followPointer(view, event, {
      over: (point, { top }) => {
        reach(view, point, top);
      },
    });
  };
  // The browser would focus the header; the active cell keeps the focus.
  const onMouseDown = (event: MouseEvent): void => {
    if (headerAt(event.target) !== null) event.preventDefault();
  };
  view.wrapper.addEventListener('pointerdown', onDown, { capture: true });
  view.wrapper.addEventListener('mousedown', onMouseDown, { capture: true });
  return () => {
    view.wrapper.removeEventListener('pointerdown', onDown, { capture: true });
    view.wrapper.removeEventListener('mousedown', onMouseDown, { capture: true });
  };
}

/** The grid's id of the column whose header lies under the pointer; null on a button in it and on its resize handle. */
export function headerAt(target: EventTarget | null): string | null {
  if (
    !(target instanceof Element) ||
    target.closest('button, .rc-header-menu, .ag-header-cell-resize') !== null
  )
    return null;
  return target.closest('.ag-header-cell')?.getAttribute('col-id') ?? null;
}

/** Whether a column is one of whole columns that are selected. */
export function isInSelectedColumns({ session, block, shownPositions }: GridView, position: number): boolean {
  const index = shownPositions.indexOf(position);
  const isColumns = session.store.getState().selection?.kind === 'columns';
  return isColumns && block !== null && index >= block.firstColumn && index <= block.lastColumn;
}

function reach(view: GridView, { x }: Point, cellsTop: number): void {
  const column = headerAt(document.elementFromPoint(x, cellsTop - 2));
  const position = column === null ? null : positionOfColumn(column);
  if (position !== null) selectColumn(view, position, true);
}
