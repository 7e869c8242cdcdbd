import { AT } from '../../person/catalogue.ts';
import type { TeamMember } from '../../person/team-member.ts';
import { matchRow, memberOf } from '../../team/match-rows.ts';
import { cellAt, type Roster, type Row, type RowId } from '../../roster/roster.ts';
import { MOST_ROWS_NAMED } from '../assumptions.ts';
import { emailKey } from '../cell-rules/email.ts';
import { idKey } from '../cell-rules/employee-id.ts';
import { yesNoMeaning } from '../cell-rules/yes-no.ts';
import type { RowFinding } from '../row-rules.ts';
import type { TeamIndex } from '../team-index.ts';
import { fingerprint } from './fingerprint.ts';
import { LeaderCycles } from './leader-cycles.ts';
import {
  ambiguous,
  cannotManage,
  deactivated,
  inCycle,
  notFound,
  type NotFoundSources,
  selfLed,
} from './leader-findings.ts';
import { leaderName } from './leader-resolver.ts';
import { type Reference, References, type Resolution } from './references.ts';
import type { Mark, Positions, RosterIndex } from './roster-index.ts';
import type { ValueRows } from './value-rows.ts';

/** References worked out between two pauses. */
const SLICE = 500;

/** What finding a Team Leader needs. */
export interface LeaderSources extends NotFoundSources {
  readonly roster: Roster;
  readonly emails: ValueRows;
  readonly ids: ValueRows;
  readonly team: TeamIndex;
  /** Told the rows whose Team Leader means someone else of the current team now. */
  readonly onLeader: (rows: Iterable<RowId>) => void;
}

/** Finds whom each Team Leader cell means, and what is wrong with that. The indexes of emails and IDs come before it. */
export class Leaders implements RosterIndex {
  readonly codes = [
    'leader.notFound',
    'leader.cannotManage',
    'leader.deactivated',
    'leader.self',
    'leader.cycle',
    'leader.ambiguous',
  ] as const;
  readonly positions = [AT.teamLeader, ...OF_LEADERS];
  readonly #sources: LeaderSources;
  readonly #mark: Mark;
  readonly #references = new References();
  readonly #cycles: LeaderCycles;
  /** Rows from which a new circle may be reached. */
  readonly #starts = new Set<RowId>();

  constructor(sources: LeaderSources, mark: Mark) {
    this.#sources = sources;
    this.#mark = mark;
    this.#cycles = new LeaderCycles(mark);
  }

  add(row: RowId, cells: readonly string[], changed: Positions): void {
    if (concernsReports(changed)) this.#touchIdentities(cells);
    if (changed && !changed.has(AT.teamLeader)) return;
    const text = idKey(cells[AT.teamLeader] ?? '');
    if (text === '') return;
    const reference = this.#references.have(text);
    reference.rows.add(row);
    if (!this.#references.stale.has(reference)) this.#starts.add(row);
  }

  remove(row: RowId, cells: readonly string[], changed: Positions): void {
    if (concernsReports(changed)) this.#touchIdentities(cells);
    if (changed && !changed.has(AT.teamLeader)) return;
    this.#cycles.open(row);
    const reference = this.#references.get(idKey(cells[AT.teamLeader] ?? ''));
    if (reference === undefined) return;
    reference.rows.delete(row);
    if (reference.rows.size === 0) this.#references.stale.add(reference);
  }

  #touchIdentities(cells: readonly string[]): void {
    if (this.#references.areAllStale) return;
    const email = cells[AT.email] ?? '';
    const id = cells[AT.employeeId] ?? '';
    if (email !== '') this.#references.touchEmail(emailKey(email));
    if (id !== '') this.#references.touchId(idKey(id));
  }

  *settle(): Generator<void, void> {
    let count = 0;
    for (const reference of this.#references.stale) {
      if (reference.rows.size === 0) this.#references.drop(reference);
      else this.#resolveAgain(reference);
      count += 1;
      // Stryker disable next-line ConditionalExpression: how often it pauses shows in nothing but its speed
      if (count % SLICE === 0) yield;
    }
    this.#references.stale.clear();
    yield* this.#cycles.search(this.#starts, (row) => this.#leaderOf(row));
    this.#starts.clear();
  }

  #resolveAgain(reference: Reference): void {
    const wasTroubled = reference.troubled;
    const before = reference.resolution;
    const after = this.#resolve(reference.text);
    reference.resolution = after;
    reference.troubled = this.#isTrouble(after);
    this.#tellMember(reference);
    if (wasTroubled || reference.troubled) for (const row of reference.rows) this.#mark(row);
    if (before.kind === 'row') for (const row of reference.rows) this.#cycles.open(row);
    if (after.kind !== 'row') return;
    this.#starts.add(after.row);
    if (reference.rows.has(after.row)) this.#mark(after.row);
  }

  #isTrouble(resolution: Resolution): boolean {
    if (resolution.kind === 'row')
      return this.#isNoManager(resolution.row) || this.#isDeactivated(resolution.row);
    if (resolution.kind !== 'member') return true;
    return resolution.member.deactivated || !resolution.member.canManageTeams;
  }

  #isDeactivated(id: RowId): boolean {
    const row = this.#sources.roster.byId.get(id);
    return row !== undefined && isDeactivated(row);
  }

  #isNoManager(id: RowId): boolean {
    const row = this.#sources.roster.byId.get(id);
    return row !== undefined && yesNoMeaning(cellAt(row, AT.canManageTeams)) === 'n';
  }

  #resolve(text: string): Resolution {
    const { emails, ids, team } = this.#sources;
    const email = text.toLowerCase();
    const found = new Set<RowId>();
    for (const rows of [emails.of(fingerprint(email)), ids.of(fingerprint(text))]) {
      for (const row of rows) {
        found.add(row);
        if (found.size > MOST_ROWS_NAMED) return unclear(ambiguous(text, []));
      }
    }
    const rows = [...found].sort((one, other) => one - other);
    const members = [...new Set([...team.byEmail(email), ...team.byId(text)])].filter(
      (member) => !rows.some((row) => this.#isSamePerson(row, member)),
    );
    if (rows.length + members.length > 1) {
      const named = members.slice(0, MOST_ROWS_NAMED).map((member) => ({ name: leaderName(member) }));
      return unclear(ambiguous(text, [...rows.map((row) => ({ row })), ...named]));
    }
    const [row] = rows;
    if (row !== undefined) return { kind: 'row', row };
    const [member] = members;
    return member === undefined ? unclear(notFound(text, this.#sources)) : { kind: 'member', member };
  }

  /** Someone who is in the roster and in the current team, by email or by ID, is one person. */
  #isSamePerson(id: RowId, member: TeamMember): boolean {
    const row = this.#sources.roster.byId.get(id);
    if (row === undefined) return false;
    const email = emailKey(cellAt(row, AT.email));
    const employeeId = idKey(cellAt(row, AT.employeeId));
    return (
      (email !== '' && email === emailKey(member.email)) ||
      (employeeId !== '' && employeeId === idKey(member.employeeId))
    );
  }

  #leaderOf(id: RowId): RowId | null {
    const row = this.#sources.roster.byId.get(id);
    const resolution = row && this.#references.get(idKey(cellAt(row, AT.teamLeader)))?.resolution;
    return resolution?.kind === 'row' && resolution.row !== id ? resolution.row : null;
  }

  #tellMember(reference: Reference): void {
    const member = this.#memberMeant(reference);
    if (member === reference.member) return;
    reference.member = member;
    this.#sources.onLeader(reference.rows);
  }

  #memberMeant({ text, resolution }: Reference): TeamMember | null {
    const { roster, team } = this.#sources;
    if (resolution.kind === 'member') return resolution.member;
    if (resolution.kind !== 'row') return memberOf(text, team);
    const leader = roster.byId.get(resolution.row);
    const match = leader && matchRow(leader, team);
    return match?.kind === 'member' ? match.member : null;
  }

  /** Who of the current team leads a row, as a row of the roster or not; null where that is nobody of them. */
  memberOver(row: Row): TeamMember | null {
    return this.#references.get(idKey(cellAt(row, AT.teamLeader)))?.member ?? null;
  }

  check(row: Row): readonly RowFinding[] {
    const value = idKey(cellAt(row, AT.teamLeader));
    const resolution = value === '' ? undefined : this.#references.get(value)?.resolution;
    if (resolution === undefined) return [];
    switch (resolution.kind) {
      case 'unresolved':
        return [];
      case 'unclear':
        return [resolution.finding];
      case 'member':
        return findingsAbout(row, value, resolution.member);
      case 'row':
        if (resolution.row === row.id) return [selfLed(value)];
        return this.#checkChain(row, value, resolution.row);
    }
  }

  #checkChain(row: Row, value: string, leader: RowId): RowFinding[] {
    const findings: RowFinding[] = [];
    if (this.#isNoManager(leader)) findings.push(cannotManage(value, { row: leader }));
    if (this.#isDeactivated(leader) && !isDeactivated(row))
      findings.push(deactivated(value, { row: leader }));
    const chain = this.#cycles.of(row.id);
    if (chain) findings.push(inCycle(chain));
    return findings;
  }

  clear(): void {
    this.#references.clear();
    this.#cycles.clear();
    this.#starts.clear();
  }
}

/** The columns that matter to those who refer to a row. */
const OF_LEADERS: readonly number[] = [AT.email, AT.employeeId, AT.canManageTeams, AT.deactivated];

/** Whether a change of these cells may matter to those who refer to the row. */
function concernsReports(changed: Positions): boolean {
  return !changed || OF_LEADERS.some((position) => changed.has(position));
}

/** Whether a row is of somebody who has left, or leaves by it: it does not matter who leads them. */
function isDeactivated(row: Row): boolean {
  return yesNoMeaning(cellAt(row, AT.deactivated)) === 'y';
}

/** What keeps somebody of the current team from leading a person. */
function findingsAbout(row: Row, value: string, member: TeamMember): RowFinding[] {
  const leader = { name: leaderName(member) };
  if (member.deactivated) return isDeactivated(row) ? [] : [deactivated(value, leader)];
  return member.canManageTeams ? [] : [cannotManage(value, leader)];
}

function unclear(finding: RowFinding): Resolution {
  return { kind: 'unclear', finding };
}
