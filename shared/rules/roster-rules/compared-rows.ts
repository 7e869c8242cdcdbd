import { AT, columns } from '../../columns/catalogue.ts';
import { findChanges } from '../../comparison/find-changes.ts';
import { isLeaderOf, matchRow } from '../../comparison/match-rows.ts';
import { personOf } from '../../comparison/person-of.ts';
import type { RowComparison, TeamComparison } from '../../comparison/row-comparison.ts';
import type { CurrentTeam, TeamMember } from '../../current-team/current-team.ts';
import { cellAt, type Roster, type Row, type RowId } from '../../roster/roster.ts';
import type { CellFinding } from '../finding.ts';
import type { RowFinding } from '../row-rules.ts';
import type { TeamIndex } from '../team-index.ts';
import { isBlankRow } from '../touched-rows.ts';
import { lookAtComparison } from './look-at-comparison.ts';
import type { Mark, RosterIndex } from './roster-index.ts';

/** What the comparison looks things up in. */
export interface ComparisonSources {
  readonly roster: Roster;
  readonly team: TeamIndex;
  readonly untold: CurrentTeam['untold'];
  /** Who of the current team leads a row; null where that is nobody of them. */
  readonly leaderOf: (row: Row) => TeamMember | null;
  /** What the cell rules find in a row's start date, which may say what date is meant. */
  readonly datesOf: (row: Row) => readonly CellFinding[];
}

/** Rows compared between two pauses. */
const SLICE = 200;

const NEW: RowComparison = { kind: 'new' };

/** Keeps every row compared with the current team. The indexes that tell who leads a row and what a date is come before it. */
export class ComparedRows implements RosterIndex, TeamComparison {
  readonly codes = [
    'deactivated.incomplete',
    'manager.reassigned',
    'manager.deactivated',
    'manager.demoted',
    'person.unknown',
    'person.twoPeople',
  ] as const;
  readonly positions = columns.map(({ key }) => AT[key]).filter((at) => at !== AT.temporaryPassword);
  readonly counts = { new: 0, unchanged: 0, changed: 0 };
  readonly #sources: ComparisonSources;
  readonly #mark: Mark;
  readonly #rows = new Map<RowId, RowComparison>();
  readonly #stale = new Set<RowId>();
  #comparedAgain: RowId[] = [];

  constructor(sources: ComparisonSources, mark: Mark) {
    this.#sources = sources;
    this.#mark = mark;
  }

  of(row: RowId): RowComparison | null {
    return this.#rows.get(row) ?? null;
  }

  add(row: RowId): void {
    this.#stale.add(row);
  }

  remove(row: RowId): void {
    this.#stale.add(row);
  }

  /** Someone else leads these rows now, or may. */
  noteLeaders(rows: Iterable<RowId>): void {
    for (const id of rows) if (!this.#stale.has(id) && this.#hasOtherLeader(id)) this.#stale.add(id);
  }

  /** Whether a row's leader is the member's where it was not, or the other way round. */
  #hasOtherLeader(id: RowId): boolean {
    const before = this.#rows.get(id);
    const row = this.#sources.roster.byId.get(id);
    if (row === undefined || before === undefined || before.kind === 'new' || before.member === null)
      return false;
    const wasOther =
      before.kind === 'changed' && before.changes.some(({ column }) => column === 'teamLeader');
    return this.#hasSameLeader(row, before.member) === wasOther;
  }

  #hasSameLeader(row: Row, member: TeamMember): boolean {
    const { leaderOf, team } = this.#sources;
    return isLeaderOf(member, cellAt(row, AT.teamLeader), leaderOf(row), team);
  }

  *settle(): Generator<void, void> {
    let count = 0;
    for (const id of this.#stale) {
      this.#compareAgain(id);
      count += 1;
      if (count % SLICE === 0) yield;
    }
    this.#stale.clear();
  }

  #compareAgain(id: RowId): void {
    const row = this.#sources.roster.byId.get(id);
    const before = this.#rows.get(id);
    if (before !== undefined) this.counts[before.kind] -= 1;
    if (row === undefined || isBlankRow(row.cells)) {
      this.#rows.delete(id);
      return;
    }
    const after = this.#compare(row);
    this.counts[after.kind] += 1;
    this.#rows.set(id, after);
    if (before !== undefined) this.#comparedAgain.push(id);
    // Of most rows of a file that opens there is nothing to say.
    if (before !== undefined || lookAtComparison(row, after, this.#sources).length > 0) this.#mark(id);
  }

  #compare(row: Row): RowComparison {
    const { team, untold, datesOf } = this.#sources;
    const match = matchRow(row, team);
    if (match.kind === 'nobody') return NEW;
    if (match.kind === 'twoPeople') return { kind: 'changed', changes: [], member: null };
    const { member } = match;
    const person = personOf(row, datesOf(row));
    const sameLeader = this.#hasSameLeader(row, member);
    const changes = findChanges({ row, person, member, sameLeader, untold });
    return changes.length === 0 ? { kind: 'unchanged', member } : { kind: 'changed', changes, member };
  }

  /** The rows that were compared again since this was asked last. */
  takeCompared(): readonly RowId[] {
    const rows = this.#comparedAgain;
    this.#comparedAgain = [];
    return rows;
  }

  look(row: Row): readonly RowFinding[] {
    const comparison = this.#rows.get(row.id);
    return comparison === undefined ? [] : lookAtComparison(row, comparison, this.#sources);
  }

  clear(): void {
    this.#rows.clear();
    this.#stale.clear();
    this.#comparedAgain = [];
    Object.assign(this.counts, { new: 0, unchanged: 0, changed: 0 });
  }
}
