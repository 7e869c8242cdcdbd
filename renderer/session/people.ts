import { AT } from '../../shared/columns/catalogue.ts';
import { cellAt, lineOf, type Roster, type RowId } from '../../shared/roster/roster.ts';
import type { People } from '../../shared/rules/messages.ts';

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
