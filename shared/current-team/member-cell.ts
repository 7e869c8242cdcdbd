import type { ColumnKey } from '../columns/catalogue.ts';
import { NO, YES } from '../rules/assumptions.ts';
import { formatGroups } from '../rules/cell-rules/groups.ts';
import type { TeamMember } from './current-team.ts';

type Cell = (member: TeamMember) => string;

const CELLS: Readonly<Record<ColumnKey, Cell>> = {
  role: ({ role }) => role,
  canManageTeams: ({ canManageTeams }) => yesNo(canManageTeams),
  email: ({ email }) => email,
  employeeId: ({ employeeId }) => employeeId,
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  homeTown: ({ homeTown }) => homeTown,
  stateOrCountry: ({ stateOrCountry }) => stateOrCountry,
  profile: ({ profile }) => profile,
  phoneChannel: ({ channels }) => yesNo(channels.includes('phone')),
  chatChannel: ({ channels }) => yesNo(channels.includes('chat')),
  emailChannel: ({ channels }) => yesNo(channels.includes('email')),
  teamLeader: ({ teamLeader }) => teamLeader,
  employmentStatus: ({ employmentStatus }) => employmentStatus,
  startDate: ({ startDate }) => startDate,
  groups: ({ groups }) => (groups.length === 0 ? '' : formatGroups(groups)),
  temporaryPassword: () => '',
  licenseType: ({ licenseType }) => licenseType,
  deactivated: ({ deactivated }) => yesNo(deactivated),
  photoUrl: ({ photoUrl }) => photoUrl,
};

/** What someone's cell of a column would be in a roster. */
export function memberCell(member: TeamMember, key: ColumnKey): string {
  return CELLS[key](member);
}

function yesNo(yes: boolean): string {
  return yes ? YES : NO;
}
