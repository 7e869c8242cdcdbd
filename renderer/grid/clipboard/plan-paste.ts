import type { Block } from '../selection/selected-block.ts';

/** How many rows and columns something has. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Where a pasted block goes, in the grid's rows and columns as they are shown. */
export interface PastePlan {
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Rows that take texts, those to be added among them. */
  readonly rows: number;
  readonly columns: number;
  /** Columns of the block for which the grid has none. */
  readonly leftOut: number;
}

/**
 * Where a block of a size goes, as in Excel: into the whole selection if it fits a whole number of times each way, else
 * from the selection's first cell on. It may reach past the last row, never past the last column.
 */
export function planPaste(block: Size, selection: Block, columnCount: number): PastePlan {
  const { firstRow, firstColumn } = selection;
  const rows = selection.lastRow - firstRow + 1;
  const columns = selection.lastColumn - firstColumn + 1;
  const fills = rows % block.rows === 0 && columns % block.columns === 0;
  const size = fills ? { rows, columns } : block;
  const fitting = Math.min(size.columns, columnCount - firstColumn);
  return {
    firstRow,
    firstColumn,
    rows: size.rows,
    columns: fitting,
    leftOut: size.columns - fitting,
  };
}
