import { AT, type ColumnKey } from '../columns/catalogue.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { YES } from '../rules/assumptions.ts';
import type { Channel, TeamMember } from './current-team.ts';
import { saidGroups, saidText } from './said-text.ts';

/** The channel of each column that says whether someone has it. */
const CHANNEL_OF = {
  phoneChannel: 'phone',
  chatChannel: 'chat',
  emailChannel: 'email',
} as const satisfies Partial<Record<ColumnKey, Channel>>;

const CHANNEL_COLUMNS = ['phoneChannel', 'chatChannel', 'emailChannel'] as const;

/** What a row says about a person. A cell that says nothing clear is no, none, or the text that it has. */
export function readMember(row: Row): TeamMember {
  const text = (key: ColumnKey): string => saidText(key, cellAt(row, AT[key]));
  const isYes = (key: ColumnKey): boolean => text(key) === YES;
  return {
    role: text('role'),
    canManageTeams: isYes('canManageTeams'),
    email: text('email'),
    employeeId: text('employeeId'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    homeTown: text('homeTown'),
    stateOrCountry: text('stateOrCountry'),
    profile: text('profile'),
    channels: CHANNEL_COLUMNS.filter(isYes).map((key) => CHANNEL_OF[key]),
    teamLeader: text('teamLeader'),
    employmentStatus: text('employmentStatus'),
    startDate: text('startDate'),
    groups: saidGroups(cellAt(row, AT.groups)),
    licenseType: text('licenseType'),
    deactivated: isYes('deactivated'),
    photoUrl: text('photoUrl'),
  };
}
