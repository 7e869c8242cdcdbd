import { AT, type ColumnKey } from '../../person/catalogue.ts';
import { cellAt, type Row, type RowId } from '../../roster/roster.ts';
import { MOST_ROWS_NAMED } from '../assumptions.ts';
import { cleaned, lowerCase } from '../cell-rules/clean-text.ts';
import { emailKey } from '../cell-rules/email.ts';
import { idKey } from '../cell-rules/employee-id.ts';
import type { Sharing } from '../facts.ts';
import { fingerprint } from './fingerprint.ts';
import type { RowFinding } from '../row-rules.ts';
import type { Mark, RosterIndex } from './roster-index.ts';
import { ValueRows } from './value-rows.ts';

/** Rows that settle between two pauses. */
const SLICE = 5000;

/** A value that rows should not have in common. */
interface SharedValue {
  readonly code: 'email.duplicate' | 'employeeId.duplicate' | 'password.shared' | 'person.twice';
  readonly columns: readonly ColumnKey[];
  /** The fingerprint of a row's value as it is compared; 0 where it has none. */
  readonly valueOf: (cells: readonly string[]) => number;
  readonly finding: (row: Row, sharing: Sharing) => RowFinding;
}

function textAt(cells: readonly string[], position: number): string {
  return cells[position] ?? '';
}

export const EMAIL: SharedValue = {
  code: 'email.duplicate',
  columns: ['email'],
  valueOf: (cells) => fingerprint(emailKey(textAt(cells, AT.email))),
  finding: (row, sharing) => ({
    code: 'email.duplicate',
    column: 'email',
    facts: { value: cleaned(cellAt(row, AT.email)), ...sharing },
    fixes: [],
  }),
};

export const EMPLOYEE_ID: SharedValue = {
  code: 'employeeId.duplicate',
  columns: ['employeeId'],
  valueOf: (cells) => fingerprint(idKey(textAt(cells, AT.employeeId))),
  finding: (row, sharing) => ({
    code: 'employeeId.duplicate',
    column: 'employeeId',
    facts: { value: cleaned(cellAt(row, AT.employeeId)), ...sharing },
    fixes: [],
  }),
};

export const PASSWORD: SharedValue = {
  code: 'password.shared',
  columns: ['temporaryPassword'],
  valueOf: (cells) => fingerprint(cleaned(textAt(cells, AT.temporaryPassword))),
  finding: (_row, facts) => ({ code: 'password.shared', column: 'temporaryPassword', facts, fixes: [] }),
};

/** The same names under the same leader, whatever the case of the reference. */
export const PERSON: SharedValue = {
  code: 'person.twice',
  columns: ['firstName', 'lastName', 'teamLeader'],
  valueOf: (cells) => {
    const first = cleaned(textAt(cells, AT.firstName));
    const last = cleaned(textAt(cells, AT.lastName));
    const leader = cleaned(textAt(cells, AT.teamLeader));
    return first === '' || last === '' || leader === '' ? 0 : fingerprint(first, last, lowerCase(leader));
  },
  finding: (_row, facts) => ({ code: 'person.twice', column: null, facts, fixes: [] }),
};

/** The rows of a roster that is being loaded. They go into the index together, which then stays in the cache. */
class WaitingRows {
  readonly values: Float64Array;
  readonly rows: Int32Array;
  count = 0;

  constructor(most: number) {
    this.values = new Float64Array(most);
    this.rows = new Int32Array(most);
  }

  add(value: number, row: RowId): void {
    this.values[this.count] = value;
    this.rows[this.count] = row;
    this.count += 1;
  }
}

/**
 * Finds rows with the same value. Up to `MOST_ROWS_NAMED` rows know one another by name; more are only known to be
 * many, so that an edit concerns a bounded number of rows however many share a value.
 */
export class SharedValues implements RosterIndex {
  readonly codes;
  readonly positions;
  readonly rows = new ValueRows();
  #waiting: WaitingRows | null = null;
  readonly #shared: SharedValue;
  readonly #mark: Mark;

  constructor(shared: SharedValue, mark: Mark) {
    this.#shared = shared;
    this.#mark = mark;
    this.codes = [shared.code];
    this.positions = shared.columns.map((key) => AT[key]);
  }

  add(row: RowId, cells: readonly string[]): void {
    const value = this.#shared.valueOf(cells);
    if (this.#waiting === null) this.#take(value, row);
    else this.#waiting.add(value, row);
  }

  #take(value: number, row: RowId): void {
    const count = this.rows.add(value, row);
    if (count < 2) return;
    if (count <= MOST_ROWS_NAMED + 1) this.#markAll(value);
    else this.#mark(row);
  }

  remove(row: RowId, cells: readonly string[]): void {
    const value = this.#shared.valueOf(cells);
    const count = this.rows.remove(value, row);
    if (count > 0 && count <= MOST_ROWS_NAMED) this.#markAll(value);
  }

  #markAll(value: number): void {
    for (const row of this.rows.of(value)) this.#mark(row);
  }

  *settle(): Generator<void, void> {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) return;
    for (let from = 0; from < waiting.count; from += SLICE) {
      this.#takeSome(waiting, from, Math.min(from + SLICE, waiting.count));
      yield;
    }
  }

  #takeSome({ values, rows }: WaitingRows, from: number, end: number): void {
    for (let place = from; place < end; place += 1) this.#take(values[place] ?? 0, rows[place] ?? 0);
  }

  check(row: Row): readonly RowFinding[] {
    const value = this.#shared.valueOf(row.cells);
    const count = this.rows.count(value);
    if (count < 2) return [];
    const many = count > MOST_ROWS_NAMED;
    const others = many ? [] : [...this.rows.of(value)].filter((other) => other !== row.id);
    return [this.#shared.finding(row, { others: others.sort((one, other) => one - other), many })];
  }

  clear(expected: number): void {
    this.rows.clear(expected);
    this.#waiting = new WaitingRows(expected);
  }
}
