import { type Column, type ColumnKey, columns } from '../columns/catalogue.ts';
import { formatGroups } from '../rules/cell-rules/groups.ts';
import { NO, YES } from '../rules/assumptions.ts';
import type { Channel, CurrentTeam, TeamMember } from './current-team.ts';

/**
 * A current team as the rows of a file that `readCurrentTeam` reads back, the header first: the columns that it tells, in
 * the order of the catalogue.
 */
export function* teamRows({ people, untold }: CurrentTeam): Generator<readonly string[]> {
  const told = columns.filter(({ key }) => !untold.includes(key));
  yield told.map(({ header }: Column) => header);
  for (const member of people) {
    const cells = cellsOf(member);
    yield told.map(({ key }) => cells[key]);
  }
}

function cellsOf(member: TeamMember): Readonly<Record<ColumnKey, string>> {
  const has = (channel: Channel): string => yesNo(member.channels.includes(channel));
  return {
    role: member.role,
    canManageTeams: yesNo(member.canManageTeams),
    email: member.email,
    employeeId: member.employeeId,
    firstName: member.firstName,
    lastName: member.lastName,
    homeTown: member.homeTown,
    stateOrCountry: member.stateOrCountry,
    profile: member.profile,
    phoneChannel: has('phone'),
    chatChannel: has('chat'),
    emailChannel: has('email'),
    teamLeader: member.teamLeader,
    employmentStatus: member.employmentStatus,
    startDate: member.startDate,
    groups: member.groups.length === 0 ? '' : formatGroups(member.groups),
    temporaryPassword: '',
    licenseType: member.licenseType,
    deactivated: yesNo(member.deactivated),
    photoUrl: member.photoUrl,
  };
}

function yesNo(yes: boolean): string {
  return yes ? YES : NO;
}
