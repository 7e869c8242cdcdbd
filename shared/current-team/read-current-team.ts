import { type ColumnKey, columns } from '../person/catalogue.ts';
import type { ReadRoster } from '../roster/read-roster.ts';
import { inSlices, type SlicedWork } from '../roster/sliced-work.ts';
import { cleaned } from '../rules/cell-rules/clean-text.ts';
import type { CurrentTeam, TeamMember } from './current-team.ts';
import { readMember } from './read-member.ts';

/** People between two pauses. */
const SLICE = 200;

/**
 * The current team, read in slices, of a file from Agent Connect's “Download Current Team”, which has a roster's
 * columns. `takenAt` is when the file was made, as ISO date and time. Rows without email and ID are nobody that a
 * roster could mean.
 */
export function* readCurrentTeam(
  { roster, columns: found }: Pick<ReadRoster, 'roster' | 'columns'>,
  takenAt: string,
): SlicedWork<CurrentTeam> {
  const told = new Set<ColumnKey | null>(found.map(({ key }) => key));
  const people: TeamMember[] = [];
  yield* inSlices(roster.rows, SLICE, (row) => {
    const member = readMember(row);
    if (isKnown(member)) people.push(member);
  });
  return {
    takenAt,
    people,
    untold: columns.map(({ key }) => key).filter((key) => !told.has(key)),
  };
}

function isKnown({ email, employeeId }: TeamMember): boolean {
  return cleaned(email) !== '' || cleaned(employeeId) !== '';
}
