import { AT } from '../../columns/catalogue.ts';
import type { CurrentTeam } from '../../current-team/current-team.ts';
import { findLeaders } from '../../roster/hierarchy.ts';
import { cellAt, type Roster, type Row } from '../../roster/roster.ts';
import { comparable } from '../../rules/cell-rules/clean-text.ts';
import { TeamIndex } from '../../rules/team-index.ts';
import { memberOf } from '../plan/match-rows.ts';
import type { LeaderName } from '../plan/request-body.ts';
import type { PlannedRow, UploadPlan } from '../plan/upload-plan.ts';

const NOBODY: LeaderName = { email: '', employeeId: '' };

/**
 * By what a request for a row names its leader: as Agent Connect will know them by then. Someone who is left as they are
 * keeps the address that they have there, whatever the roster says. Pauses every few milliseconds.
 */
export function* namingLeaders(
  plan: UploadPlan,
  roster: Roster,
  team: CurrentTeam,
): Generator<void, (row: Row) => LeaderName> {
  const index = new TeamIndex();
  yield* index.fill(team);
  const leaders = yield* findLeaders(roster);
  return (row) => {
    const leader = roster.rows[leaders[row.index] ?? -1];
    if (leader === undefined) return memberOf(cellAt(row, AT.teamLeader), index) ?? NOBODY;
    return nameOf(leader, plan.rows[leader.index]);
  };
}

function nameOf(leader: Row, planned: PlannedRow | undefined): LeaderName {
  if (planned?.kind === 'exists') return planned.member;
  const told = {
    email: comparable(cellAt(leader, AT.email)),
    employeeId: comparable(cellAt(leader, AT.employeeId)),
  };
  if (planned?.kind !== 'changed') return told;
  const { member } = planned;
  return { email: told.email || member.email, employeeId: told.employeeId || member.employeeId };
}
