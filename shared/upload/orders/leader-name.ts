import { AT } from '../../person/catalogue.ts';
import type { CurrentTeam } from '../../person/team-member.ts';
import { memberOf } from '../../team/match-rows.ts';
import { findLeaders } from '../../roster/hierarchy.ts';
import { cellAt, type Roster, type Row } from '../../roster/roster.ts';
import { TeamIndex } from '../../rules/team-index.ts';
import { leaderEmail } from '../plan/place-row.ts';
import type { UploadPlan } from '../plan/upload-plan.ts';

/**
 * By which email address a request for a row names its leader: the one that Agent Connect will know by then. Pauses every
 * few milliseconds.
 */
export function* namingLeaders(
  plan: UploadPlan,
  roster: Roster,
  team: CurrentTeam,
): Generator<void, (row: Row) => string> {
  const index = new TeamIndex();
  yield* index.fill(team);
  const leaders = yield* findLeaders(roster);
  const memberNamed = (row: Row, position: number) => memberOf(cellAt(row, position), index);
  return (row) => {
    const leader = roster.rows[leaders[row.index] ?? -1];
    if (leader === undefined) return memberNamed(row, AT.teamLeader)?.email ?? '';
    // Someone who manages teams already leads on, although nothing is to be sent for the own row.
    const member = memberNamed(leader, AT.email) ?? memberNamed(leader, AT.employeeId);
    return leaderEmail({ row: leader, member }, plan.rows[leader.index]);
  };
}
