import type { Roster, Row, RowId } from '../../shared/roster/roster.ts';

/** The id of the empty last row; ids of people start at 1. */
const TYPING_ROW_ID: RowId = 0;

/** The empty last row of the grid: no person yet, but typing into it adds one. */
export function createTypingRow(): Row {
  return { id: TYPING_ROW_ID, index: Number.MAX_SAFE_INTEGER, cells: [] };
}

/** Whether an id is that of the empty last row. */
export function isTypingRow(id: RowId): boolean {
  return id === TYPING_ROW_ID;
}

/** The grid's index of a row, from 0; the empty last row comes after all people. Null for a row that is gone. */
export function gridIndexOf(roster: Roster, id: RowId): number | null {
  return isTypingRow(id) ? roster.rows.length : (roster.byId.get(id)?.index ?? null);
}

/** The row at the grid's index; null outside the grid. */
export function rowIdAt(roster: Roster, index: number): RowId | null {
  return index === roster.rows.length ? TYPING_ROW_ID : (roster.rows[index]?.id ?? null);
}
