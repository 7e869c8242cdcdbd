import { AT } from '../../shared/person/catalogue.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';
import { cellAt, type Row, type RowId } from '../../shared/roster/roster.ts';
import type { People } from '../../shared/rules/messages.ts';

/** The line of the file that a spreadsheet shows for a row; where it differs from the row's place, the file says so. */
export function lineInFile({ lines }: ReadRoster, row: Row): number {
  const line = lines[row.index];
  if (line === undefined) throw new Error(`Row ${row.id} is not of the file`);
  return line;
}

/** Where a row stands: its line of the file, and its place among the people, from 1. */
export function placeInFile(read: ReadRoster, id: RowId): { readonly line: number; readonly row: number } {
  const row = read.roster.byId.get(id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return { line: lineInFile(read, row), row: row.index + 1 };
}

/** The lines of the file and the names in it, for the sentences about its problems. */
export function peopleOfFile(read: ReadRoster): People {
  const rowOf = (id: number): Row => {
    const row = read.roster.byId.get(id);
    if (row === undefined) throw new Error(`No row ${id}`);
    return row;
  };
  return {
    lineOf: (id) => lineInFile(read, rowOf(id)),
    nameOf: (id) => {
      const row = rowOf(id);
      return `${cellAt(row, AT.firstName).trim()} ${cellAt(row, AT.lastName).trim()}`.trim();
    },
  };
}
