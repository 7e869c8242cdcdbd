import type { Spot } from '../selection/move-spot.ts';
import type { Block } from '../selection/selected-block.ts';

/** A rectangle of the grid's rows and columns as they are shown. */
export type Area = Omit<Block, 'active'>;

/**
 * What dragging the fill handle of an area to a cell would fill: the cells from the area's edge to the cell, in the one
 * direction in which it is farther away; null inside the area. The empty last row, `rowCount`, is never filled.
 */
export function fillArea(area: Area, { row, column }: Spot, rowCount: number): Area | null {
  const reached = Math.min(row, rowCount - 1);
  const down = beyond(reached, area.firstRow, area.lastRow);
  const right = beyond(column, area.firstColumn, area.lastColumn);
  if (down === 0 && right === 0) return null;
  if (Math.abs(down) >= Math.abs(right))
    return down > 0
      ? { ...area, firstRow: area.lastRow + 1, lastRow: reached }
      : { ...area, firstRow: reached, lastRow: area.firstRow - 1 };
  return right > 0
    ? { ...area, firstColumn: area.lastColumn + 1, lastColumn: column }
    : { ...area, firstColumn: column, lastColumn: area.firstColumn - 1 };
}

/** The smallest area around two. */
export function around(one: Area, other: Area): Area {
  return {
    firstRow: Math.min(one.firstRow, other.firstRow),
    lastRow: Math.max(one.lastRow, other.lastRow),
    firstColumn: Math.min(one.firstColumn, other.firstColumn),
    lastColumn: Math.max(one.lastColumn, other.lastColumn),
  };
}

function beyond(at: number, first: number, last: number): number {
  return at < first ? at - first : at > last ? at - last : 0;
}
