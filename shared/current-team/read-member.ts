import { AT, type ColumnKey } from '../columns/catalogue.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { employmentStatusMeaning, licenseTypeMeaning } from '../rules/cell-rules/choices.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { groupNames } from '../rules/cell-rules/groups.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import { yesNoMeaning } from '../rules/cell-rules/yes-no.ts';
import type { Channel, TeamMember } from './current-team.ts';

/** The channel of each column that says whether someone has it. */
const CHANNEL_OF = {
  phoneChannel: 'phone',
  chatChannel: 'chat',
  emailChannel: 'email',
} as const satisfies Partial<Record<ColumnKey, Channel>>;

const CHANNEL_COLUMNS = ['phoneChannel', 'chatChannel', 'emailChannel'] as const;

/** What a row says about a person. A cell that says nothing clear is no, none, or the text that it has. */
export function readMember(row: Row): TeamMember {
  const text = (key: ColumnKey): string => comparable(cellAt(row, AT[key]));
  const isYes = (position: number): boolean => yesNoMeaning(cellAt(row, position)) === 'y';
  return {
    role: text('role'),
    canManageTeams: isYes(AT.canManageTeams),
    email: text('email'),
    employeeId: text('employeeId'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    homeTown: text('homeTown'),
    stateOrCountry: text('stateOrCountry'),
    profile: text('profile'),
    channels: CHANNEL_COLUMNS.filter((key) => isYes(AT[key])).map((key) => CHANNEL_OF[key]),
    teamLeader: text('teamLeader'),
    employmentStatus: employmentStatusMeaning(text('employmentStatus')) ?? text('employmentStatus'),
    startDate: sureDate(text('startDate')),
    groups: groupNames(text('groups')) ?? [],
    licenseType: licenseTypeMeaning(text('licenseType')) ?? text('licenseType'),
    deactivated: isYes(AT.deactivated),
    photoUrl: text('photoUrl'),
  };
}

/** YYYY-MM-DD where a text can only be one date; else the text. */
function sureDate(text: string): string {
  if (text === '') return text;
  const [only, other] = readDate(text).readings;
  return only !== undefined && other === undefined ? only.date : text;
}
