import type { RowId } from '../../roster/roster.ts';
import type { Leader, Verdict } from './judge-row.ts';
import type { HoldReason, PlannedRow } from './upload-plan.ts';

/**
 * The place of a row in the plan, given the rows that were planned before it, by `Row.index`, its leader's among them: a wave after the
 * leader's own, the first wave where the leader is ready, or held where the leader cannot be named.
 */
export function placeRow(
  row: RowId,
  verdict: Verdict,
  leader: Leader,
  planned: readonly PlannedRow[],
): PlannedRow {
  if (verdict.kind === 'exists' || verdict.kind === 'blocked') return { row, ...verdict };
  const before = leader.row === null ? undefined : planned[leader.row.index];
  if (before?.kind === 'create' || before?.kind === 'changed')
    return { row, ...verdict, wave: before.wave + 1, leader: before.row };
  if (leader.member?.canManageTeams || !namesLeader(verdict))
    return { row, ...verdict, wave: 1, leader: null };
  return { row, kind: 'held', reason: holdReason(leader, before), leader: leader.row?.id ?? null };
}

/** Whether the request for a row names its leader. */
function namesLeader(verdict: Extract<Verdict, { kind: 'create' | 'changed' }>): boolean {
  return verdict.kind === 'create' || verdict.changes.some(({ column }) => column === 'teamLeader');
}

function holdReason(leader: Leader, before: PlannedRow | undefined): HoldReason {
  if (before?.kind === 'blocked' || before?.kind === 'held') return before.kind;
  if (leader.member !== null) return 'cannotManage';
  return leader.row === null ? 'notFound' : 'held';
}
