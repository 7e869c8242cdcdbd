import { displayedIn } from '../../app/session/displayed-rows.ts';
import type { CellPlace } from '../../app/session/document.ts';
import { documentOf, type GridView } from '../grid-view.ts';

/** Every selected cell of a person, row by row; the empty last row has none. */
export function selectedCells(view: GridView): CellPlace[] {
  const { block, shownPositions } = view;
  if (block === null) return [];
  const positions = shownPositions.slice(block.firstColumn, block.lastColumn + 1);
  const rows = displayedIn(documentOf(view)).slice(block.firstRow, block.lastRow + 1);
  return rows.flatMap(({ id }) => positions.map((position) => ({ row: id, position })));
}
