import { columnOf } from '../../person/catalogue.ts';
import type { TeamMember } from '../../person/team-member.ts';
import { memberCell } from '../../team/member-cells.ts';
import { groupNames } from '../../rules/cell-rules/groups.ts';
import { normalizeLineBreaks } from '../../text/plain-text.ts';
import type { UpdateOrder } from './upload-order.ts';

/** What somebody has now, against an order to change it. */
export type Comparison =
  /** All that was to be changed, or none of it yet. */
  | { readonly kind: 'asWanted' | 'asBefore' }
  /** Something else than the plan has seen, in the columns with these headers. */
  | { readonly kind: 'changedSince'; readonly columns: readonly string[] };

type Change = UpdateOrder['changes'][number];

/**
 * Compares somebody as Agent Connect has them with the fields of an order. The status is not among them: an answer about
 * a person does not tell it.
 */
export function compareMember(order: UpdateOrder, member: TeamMember): Comparison {
  const changes = order.changes.filter(({ column }) => column !== 'deactivated');
  const left = changes.filter((change) => !isWanted(change, order, member));
  if (left.length === 0) return { kind: 'asWanted' };
  const others = left.filter((change) => !isBefore(change, member));
  if (others.length === 0) return { kind: 'asBefore' };
  return { kind: 'changedSince', columns: others.map(({ column }) => columnOf(column).header) };
}

function isWanted({ column, to }: Change, { body }: UpdateOrder, member: TeamMember): boolean {
  if (column !== 'teamLeader') return isSameCell(column, to, memberCell(member, column));
  // A cell may name the leader by an ID, and an answer tells nothing but the address.
  const leader = body?.team_leader_email ?? '';
  return leader !== '' && isSameCell('email', leader, member.teamLeader);
}

function isBefore({ column, from }: Change, member: TeamMember): boolean {
  if (from === null) return true;
  const now = memberCell(member, column);
  // A snapshot from a file may name the leader by an ID.
  if (column === 'teamLeader') return !from.includes('@') || isSameCell('email', from, now);
  return isSameCell(column, from, now);
}

/** Whether two cells of a column say the same of a person, whatever their case, order or line breaks. */
export function isSameCell(column: Change['column'], one: string, other: string): boolean {
  switch (column) {
    case 'email':
      return one.toLowerCase() === other.toLowerCase();
    case 'profile':
      return normalizeLineBreaks(one) === normalizeLineBreaks(other);
    case 'groups':
      return sortedOnce(one) === sortedOnce(other);
    default:
      return one === other;
  }
}

/** Groups have no order. */
function sortedOnce(groups: string): string {
  return JSON.stringify([...new Set(groupNames(groups) ?? [])].sort());
}
