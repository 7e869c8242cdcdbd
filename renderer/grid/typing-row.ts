import type { Row, RowId } from '../../shared/roster/roster.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { Document } from '../app/session/document.ts';

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
