import { type Column, type ColumnKey, columns } from '../person/catalogue.ts';
import type { CurrentTeam, TeamMember } from '../person/team-member.ts';
import type { ReadRoster } from '../roster/read-roster.ts';
import { inSlices, type SlicedWork } from '../roster/sliced-work.ts';
import { cleaned } from '../rules/cell-rules/clean-text.ts';
import { memberCell, readMember } from './member-cells.ts';

/**
 * The roles and groups that somebody of a current team has, in order; null where the snapshot does not tell them, or
 * nobody has one, which says nothing about what there is.
 */
export function knownNames({
  people,
  untold,
}: CurrentTeam): Readonly<Record<'roles' | 'groups', readonly string[] | null>> {
  const [roles, groups] = [new Set<string>(), new Set<string>()];
  for (const member of people) {
    if (member.role !== '') roles.add(member.role);
    for (const group of member.groups) groups.add(group);
  }
  const known = (key: ColumnKey, names: ReadonlySet<string>): readonly string[] | null =>
    untold.includes(key) || names.size === 0 ? null : [...names].sort();
  return { roles: known('role', roles), groups: known('groups', groups) };
}

/**
 * A current team as the rows of a file that `readCurrentTeam` reads back, the header first: the columns that it tells, in
 * the order of the catalogue.
 */
export function* teamRows({ people, untold }: CurrentTeam): Generator<readonly string[]> {
  const told = columns.filter(({ key }) => !untold.includes(key));
  yield told.map(({ header }: Column) => header);
  for (const member of people) yield told.map(({ key }) => memberCell(member, key));
}

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
