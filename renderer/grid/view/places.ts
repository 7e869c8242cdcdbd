import type { Row, RowId } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import type { Document, Selection } from '../../app/session/document.ts';

/** A cell by the grid's row index and the column's place among the shown columns, both from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

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

/** The id of the empty last row; ids of people start at 1. */
const NEW_ROW_ID: RowId = 0;

/** The empty last row of the grid: no person yet, but typing into it adds one. */
export function createNewRow(): Row {
  return { id: NEW_ROW_ID, index: Number.MAX_SAFE_INTEGER, cells: [] };
}

/** Whether an id is that of the empty last row. */
export function isNewRow(id: RowId): boolean {
  return id === NEW_ROW_ID;
}

/** What decides which rows the grid shows. */
type Displayed = Pick<Document, 'roster' | 'shown'>;

/** The grid's index of a row, from 0; the empty last row comes after all people. Null for a row that is gone or hidden. */
export function gridIndexOf(document: Displayed, id: RowId): number | null {
  if (isNewRow(id)) return displayedIn(document).length;
  const { roster, shown } = document;
  return (shown === null ? roster.byId.get(id)?.index : shown.indexOf.get(id)) ?? null;
}

/** The row at the grid's index; null outside the grid. */
export function rowIdAt(document: Displayed, index: number): RowId | null {
  const rows = displayedIn(document);
  return index === rows.length ? NEW_ROW_ID : (rows[index]?.id ?? null);
}
