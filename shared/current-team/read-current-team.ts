import { type ColumnKey, columns } from '../columns/catalogue.ts';
import type { ReadRoster } from '../roster/read-roster.ts';
import { cleaned } from '../rules/cell-rules/clean-text.ts';
import type { CurrentTeam, TeamMember } from './current-team.ts';
import { readMember } from './read-member.ts';

/**
 * The current team of a file from Agent Connect's “Download Current Team”, which has a roster's columns. `takenAt` is
 * when the file was made, as ISO date and time. Rows without email and ID are nobody that a roster could mean.
 */
export function readCurrentTeam(
  { roster, columns: found }: Pick<ReadRoster, 'roster' | 'columns'>,
  takenAt: string,
): CurrentTeam {
  const told = new Set<ColumnKey | null>(found.map(({ key }) => key));
  return {
    takenAt,
    people: roster.rows.map(readMember).filter(isKnown),
    untold: columns.map(({ key }) => key).filter((key) => !told.has(key)),
  };
}

function isKnown({ email, employeeId }: TeamMember): boolean {
  return cleaned(email) !== '' || cleaned(employeeId) !== '';
}
