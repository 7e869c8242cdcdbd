import { AT } from '../../person/catalogue.ts';
import type { CurrentTeam, TeamMember } from '../../person/team-member.ts';
import {
  COMPARED_POSITIONS,
  type Comparison,
  type FieldChange,
  findChanges,
  findChangesAgain,
  memberIn,
  type RowComparison,
  type TeamComparison,
} from '../../team/find-changes.ts';
import { isLeaderOf, type Match, matchRow } from '../../team/match-rows.ts';
import { cellAt, type Roster, type Row, type RowId } from '../../roster/roster.ts';
import type { CellFinding } from '../finding.ts';
import type { RowFinding } from '../row-rules.ts';
import type { TeamIndex } from '../team-index.ts';
import { isBlankRow } from '../touched-rows.ts';
import { dependsOnChanges, checkComparison } from './check-comparison.ts';
import type { Mark, Positions, RosterIndex } from './roster-index.ts';

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

/**
 * Keeps every row compared with the current team: what differs, column by column, which marks, counts, filter and export
 * all read. Of a row that is still the same person, only the cells that changed are compared again. The indexes that tell
 * who leads a row and what a date is come before it.
 */
export class ComparedRows implements RosterIndex, TeamComparison {
  readonly codes = [
    'deactivated.incomplete',
    'manager.reassigned',
    'manager.deactivated',
    'manager.demoted',
    'person.unknown',
    'person.twoPeople',
  ] as const;
  readonly positions = COMPARED_POSITIONS;
  readonly counts = { new: 0, unchanged: 0, changed: 0 };
  /** How many cells were compared. */
  visits = 0;
  readonly #sources: ComparisonSources;
  readonly #mark: Mark;
  readonly #rows = new Map<RowId, RowComparison>();
  /** The positions of the cells that may say something else now, by row. */
  readonly #stale = new Map<RowId, Positions>();
  #comparedAgain: RowId[] = [];

  constructor(sources: ComparisonSources, mark: Mark) {
    this.#sources = sources;
    this.#mark = mark;
  }

  of(row: RowId): RowComparison | null {
    return this.#rows.get(row) ?? null;
  }

  add(row: RowId, _cells: readonly string[], changed: Positions): void {
    this.#note(row, changed);
  }

  remove(row: RowId, _cells: readonly string[], changed: Positions): void {
    this.#note(row, changed);
  }

  /** Someone else of the current team leads these rows now. */
  noteLeaders(rows: Iterable<RowId>): void {
    for (const row of rows) this.#note(row, LEADER);
  }

  /** The row's date may mean another day now. */
  noteDate(row: RowId): void {
    this.#note(row, START_DATE);
  }

  #note(row: RowId, changed: Positions): void {
    const noted = this.#stale.get(row);
    if (noted === undefined) this.#stale.set(row, changed);
    else if (noted !== null && noted !== changed)
      this.#stale.set(row, changed && new Set([...noted, ...changed]));
  }

  *settle(): Generator<void, void> {
    let count = 0;
    for (const [id, changed] of this.#stale) {
      this.#compareAgain(id, changed);
      count += 1;
      if (count % SLICE === 0) yield;
    }
    this.#stale.clear();
  }

  #compareAgain(id: RowId, changed: Positions): void {
    const row = this.#sources.roster.byId.get(id);
    const before = this.#rows.get(id) ?? null;
    const after = row === undefined || isBlankRow(row.cells) ? null : this.#compare(row, before, changed);
    if (after === before) return;
    if (before !== null) this.counts[before.kind] -= 1;
    if (after !== null) this.counts[after.kind] += 1;
    if (after === null) this.#rows.delete(id);
    else this.#rows.set(id, after);
    if (before !== null) this.#comparedAgain.push(id);
    if (this.#mayHaveOtherProblems(row, before, after)) this.#mark(id);
  }

  /** Whether how a row stands now may matter to its problems; its own cells are looked at again anyway. */
  #mayHaveOtherProblems(
    row: Row | undefined,
    before: RowComparison | null,
    after: RowComparison | null,
  ): boolean {
    if (row === undefined || after === null) return before !== null;
    // Of most rows of a file that opens there is nothing to say.
    if (before === null) return this.#checkRow(row, after).length > 0;
    const member = memberIn(after);
    return member === null || member !== memberIn(before) || dependsOnChanges(row, member, this.#sources);
  }

  /** How a row stands now; `before` itself where that is as before. */
  #compare(row: Row, before: RowComparison | null, changed: Positions): RowComparison {
    if (before === null || changed === null) return this.#compareWhole(row, this.#match(row));
    if (concernsMatch(changed)) {
      const match = this.#match(row);
      if (match.kind !== 'member' || match.member !== memberIn(before)) return this.#compareWhole(row, match);
    }
    return this.#compareCells(row, before, changed);
  }

  #match(row: Row): Match {
    return matchRow(row, this.#sources.team);
  }

  #compareWhole(row: Row, match: Match): RowComparison {
    if (match.kind === 'nobody') return NEW;
    if (match.kind === 'twoPeople') return { kind: 'changed', changes: [], member: null };
    this.visits += this.positions.length;
    return standing(match.member, findChanges(this.#comparison(row, match.member)));
  }

  #compareCells(row: Row, before: RowComparison, changed: ReadonlySet<number>): RowComparison {
    const member = memberIn(before);
    if (member === null) return before;
    this.visits += changed.size;
    const were = before.kind === 'changed' ? before.changes : NO_CHANGES;
    const are = findChangesAgain(were, changed, this.#comparison(row, member));
    return are === were ? before : standing(member, are);
  }

  #comparison(row: Row, member: TeamMember): Comparison {
    const { team, untold, leaderOf, datesOf } = this.#sources;
    return {
      row,
      member,
      untold,
      hasSameLeader: () => isLeaderOf(member, cellAt(row, AT.teamLeader), leaderOf(row), team),
      found: () => datesOf(row),
    };
  }

  /** The rows that were compared again since this was asked last, and stand another way. */
  takeCompared(): readonly RowId[] {
    const rows = this.#comparedAgain;
    this.#comparedAgain = [];
    return rows;
  }

  check(row: Row): readonly RowFinding[] {
    const comparison = this.#rows.get(row.id);
    return comparison === undefined ? [] : this.#checkRow(row, comparison);
  }

  #checkRow(row: Row, comparison: RowComparison): readonly RowFinding[] {
    return checkComparison(row, comparison, this.#sources);
  }

  clear(): void {
    this.#rows.clear();
    this.#stale.clear();
    this.#comparedAgain = [];
    Object.assign(this.counts, { new: 0, unchanged: 0, changed: 0 });
  }
}

const LEADER: Positions = new Set([AT.teamLeader]);
const START_DATE: Positions = new Set([AT.startDate]);
const NO_CHANGES: readonly FieldChange[] = [];

/** Whether a change of these cells may make a row someone else. */
function concernsMatch(changed: ReadonlySet<number>): boolean {
  return changed.has(AT.email) || changed.has(AT.employeeId);
}

function standing(member: TeamMember, changes: readonly FieldChange[]): RowComparison {
  return changes.length === 0 ? { kind: 'unchanged', member } : { kind: 'changed', changes, member };
}
