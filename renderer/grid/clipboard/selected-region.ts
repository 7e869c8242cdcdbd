import type { Row } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../session/displayed-rows.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { currentBlock } from '../selection/draw-selection.ts';

/** A block of cells as it is shown: rows of people and positions in `Row.cells`, in their order on the screen. */
export interface Region {
  readonly rows: readonly Row[];
  readonly positions: readonly number[];
}

/** The selected cells of people; null where none is selected, as in the empty last row. */
export function selectedRegion(view: GridView): Region | null {
  const block = currentBlock(view);
  if (block === null) return null;
  const rows = displayedIn(documentOf(view)).slice(block.firstRow, block.lastRow + 1);
  const positions = view.shownPositions.slice(block.firstColumn, block.lastColumn + 1);
  return rows.length === 0 || positions.length === 0 ? null : { rows, positions };
}
