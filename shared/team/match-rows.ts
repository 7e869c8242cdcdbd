import { AT } from '../person/catalogue.ts';
import type { TeamMember } from '../person/team-member.ts';
import { cellAt, type Roster, type Row, type RowId } from '../roster/roster.ts';
import { emailKey } from '../rules/cell-rules/email.ts';
import { idKey } from '../rules/cell-rules/employee-id.ts';
import type { TeamIndex } from '../rules/team-index.ts';

/** Rows between two pauses. */
const SLICE = 1000;

/** Who of the current team a row is, by email address and by employee ID. */
export type Match =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'member'; readonly member: TeamMember }
  | { readonly kind: 'twoPeople'; readonly byEmail: TeamMember; readonly byId: TeamMember };

/** The rows of a roster with whom of the current team they are. */
export interface Matches {
  /** By `Row.index`. */
  readonly ofRow: readonly Match[];
  /** The rows that are someone. */
  readonly rowsOf: ReadonlyMap<TeamMember, readonly RowId[]>;
}

const NOBODY: Match = { kind: 'nobody' };

/** Finds who of the current team each row is; pauses every few milliseconds. */
export function* matchRows(roster: Roster, team: TeamIndex): Generator<void, Matches> {
  const ofRow: Match[] = [];
  const rowsOf = new Map<TeamMember, RowId[]>();
  for (const row of roster.rows) {
    if (row.index % SLICE === SLICE - 1) yield;
    const match = matchRow(row, team);
    ofRow.push(match);
    if (match.kind !== 'member') continue;
    const rows = rowsOf.get(match.member);
    if (rows) rows.push(row.id);
    else rowsOf.set(match.member, [row.id]);
  }
  return { ofRow, rowsOf };
}

/** Who of the current team a row is. */
export function matchRow(row: Row, team: TeamIndex): Match {
  const byEmail = team.byEmail(emailKey(cellAt(row, AT.email)));
  const byId = team.byId(idKey(cellAt(row, AT.employeeId)));
  const [one] = byEmail;
  const [other] = byId;
  const both = byEmail.find((member) => byId.includes(member));
  if (both === undefined && one !== undefined && other !== undefined)
    return { kind: 'twoPeople', byEmail: one, byId: other };
  const member = both ?? one ?? other;
  return member === undefined ? NOBODY : { kind: 'member', member };
}

/** The member of the current team whom a Team Leader's reference means; null if it means nobody of them. */
export function memberOf(reference: string, team: TeamIndex): TeamMember | null {
  const [byEmail] = team.byEmail(emailKey(reference));
  const [byId] = team.byId(idKey(reference));
  return byEmail ?? byId ?? null;
}

/**
 * Whether a Team Leader's reference, which means `leader`, is the leader whom a member has. Where nobody of the current
 * team is either, their texts tell.
 */
export function isLeaderOf(
  member: TeamMember,
  reference: string,
  leader: TeamMember | null,
  team: TeamIndex,
): boolean {
  const has = memberOf(member.teamLeader, team);
  if (leader !== null || has !== null) return leader === has;
  return emailKey(reference) === emailKey(member.teamLeader);
}
