import { AT } from '../columns/catalogue.ts';
import { cellAt, type Roster, type Row } from '../roster/roster.ts';
import { groupNames } from '../rules/cell-rules/groups.ts';
import { yesNoMeaning } from '../rules/cell-rules/yes-no.ts';
import type { CurrentTeam, TeamMember } from './current-team.ts';

/**
 * The current team from the roster that a file of Agent Connect's “Download Current Team” reads as; `takenAt` is the
 * file's time (ISO date and time). Rows without email and ID are nobody that a rule could find, and are left out.
 */
export function readCurrentTeam(roster: Roster, takenAt: string): CurrentTeam {
  const people = roster.rows
    .map(readMember)
    .filter(({ email, employeeId }) => email !== '' || employeeId !== '');
  return { takenAt, people };
}

function readMember(row: Row): TeamMember {
  const text = (key: keyof typeof AT): string => cellAt(row, AT[key]).trim();
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
