import { displayedIn } from '../../app/session/displayed-rows.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { currentBlock } from '../selection/draw-selection.ts';
import type { Region } from './region.ts';

/** The selected cells of people; null where none is selected, as in the empty last row. */
export function selectedRegion(view: GridView): Region | null {
  const block = currentBlock(view);
  if (block === null) return null;
  const rows = displayedIn(documentOf(view)).slice(block.firstRow, block.lastRow + 1);
  const positions = view.shownPositions.slice(block.firstColumn, block.lastColumn + 1);
  return rows.length === 0 || positions.length === 0 ? null : { rows, positions };
}
