import { AT } from '../../../shared/person/catalogue.ts';
import { cellAt, lineOf, type Roster, type Row, type RowId } from '../../../shared/roster/roster.ts';
import type { People } from '../../../shared/rules/messages.ts';
import type { Document } from './document.ts';

/** The lines and names that sentences about problems use, as they stand now. */
export function peopleOf(roster: Roster): People {
  return {
    lineOf: (id: RowId) => {
      const row = roster.byId.get(id);
      return row ? lineOf(row) : 0;
    },
    nameOf: (id: RowId) => {
      const row = roster.byId.get(id);
      return row ? `${cellAt(row, AT.firstName).trim()} ${cellAt(row, AT.lastName).trim()}`.trim() : '';
    },
  };
}

/**
 * The line of the file that was opened on which a row stands, where that is another than the one here; null where it is
 * the same, for a row that is not of the file, and once the file was saved as the roster is here.
 */
export function lineInFile({ fileLines, savedAs }: Document, row: Row): number | null {
  const line = savedAs === null ? fileLines?.[row.id - 1] : undefined;
  return line === undefined || line === lineOf(row) ? null : line;
}
