import { AT, columns } from '../person/catalogue.ts';
import type { Change } from '../roster/change.ts';
import { cellAt, type Roster, type Row, type RowId } from '../roster/roster.ts';
import { finish } from '../roster/sliced-work.ts';
import { type Aspect, aspectOfIndex, aspectsByCode, DirtyRows, WHOLE_ROW } from './aspects.ts';
import { CellRules } from './column-rules.ts';
import type { CellFinding } from './finding.ts';
import type { ProblemCounts } from './problem-counts.ts';
import { ProblemStore } from './problem-store.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { LeaderResolver } from './roster-rules/leader-resolver.ts';
import { HABIT_POSITIONS } from './roster-rules/column-habits.ts';
import { makeIndexes } from './roster-rules/make-indexes.ts';
import type { RosterIndex } from './roster-rules/roster-index.ts';
import type { TeamComparison } from '../team/find-changes.ts';
import type { ComparedRows } from './roster-rules/compared-rows.ts';
import { RowChecker, WHOLE_ROW_POSITIONS } from './row-checker.ts';
import type { Settings } from './settings.ts';
import { TeamIndex } from './team-index.ts';
import { isBlankRow, type TouchedRow, touchedRows } from './touched-rows.ts';

/** Work done since the checker was made: rows checked again, and rules asked about them or cells compared with the team. */
export interface Visits {
  readonly rows: number;
  readonly rules: number;
}

/** The problems of an open roster, kept up to date through its changes. */
export interface Checker {
  /** Checks everything; each step takes a few milliseconds at most and yields the fraction that is done. */
  load(): Generator<number, void>;
  /**
   * Checks again what a change can have changed, after it was applied. The answer names every row whose problems are
   * or may be others now (a row that was removed with problems among them).
   */
  recheck(change: Change): ReadonlySet<RowId>;
  /**
   * The same in slices of a few milliseconds, for changes of very many cells; each step yields the fraction that is
   * done. Until it has ended, the problems are neither those before nor those after.
   */
  rechecking(change: Change): Generator<number, ReadonlySet<RowId>>;
  /** The problems of a row: those of the whole row, then by column. */
  problemsOf(row: RowId): readonly Problem[];
  /** What the cell rules would find in a text of a column, whichever row it stood in. */
  findingsIn(position: number, text: string): readonly CellFinding[];
  /** The rows that have problems, in no order. */
  problemRows(): Iterable<RowId>;
  readonly counts: ProblemCounts;
  /** Problems that have a safe fix. */
  readonly safeFixCount: number;
  readonly visits: Visits;
  /** What it checks under. */
  readonly settings: Settings;
  /** How the rows stand against the current team; null but for a bulk update. */
  readonly comparison: TeamComparison | null;
  /** The rows whose date could be two days, where the roster's own dates do not tell the order of day and month. */
  readonly undecidedDates: () => Iterable<RowId>;
  /** Who is meant by what stands in Team Leader. */
  readonly leaders: LeaderResolver;
}

/** A checker of a roster under settings; it knows nothing until it is loaded. Other settings need another checker. */
export function createChecker(roster: Roster, settings: Settings): Checker {
  return new RosterChecker(roster, settings);
}

/** Checks a whole roster at once. */
export function check(roster: Roster, settings: Settings): Checker {
  const checker = createChecker(roster, settings);
  finish(checker.load());
  return checker;
}

/**
 * Rows that a full check takes at once, one index or aspect after the other, and pauses after. The loops over them are
 * plain functions: engines are slow to optimize a generator that runs once.
 */
const BLOCK = 100;

/** Rows with problems between two pauses. */
const SLICE = 2000;

/** Rows that are checked again between two pauses, with all that depends on them. */
const RECHECKED = 200;

class RosterChecker implements Checker {
  #rowVisits = 0;
  readonly #roster: Roster;
  readonly settings: Settings;
  readonly #team = new TeamIndex();
  readonly #rowChecker: RowChecker;
  readonly #cellRules: CellRules;
  readonly leaders: LeaderResolver;
  readonly #indexes: readonly RosterIndex[];
  readonly comparison: ComparedRows | null;
  readonly undecidedDates: () => Iterable<RowId>;
  readonly #aspects: ReadonlyMap<ProblemCode, Aspect>;
  readonly #dirty = new DirtyRows();
  readonly #store = new ProblemStore();
  #positions: readonly number[] = [];

  constructor(roster: Roster, settings: Settings) {
    this.#roster = roster;
    this.settings = settings;
    this.leaders = new LeaderResolver(roster, settings);
    const sources = {
      roster,
      team: this.#team,
      teamKnown: settings.team !== null,
      find: (reference: string) => this.leaders.find(reference),
      onDayOrder: () => {
        this.#cellRules.forget(AT.startDate);
      },
      onHabit: (position: number) => {
        this.#cellRules.forget(position);
      },
      datesOf: (row: Row) => this.#cellRules.check(AT.startDate, cellAt(row, AT.startDate)),
      untold: settings.mode === 'update' ? (settings.team?.untold ?? null) : null,
    };
    const { indexes, dayOrder, habits, undecidedDates, comparison } = makeIndexes(sources, this.#dirty);
    this.#indexes = indexes;
    this.undecidedDates = undecidedDates;
    this.comparison = comparison;
    this.#aspects = aspectsByCode(indexes);
    this.#cellRules = new CellRules(settings, dayOrder, habits);
    const rowContext = { settings, team: this.#team };
    this.#rowChecker = new RowChecker(this.#cellRules, indexes, rowContext);
  }

  get counts(): ProblemCounts {
    return this.#store.counts;
  }

  get visits(): Visits {
    return { rows: this.#rowVisits, rules: this.#rowChecker.visits + (this.comparison?.visits ?? 0) };
  }

  get safeFixCount(): number {
    return this.#store.counts.safeFixes;
  }

  problemsOf(row: RowId): readonly Problem[] {
    return this.#store.of(row);
  }

  problemRows(): Iterable<RowId> {
    return this.#store.rows();
  }

  findingsIn(position: number, text: string): readonly CellFinding[] {
    return this.#cellRules.check(position, text);
  }

  *load(): Generator<number, void> {
    this.#clear();
    const filling = this.#team.fill(this.settings.team);
    while (!filling.next().done) yield 0;
    const found = new Map<RowId, Problem[]>();
    yield* this.#takeIn(found);
    for (const index of this.#indexes) {
      const settling = index.settle();
      while (!settling.next().done) yield 0.9;
    }
    yield* this.#checkMarked(found);
    yield* this.#storeAll(found);
  }

  #clear(): void {
    this.#store.clear();
    this.#dirty.clear();
    this.leaders.forget();
    for (const position of [AT.startDate, ...HABIT_POSITIONS]) this.#cellRules.forget(position);
    for (const index of this.#indexes) index.clear(this.#roster.rows.length);
    this.#positions = columns.flatMap((column, position) =>
      column.standard || this.#roster.columns.optional.includes(column.key) ? [position] : [],
    );
  }

  /** Fills the indexes and checks the rows by themselves, both while a block's texts are at hand. */
  *#takeIn(found: Map<RowId, Problem[]>): Generator<number, void> {
    const { rows } = this.#roster;
    for (const [from, block] of this.#blocks()) {
      for (const index of this.#indexes) fillIndex(index, block);
      for (const position of this.#positions) {
        for (const problems of this.#rowChecker.checkBlock(block, position)) put(found, problems);
      }
      for (const row of block) put(found, this.#rowChecker.checkRow(row, WHOLE_ROW));
      yield (from / rows.length) * 0.9;
    }
    this.#rowVisits += rows.length;
  }

  *#storeAll(found: ReadonlyMap<RowId, Problem[]>): Generator<number, void> {
    let count = 0;
    for (const [id, problems] of found) {
      const row = this.#roster.byId.get(id);
      if (row && !isBlankRow(row.cells)) this.#store.replace(id, problems);
      count += 1;
      if (count % SLICE === 0) yield 0.99;
    }
  }

  /** Rows in parts that can be worked through between two pauses, with the place of each part. */
  *#blocks(): Generator<readonly [number, readonly Row[]], void> {
    const { rows } = this.#roster;
    for (let from = 0; from < rows.length; from += BLOCK) yield [from, rows.slice(from, from + BLOCK)];
  }

  /** Looks again at what the settled indexes marked: most rows stand in them without a problem. */
  *#checkMarked(found: Map<RowId, Problem[]>): Generator<number, void> {
    let count = 0;
    for (const [id, marked] of this.#dirty.entries()) {
      const row = this.#roster.byId.get(id);
      if (row) found.set(id, this.#lookAgainAt(row, marked, found.get(id) ?? []));
      count += 1;
      if (count % SLICE === 0) yield 0.99;
    }
    this.#dirty.clear();
  }

  recheck(change: Change): ReadonlySet<RowId> {
    return finish(this.rechecking(change));
  }

  *rechecking(change: Change): Generator<number, ReadonlySet<RowId>> {
    if (this.#positions.length === 0) throw new Error('A checker was not loaded before a change');
    this.leaders.follow(change);
    if (change.columns) return yield* this.#reloading();
    yield* this.#touchAll(change);
    for (const index of this.#indexes) {
      const settling = index.settle();
      while (!settling.next().done) yield 0.5;
    }
    const changed = new Set<RowId>();
    let count = 0;
    for (const [id, aspects] of this.#dirty.entries()) {
      if (this.#lookAgain(id, aspects)) changed.add(id);
      count += 1;
      if (count % RECHECKED === 0) yield 0.5 + count / this.#dirty.size / 2;
    }
    this.#dirty.clear();
    for (const row of this.comparison?.takeCompared() ?? []) changed.add(row);
    return changed;
  }

  /** Other columns concern every row. */
  *#reloading(): Generator<number, ReadonlySet<RowId>> {
    const changed = new Set(this.#store.rows());
    yield* this.load();
    for (const row of this.#store.rows()) changed.add(row);
    return changed;
  }

  *#touchAll(change: Change): Generator<number, void> {
    let count = 0;
    for (const touched of touchedRows(this.#roster, change)) {
      if (touched !== null) this.#touch(touched);
      count += 1;
      if (touched === null || count % RECHECKED === 0) yield 0.25;
    }
  }

  #touch({ id, before, after, positions }: TouchedRow): void {
    for (const [place, index] of this.#indexes.entries()) {
      if (positions && !index.positions.some((at) => positions.has(at))) continue;
      if (before) index.remove(id, before, positions);
      if (after) index.add(id, after, positions);
      this.#dirty.add(id, aspectOfIndex(place));
    }
    for (const position of this.#positions) {
      if (!positions || positions.has(position)) this.#dirty.add(id, position);
      if (!positions || (positions.has(position) && WHOLE_ROW_POSITIONS.has(position))) {
        this.#dirty.add(id, WHOLE_ROW);
      }
    }
  }

  /** Whether the row had or has problems. */
  #lookAgain(id: RowId, aspects: readonly Aspect[]): boolean {
    this.#rowVisits += 1;
    const row = this.#roster.byId.get(id);
    if (row === undefined || isBlankRow(row.cells)) return this.#store.replace(id, []);
    return this.#store.replace(id, this.#lookAgainAt(row, aspects, this.#store.of(id)));
  }

  /** The problems of a row, where those of some aspects are found anew. */
  #lookAgainAt(row: Row, aspects: readonly Aspect[], before: readonly Problem[]): Problem[] {
    const problems: Problem[] = [];
    for (const problem of before) {
      if (!aspects.includes(this.#aspectOf(problem))) problems.push(problem);
    }
    for (const aspect of aspects) problems.push(...this.#rowChecker.checkRow(row, aspect));
    return problems;
  }

  #aspectOf({ code, column }: Problem): Aspect {
    return this.#aspects.get(code) ?? (column === null ? WHOLE_ROW : AT[column]);
  }
}

function fillIndex(index: RosterIndex, rows: readonly Row[]): void {
  for (const row of rows) index.add(row.id, row.cells, null);
}

function put(found: Map<RowId, Problem[]>, added: readonly Problem[]): void {
  for (const problem of added) {
    const problems = found.get(problem.row);
    if (problems) problems.push(problem);
    else found.set(problem.row, [problem]);
  }
}
