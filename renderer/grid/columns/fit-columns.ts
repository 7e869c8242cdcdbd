import type { GridView } from '../grid-view.ts';
import { columnIdOf, positionOfColumn } from './column-id.ts';
import { isInSelectedColumns } from './header-pointer.ts';

/** The widest that a column is made for its texts, in CSS pixels; whoever wants more takes it by hand. */
const WIDEST = 600;

/** Makes a column as wide as its header and its texts in sight need; of several whole columns that are selected, each. */
export function fitColumns(view: GridView, position: number): void {
  if (isInSelectedColumns(view, position)) fitSelected(view);
  else fit(view, [position]);
}

/** The same for the columns of the selection. */
export function fitSelected(view: GridView): void {
  const { block, shownPositions } = view;
  if (block !== null) fit(view, shownPositions.slice(block.firstColumn, block.lastColumn + 1));
}

function fit({ api }: GridView, positions: readonly number[]): void {
  api.autoSizeColumns({ colIds: positions.map(columnIdOf), defaultMaxWidth: WIDEST });
}

/** Fits a column when the edge of its header is double-clicked. Answers a function that stops it. */
export function fitOnDoubleClick(view: GridView): () => void {
  const onDouble = (event: MouseEvent): void => {
    const edge = event.target instanceof Element ? event.target.closest('.ag-header-cell-resize') : null;
    const position = positionOfColumn(edge?.closest('.ag-header-cell')?.getAttribute('col-id') ?? '');
    if (position === null) return;
    // AG Grid would fit this column alone, however wide.
    event.stopPropagation();
    fitColumns(view, position);
  };
  view.wrapper.addEventListener('dblclick', onDouble, { capture: true });
  return () => {
    view.wrapper.removeEventListener('dblclick', onDouble, { capture: true });
  };
}
