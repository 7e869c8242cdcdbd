import { type Column, columns } from '../person/catalogue.ts';
import type { CurrentTeam } from './current-team.ts';
import { memberCell } from './member-cell.ts';

/**
 * A current team as the rows of a file that `readCurrentTeam` reads back, the header first: the columns that it tells, in
 * the order of the catalogue.
 */
export function* teamRows({ people, untold }: CurrentTeam): Generator<readonly string[]> {
  const told = columns.filter(({ key }) => !untold.includes(key));
  yield told.map(({ header }: Column) => header);
  for (const member of people) yield told.map(({ key }) => memberCell(member, key));
}
