import { AT, type ColumnKey } from '../../person/catalogue.ts';
import type { RowId } from '../../roster/roster.ts';
import { FEWEST_REPEATED, REPEATED_SHARE } from '../assumptions.ts';
import { isDecimal } from '../cell-rules/employee-id.ts';
import { doubtfulWord } from '../cell-rules/placeholders.ts';
import type { Habits } from '../finding.ts';
import type { RowFinding } from '../row-rules.ts';
import type { Mark, Positions, RosterIndex } from './roster-index.ts';

const IDS: readonly ColumnKey[] = ['employeeId', 'teamLeader'];
const KEYS: readonly ColumnKey[] = [
  ...IDS,
  ...(['role', 'firstName', 'lastName', 'homeTown', 'stateOrCountry'] as const),
];

/** The columns whose cells are judged by what the others of the column are like. */
export const HABIT_POSITIONS: readonly number[] = KEYS.map((key) => AT[key]);

/** Rows that are marked between two pauses. */
const SLICE = 5000;

/** Learns what the cells of a column have in common; the problems are those of the cell rules. */
export class ColumnHabits implements RosterIndex, Habits {
  readonly codes = [] as const;
  readonly positions = HABIT_POSITIONS;
  readonly #habits: readonly ColumnHabit[];
  readonly #markerOf: (position: number) => Mark;
  readonly #onChange: (position: number) => void;

  /** `onChange` is called before rows are marked, when a column turns out to be another than it seemed. */
  constructor(markerOf: (position: number) => Mark, onChange: (position: number) => void) {
    this.#habits = KEYS.map((key) => new ColumnHabit(AT[key], IDS.includes(key)));
    this.#markerOf = markerOf;
    this.#onChange = onChange;
  }

  isRepeated(key: ColumnKey, word: string): boolean {
    return this.#habitOf(key)?.repeated.has(word) === true;
  }

  areDecimal(key: ColumnKey): boolean {
    return this.#habitOf(key)?.areDecimal === true;
  }

  #habitOf(key: ColumnKey): ColumnHabit | undefined {
    return this.#habits[KEYS.indexOf(key)];
  }

  add(row: RowId, cells: readonly string[], changed: Positions): void {
    this.#count(row, cells, changed, 1);
  }

  remove(row: RowId, cells: readonly string[], changed: Positions): void {
    this.#count(row, cells, changed, -1);
  }

  #count(row: RowId, cells: readonly string[], changed: Positions, sign: 1 | -1): void {
    for (const habit of this.#habits) {
      if (changed?.has(habit.position) !== false) habit.count(row, cells[habit.position] ?? '', sign);
    }
  }

  *settle(): Generator<void, void> {
    for (const habit of this.#habits) {
      const concerned = habit.conclude();
      if (concerned.length === 0) continue;
      this.#onChange(habit.position);
      const mark = this.#markerOf(habit.position);
      let count = 0;
      for (const row of concerned.flatMap((rows) => [...rows])) {
        mark(row);
        count += 1;
        if (count % SLICE === 0) yield;
      }
    }
  }

  check(): readonly RowFinding[] {
    return [];
  }

  clear(): void {
    for (const habit of this.#habits) habit.clear();
  }
}

/** The counts of one column, and what was concluded from them last. */
class ColumnHabit {
  repeated: ReadonlySet<string> = new Set();
  areDecimal = false;
  readonly position: number;
  readonly #isId: boolean;
  readonly #words = new Map<string, Set<RowId>>();
  readonly #decimals = new Set<RowId>();
  #filled = 0;
  #wholeNumbers = 0;

  constructor(position: number, isId: boolean) {
    this.position = position;
    this.#isId = isId;
  }

  count(row: RowId, typed: string, sign: 1 | -1): void {
    if (typed === '') return;
    this.#filled += sign;
    const word = doubtfulWord(typed);
    if (word !== null) {
      const rows = this.#words.get(word) ?? new Set();
      this.#words.set(word, rows);
      change(rows, row, sign);
    }
    if (!this.#isId) return;
    const isNumber = typed.charCodeAt(0) <= LAST_DIGIT;
    if (isNumber && isDecimal(typed)) change(this.#decimals, row, sign);
    else if (isNumber && WHOLE_NUMBER.test(typed)) this.#wholeNumbers += sign;
  }

  /** Draws conclusions and answers the rows that they concern, where they are others than before. */
  conclude(): ReadonlySet<RowId>[] {
    const before = this.repeated;
    const { areDecimal } = this;
    this.repeated = this.#words.size === 0 ? NONE : this.#findRepeated();
    this.areDecimal = this.#decimals.size > 0 && this.#wholeNumbers === 0;
    const concerned = [...this.#words].flatMap(([word, rows]) =>
      before.has(word) === this.repeated.has(word) ? [] : [rows],
    );
    return areDecimal === this.areDecimal ? concerned : [...concerned, this.#decimals];
  }

  #findRepeated(): ReadonlySet<string> {
    const least = Math.max(FEWEST_REPEATED, this.#filled * REPEATED_SHARE);
    return new Set([...this.#words].flatMap(([word, { size }]) => (size >= least ? [word] : [])));
  }

  clear(): void {
    this.#words.clear();
    this.#decimals.clear();
    this.#filled = 0;
    this.#wholeNumbers = 0;
    this.repeated = NONE;
    this.areDecimal = false;
  }
}

const NONE: ReadonlySet<string> = new Set();
const LAST_DIGIT = 0x39;
const WHOLE_NUMBER = /^\d{1,30}$/;

function change(rows: Set<RowId>, row: RowId, sign: 1 | -1): void {
  if (sign === 1) rows.add(row);
  else rows.delete(row);
}
