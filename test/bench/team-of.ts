import type { CurrentTeam, TeamMember } from '../../shared/person/team-member.ts';
import { readMember } from '../../shared/team/member-cells.ts';
import type { Roster } from '../../shared/roster/roster.ts';

/** Of so many rows one is of somebody whom Agent Connect does not have, and one differs from what it has. */
const ROWS_TO_A_NEWCOMER = 50;
const ROWS_TO_A_CHANGE = 10;

/** A current team of the people of a roster, some of whom differ in it from their rows. */
export function teamOf(roster: Roster): CurrentTeam {
  const people = roster.rows.flatMap((row) => {
    if (row.index % ROWS_TO_A_NEWCOMER === 1) return [];
    const member = readMember(row);
    return [row.index % ROWS_TO_A_CHANGE === 3 ? beforeTheChange(member) : member];
  });
  return { takenAt: '2026-06-29T08:00:00Z', people, untold: [] };
}

function beforeTheChange(member: TeamMember): TeamMember {
  return {
    ...member,
    homeTown: 'Ghent',
    phoneChannel: false,
    chatChannel: true,
    emailChannel: false,
    teamLeader: 'leader20@acme.example',
  };
}
