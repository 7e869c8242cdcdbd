import { documentOf, type GridView } from '../grid-view.ts';
import { type Block, blockOf, holdsRow } from './selected-block.ts';

/** Draws the selection of the session; only rows in sight that the old or the new block reaches are touched. */
export function drawSelection(view: GridView): void {
  const old = view.block;
  view.block = currentBlock(view);
  const rowNodes = view.api
    .getRenderedNodes()
    .filter(({ rowIndex }) => holdsRow(old, rowIndex ?? -1) || holdsRow(view.block, rowIndex ?? -1));
  if (rowNodes.length > 0) view.api.refreshCells({ rowNodes });
}

/** Where the session's selection lies now. */
export function currentBlock(view: GridView): Block | null {
  return blockOf(documentOf(view), view.session.store.getState().selection, view.shownPositions);
}
