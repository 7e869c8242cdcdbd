import { AT } from '../../person/catalogue.ts';
import { cellAt, type RowId } from '../../roster/roster.ts';
import { comparable } from '../../rules/cell-rules/clean-text.ts';
import type { Leader, Verdict } from './judge-row.ts';
import type { HoldReason, PlannedRow } from './upload-plan.ts';

/**
 * The place of a row in the plan, given the rows that were planned before it, by `Row.index`, its leader's among
 * them: a wave after the leader's own, the first wave where the leader is ready, or held where the leader cannot be
 * named.
 */
export function placeRow(
  row: RowId,
  verdict: Verdict,
  leader: Leader,
  planned: readonly PlannedRow[],
): PlannedRow {
  if (verdict.kind === 'exists' || verdict.kind === 'blocked') return { row, ...verdict };
  const before = leader.row === null ? undefined : planned[leader.row.index];
  const isSentBefore = before?.kind === 'create' || before?.kind === 'changed';
  const reason = namesLeader(verdict) ? holdReason(leader, before) : null;
  if (reason !== null) return { row, kind: 'held', reason, leader: leader.row?.id ?? null };
  if (isSentBefore) return { row, ...verdict, wave: before.wave + 1, leader: before.row };
  const gone =
    namesLeader(verdict) && leader.member?.deactivated === true ? { goneLeader: leader.member } : {};
  return { row, ...verdict, wave: 1, leader: null, ...gone };
}

/** The email address by which Agent Connect will know a leader when it is named; empty where there is none. */
export function leaderEmail({ row, member }: Leader, planned: PlannedRow | undefined): string {
  const told = row === null ? '' : comparable(cellAt(row, AT.email));
  if (planned?.kind === 'create') return told;
  // Someone who is left as they are keeps the address that they have there, whatever the roster says.
  return (planned?.kind === 'changed' && told) || (member?.email ?? '');
}

/** Whether the request for a row names its leader. */
function namesLeader(verdict: Extract<Verdict, { kind: 'create' | 'changed' }>): boolean {
  return verdict.kind === 'create' || verdict.changes.some(({ column }) => column === 'teamLeader');
}

/** Null where the leader can be named. */
function holdReason(leader: Leader, before: PlannedRow | undefined): HoldReason | null {
  const isReady = before?.kind === 'create' || before?.kind === 'changed' || leader.member?.canManageTeams;
  if (isReady) return leaderEmail(leader, before) === '' ? 'noEmail' : null;
  if (before?.kind === 'blocked' || before?.kind === 'held') return before.kind;
  if (leader.member !== null) return 'cannotManage';
  return leader.row === null ? 'notFound' : 'held';
}
