import { type Column, columns } from '../columns/catalogue.ts';
import type { CurrentTeam } from './current-team.ts';
import { memberCells } from './member-cells.ts';

/**
 * A current team as the rows of a file that `readCurrentTeam` reads back, the header first: the columns that it tells, in
 * the order of the catalogue.
 */
export function* teamRows({ people, untold }: CurrentTeam): Generator<readonly string[]> {
  const told = columns.filter(({ key }) => !untold.includes(key));
  yield told.map(({ header }: Column) => header);
  for (const member of people) {
    const cells = memberCells(member);
    yield told.map(({ key }) => cells[key]);
  }
}
