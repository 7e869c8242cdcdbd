import type { ColumnKey } from '../columns/catalogue.ts';
import { NO, YES } from '../rules/assumptions.ts';
import { formatGroups } from '../rules/cell-rules/groups.ts';
import type { Channel, TeamMember } from './current-team.ts';

/** What the cells of someone would be in a roster, by column. */
export function memberCells(member: TeamMember): Readonly<Record<ColumnKey, string>> {
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
