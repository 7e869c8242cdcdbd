import { AT, columns } from '../columns/catalogue.ts';
import type { Change } from '../roster/change.ts';
import { cellAt, type Roster, type Row, type RowId } from '../roster/roster.ts';
import { CellRules } from './column-rules.ts';
import type { CellContext, CellFinding } from './finding.ts';
import { cellProblem, rowProblem } from './make-problem.ts';
import { NameList } from './name-list.ts';
import { LiveCounts, type ProblemCounts } from './problem-counts.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { DayOrders } from './roster-rules/day-orders.ts';
import { IdWidths } from './roster-rules/id-widths.ts';
import { LeaderSuggestions } from './roster-rules/leader-suggestions.ts';
import { Leaders } from './roster-rules/leaders.ts';
import type { Mark, RosterIndex } from './roster-rules/roster-index.ts';
import { EMAIL, EMPLOYEE_ID, PASSWORD, PERSON, SharedValues } from './roster-rules/shared-values.ts';
import type { RowContext, RowLook } from './row-rules.ts';
import { RULE_CODES, ruleOf, severityOf } from './rules.ts';
import type { Settings } from './settings.ts';
import { TeamIndex } from './team-index.ts';
import { type TouchedRow, touchedRows } from './touched-rows.ts';

/** Work done since the checker was made: rows looked at again and rules asked about them. */
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

/** Runs work that pauses to its end at once. */
function finish(work: Iterator<unknown>): void {
  while (!work.next().done);
}

/** Rows between two pauses of a full check. */
const SLICE = 250;
const NONE: readonly Problem[] = [];

/** What of a row is to be looked at again, as bits: its cells, the row rules, and one bit for each index from here on. */
const CELLS = 1;
const ROW = 2;
const FIRST_INDEX = 4;

class RosterChecker implements Checker {
  readonly counts = new LiveCounts();
  readonly visits = { rows: 0, rules: 0 };
  readonly #roster: Roster;
  readonly #settings: Settings;
  readonly #team = new TeamIndex();
  readonly #cellRules: CellRules;
  readonly #dayOrders: DayOrders;
  readonly #suggestions: LeaderSuggestions;
  readonly #indexes: readonly RosterIndex[];
  readonly #bitOf: ReadonlyMap<ProblemCode, number>;
  readonly #problems = new Map<RowId, readonly Problem[]>();
  readonly #dirty = new Map<RowId, number>();
  readonly #rowContext: RowContext;
  #positions: readonly number[] = [];

  constructor(roster: Roster, settings: Settings) {
    this.#roster = roster;
    this.#settings = settings;
    this.#rowContext = { settings, team: this.#team };
    this.#cellRules = new CellRules(contextOf(settings, () => this.#dayOrders.order));
    this.#suggestions = new LeaderSuggestions(roster, settings);
    this.#dayOrders = new DayOrders(this.#marker(CELLS), () => {
      this.#cellRules.forget(AT.startDate);
    });
    this.#indexes = this.#makeIndexes();
    this.#bitOf = bitsByCode(this.#indexes);
  }

  /** Leaders come last: they look people up in the indexes of emails and IDs. */
  #makeIndexes(): RosterIndex[] {
    const bit = (place: number): number => FIRST_INDEX << place;
    const emails = new SharedValues(EMAIL, this.#marker(bit(0)));
    const ids = new SharedValues(EMPLOYEE_ID, this.#marker(bit(1)));
    const sources = {
      roster: this.#roster,
      emails: emails.rows,
      ids: ids.rows,
      team: this.#team,
      teamKnown: this.#settings.team !== null,
      suggest: (value: string) => this.#suggestions.suggest(value),
    };
    return [
      emails,
      ids,
      new SharedValues(PASSWORD, this.#marker(bit(2))),
      new SharedValues(PERSON, this.#marker(bit(3))),
      new IdWidths(this.#roster, this.#marker(bit(4))),
      new Leaders(sources, this.#marker(bit(5))),
      this.#dayOrders,
    ];
  }

  #marker(bit: number): Mark {
    return (row) => this.#dirty.set(row, (this.#dirty.get(row) ?? 0) | bit);
  }

  get safeFixCount(): number {
    return this.counts.safeFixes;
  }

  *load(): Generator<number, void> {
    this.#clear();
    const { rows } = this.#roster;
    const filling = this.#team.fill(this.#settings.team);
    while (!filling.next().done) yield 0;
    for (const row of rows) {
      for (const index of this.#indexes) index.add(row.id, row.cells);
      if (row.index % SLICE === 0) yield row.index / rows.length / 2;
    }
    for (const index of this.#indexes) {
      const settling = index.settle();
      while (!settling.next().done) yield 0.5;
    }
    for (const row of rows) {
      this.#look(row.id, row, CELLS | ROW | (this.#dirty.get(row.id) ?? 0));
      if (row.index % SLICE === 0) yield 0.5 + row.index / rows.length / 2;
    }
    this.#dirty.clear();
  }

  #clear(): void {
    this.#problems.clear();
    this.#dirty.clear();
    this.counts.clear();
    this.#suggestions.forget();
    this.#cellRules.forget(AT.startDate);
    for (const index of this.#indexes) index.clear();
    this.#positions = positionsOf(this.#roster);
  }

  recheck(change: Change): ReadonlySet<RowId> {
    this.#suggestions.forget();
    if (change.columns) return this.#reload();
    for (const touched of touchedRows(this.#roster, change)) this.#touch(touched);
    for (const index of this.#indexes) finish(index.settle());
    const changed = new Set<RowId>();
    for (const [id, bits] of this.#dirty) {
      if (this.#look(id, this.#roster.byId.get(id), bits)) changed.add(id);
    }
    this.#dirty.clear();
    return changed;
  }

  /** Other columns concern every row. */
  #reload(): ReadonlySet<RowId> {
    const changed = new Set(this.#problems.keys());
    finish(this.load());
    for (const row of this.#problems.keys()) changed.add(row);
    return changed;
  }

  #touch({ id, before, after }: TouchedRow): void {
    let bits = CELLS | ROW;
    for (const index of this.#indexes) {
      if (before && after && !index.positions.some((at) => (before[at] ?? '') !== (after[at] ?? '')))
        continue;
      if (before) index.remove(id, before);
      if (after) index.add(id, after);
      for (const code of index.codes) bits |= this.#bitOf.get(code) ?? 0;
    }
    this.#dirty.set(id, (this.#dirty.get(id) ?? 0) | bits);
  }

  /** Looks again at what the bits name; whether the row had or has problems. */
  #look(id: RowId, row: Row | undefined, bits: number): boolean {
    const before = this.#problems.get(id) ?? NONE;
    const after: Problem[] = [];
    for (const problem of before) if (!((this.#bitOf.get(problem.code) ?? 0) & bits)) after.push(problem);
    if (row === undefined || isBlankRow(row)) after.length = 0;
    else this.#lookAtRow(row, bits, after);
    this.visits.rows += 1;
    if (before.length === 0 && after.length === 0) return false;
    this.counts.count(before, -1);
    this.counts.count(after, 1);
    if (after.length === 0) this.#problems.delete(id);
    else this.#problems.set(id, after);
    return true;
  }

  #lookAtRow(row: Row, bits: number, problems: Problem[]): void {
    if (bits & CELLS) this.#lookAtCells(row, problems);
    if (bits & ROW) this.#lookAtWhole(row, problems);
    if (bits >= FIRST_INDEX) this.#lookAround(row, bits, problems);
    if (problems.length > 1) problems.sort(inOrder);
  }

  #lookAround(row: Row, bits: number, problems: Problem[]): void {
    for (const [place, index] of this.#indexes.entries()) {
      if ((bits & (FIRST_INDEX << place)) === 0) continue;
      this.visits.rules += 1;
      for (const finding of index.look(row)) {
        problems.push(rowProblem(finding, row.id, severityOf(finding.code, this.#settings)));
      }
    }
  }

  #lookAtCells(row: Row, problems: Problem[]): void {
    for (const position of this.#positions) {
      this.visits.rules += 1;
      for (const finding of this.#cellRules.look(position, cellAt(row, position))) {
        const column = columns[position];
        if (column === undefined) continue;
        problems.push(cellProblem(finding, row.id, column.key, severityOf(finding.code, this.#settings)));
      }
    }
  }

  #lookAtWhole(row: Row, problems: Problem[]): void {
    for (const look of ROW_LOOKS) {
      this.visits.rules += 1;
      const finding = look(row.cells, this.#rowContext);
      if (finding) problems.push(rowProblem(finding, row.id, severityOf(finding.code, this.#settings)));
    }
  }

  problemsOf(row: RowId): readonly Problem[] {
    return this.#problems.get(row) ?? NONE;
  }

  findingsIn(position: number, text: string): readonly CellFinding[] {
    return this.#cellRules.look(position, text);
  }

  problemRows(): Iterable<RowId> {
    return this.#problems.keys();
  }
}

const ROW_LOOKS: readonly RowLook[] = RULE_CODES.map(ruleOf).flatMap((rule) =>
  rule.scope === 'row' ? [rule.look] : [],
);
const PLACE = new Map(RULE_CODES.map((code, place) => [code, place]));

function contextOf(settings: Settings, ownOrder: () => CellContext['dayOrder']): () => CellContext {
  const roles = settings.roles && new NameList(settings.roles);
  const groups = settings.groups && new NameList(settings.groups);
  return () => ({ settings, roles, groups, dayOrder: ownOrder() ?? settings.dayOrder });
}

function bitsByCode(indexes: readonly RosterIndex[]): ReadonlyMap<ProblemCode, number> {
  const bits = new Map<ProblemCode, number>();
  for (const code of RULE_CODES) {
    const { scope } = ruleOf(code);
    const place = indexes.findIndex((index) => index.codes.includes(code));
    bits.set(code, scope === 'cell' ? CELLS : scope === 'row' ? ROW : FIRST_INDEX << place);
  }
  return bits;
}

/** The catalogue's columns that the roster has, by position. */
function positionsOf(roster: Roster): number[] {
  return columns.flatMap((column, position) =>
    column.standard || roster.columns.optional.includes(column.key) ? [position] : [],
  );
}

/** A row without any text is no person yet, so nothing can be wrong with it. */
function isBlankRow(row: Row): boolean {
  return row.cells.every((text) => text === '' || text.trim() === '');
}

/** Problems of the whole row first, then by column, then in the order of the rules. */
function inOrder(one: Problem, other: Problem): number {
  const column = placeOf(one) - placeOf(other);
  return column !== 0 ? column : (PLACE.get(one.code) ?? 0) - (PLACE.get(other.code) ?? 0);
}

function placeOf({ column }: Problem): number {
  return column === null ? -1 : AT[column];
}
