import { AT, type ColumnKey, columns } from '../../../shared/person/catalogue.ts';
import {
  appendRow,
  cellAt,
  emptyRoster,
  type Roster,
  type RosterColumns,
} from '../../../shared/roster/roster.ts';

/** The texts of one person by column; the rest is empty. */
export type Person = Partial<Record<ColumnKey, string>>;

/** A roster of people with the given texts. */
export function makeRoster(people: readonly Person[], shown?: RosterColumns): Roster {
  const roster = emptyRoster(shown);
  for (const person of people)
    appendRow(
      roster,
      columns.map(({ key }) => person[key] ?? ''),
    );
  return roster;
}

/** The texts of one column, from the first row to the last. */
export function textsOf(roster: Roster, key: ColumnKey): string[] {
  return roster.rows.map((row) => cellAt(row, AT[key]));
}
