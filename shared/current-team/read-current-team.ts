import { AT, type ColumnKey } from '../columns/catalogue.ts';
import { cellAt, type Roster, type Row } from '../roster/roster.ts';
import { cleaned, comparable } from '../rules/cell-rules/clean-text.ts';
import { groupNames } from '../rules/cell-rules/groups.ts';
import { yesNoMeaning } from '../rules/cell-rules/yes-no.ts';
import type { CurrentTeam, TeamMember } from './current-team.ts';

/**
 * The current team of a file from Agent Connect's “Download Current Team”, which has a roster's columns. `takenAt` is
 * when the file was made, as ISO date and time. Rows without email and ID are nobody that a roster could mean.
 */
export function readCurrentTeam({ roster }: { readonly roster: Roster }, takenAt: string): CurrentTeam {
  return { takenAt, people: roster.rows.map(readMember).filter(isKnown) };
}

function readMember(row: Row): TeamMember {
  const text = (key: ColumnKey): string => comparable(cellAt(row, AT[key]));
  return {
    email: text('email'),
    employeeId: text('employeeId'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    role: text('role'),
    canManageTeams: yesNoMeaning(text('canManageTeams')) === 'y',
    teamLeader: text('teamLeader'),
    groups: groupNames(text('groups')) ?? [],
    deactivated: yesNoMeaning(text('deactivated')) === 'y',
  };
}

function isKnown({ email, employeeId }: TeamMember): boolean {
  return cleaned(email) !== '' || cleaned(employeeId) !== '';
}
