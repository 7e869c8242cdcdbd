import { displayedIn } from '../../app/session/displayed-rows.ts';
import type { Document, Selection } from '../../app/session/document.ts';
import { gridIndexOf } from '../typing-row.ts';
import type { Spot } from './move-spot.ts';

/** The selection as it lies in the grid now: first and last row and column, and the active cell, which takes typing. */
export interface Block {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly active: Spot;
}

/**
 * Where a selection lies, given the positions of the shown columns in their order; null where there is none or its
 * rows are gone.
 */
export function blockOf(
  document: Pick<Document, 'roster' | 'shown'>,
  selection: Selection | null,
  shownPositions: readonly number[],
): Block | null {
  if (selection === null) return null;
  const { kind, anchor, head } = selection;
  const anchorRow = gridIndexOf(document, anchor.row);
  const headRow = gridIndexOf(document, head.row);
  if (anchorRow === null || headRow === null) return null;
  const anchorColumn = Math.max(0, shownPositions.indexOf(anchor.position));
  const headColumn = Math.max(0, shownPositions.indexOf(head.position));
  const isRows = kind === 'rows';
  const isColumns = kind === 'columns';
  return {
    firstRow: isColumns ? 0 : Math.min(anchorRow, headRow),
    lastRow: isColumns ? Math.max(0, displayedIn(document).length - 1) : Math.max(anchorRow, headRow),
    firstColumn: isRows ? 0 : Math.min(anchorColumn, headColumn),
    lastColumn: isRows ? shownPositions.length - 1 : Math.max(anchorColumn, headColumn),
    active: { row: anchorRow, column: anchorColumn },
  };
}

/** Whether the block is one cell only. */
export function isSingle({ firstRow, lastRow, firstColumn, lastColumn }: Block): boolean {
  return firstRow === lastRow && firstColumn === lastColumn;
}

/** Whether a cell lies in the block. */
export function holds(block: Block | null, row: number, column: number): block is Block {
  return block !== null && holdsRow(block, row) && column >= block.firstColumn && column <= block.lastColumn;
}

/** Whether the block reaches a row. */
export function holdsRow(block: Block | null, row: number): block is Block {
  return block !== null && row >= block.firstRow && row <= block.lastRow;
}
