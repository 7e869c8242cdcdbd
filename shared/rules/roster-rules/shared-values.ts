import { AT, type ColumnKey } from '../../columns/catalogue.ts';
import { cellAt, type Row, type RowId } from '../../roster/roster.ts';
import { MOST_ROWS_NAMED } from '../assumptions.ts';
import { cleaned } from '../cell-rules/clean-text.ts';
import { emailKey } from '../cell-rules/email.ts';
import type { Sharing } from '../facts.ts';
import { fingerprint } from './fingerprint.ts';
import type { RowFinding } from '../row-rules.ts';
import type { Mark, RosterIndex } from './roster-index.ts';
import { ValueRows } from './value-rows.ts';

/** A value that rows should not have in common. */
interface SharedValue<Value extends string | number> {
  readonly code: 'email.duplicate' | 'employeeId.duplicate' | 'password.shared' | 'person.twice';
  readonly looksAt: readonly ColumnKey[];
  /** The value of a row as it is compared; empty or 0 where it has none. */
  readonly keyOf: (cells: readonly string[]) => Value;
  readonly finding: (row: Row, sharing: Sharing) => RowFinding;
}

function text(cells: readonly string[], key: ColumnKey): string {
  return cells[AT[key]] ?? '';
}

export const EMAIL: SharedValue<string> = {
  code: 'email.duplicate',
  looksAt: ['email'],
  keyOf: (cells) => emailKey(text(cells, 'email')),
  finding: (row, sharing) => ({
    code: 'email.duplicate',
    column: 'email',
    facts: { value: cleaned(cellAt(row, AT.email)), ...sharing },
    fixes: [],
  }),
};

export const EMPLOYEE_ID: SharedValue<string> = {
  code: 'employeeId.duplicate',
  looksAt: ['employeeId'],
  keyOf: (cells) => cleaned(text(cells, 'employeeId')),
  finding: (row, sharing) => ({
    code: 'employeeId.duplicate',
    column: 'employeeId',
    facts: { value: cleaned(cellAt(row, AT.employeeId)), ...sharing },
    fixes: [],
  }),
};

export const PASSWORD: SharedValue<string> = {
  code: 'password.shared',
  looksAt: ['temporaryPassword'],
  keyOf: (cells) => cleaned(text(cells, 'temporaryPassword')),
  finding: (_row, facts) => ({ code: 'password.shared', column: 'temporaryPassword', facts, fixes: [] }),
};

/** Names and leader are told by a fingerprint, since joining them to one text costs more than all other indexes. */
export const PERSON: SharedValue<number> = {
  code: 'person.twice',
  looksAt: ['firstName', 'lastName', 'teamLeader'],
  keyOf: (cells) => {
    const first = cleaned(text(cells, 'firstName'));
    const last = cleaned(text(cells, 'lastName'));
    const leader = cleaned(text(cells, 'teamLeader'));
    return first === '' || last === '' || leader === ''
      ? 0
      : fingerprint([first, last, leader.toLowerCase()]);
  },
  finding: (_row, facts) => ({ code: 'person.twice', column: null, facts, fixes: [] }),
};

/**
 * Finds rows with the same value. Up to `MOST_ROWS_NAMED` rows know one another by name; more are only known to be
 * many, so that an edit concerns a bounded number of rows however many share a value.
 */
export class SharedValues<Value extends string | number> implements RosterIndex {
  readonly codes;
  readonly positions;
  readonly rows = new ValueRows<Value>();
  readonly #shared: SharedValue<Value>;
  readonly #mark: Mark;

  constructor(shared: SharedValue<Value>, mark: Mark) {
    this.#shared = shared;
    this.#mark = mark;
    this.codes = [shared.code];
    this.positions = shared.looksAt.map((key) => AT[key]);
  }

  add(row: RowId, cells: readonly string[]): void {
    const key = this.#shared.keyOf(cells);
    const count = this.rows.add(key, row);
    if (count < 2) return;
    if (count <= MOST_ROWS_NAMED + 1) this.#markAll(key);
    else this.#mark(row);
  }

  remove(row: RowId, cells: readonly string[]): void {
    const key = this.#shared.keyOf(cells);
    const count = this.rows.remove(key, row);
    if (count > 0 && count <= MOST_ROWS_NAMED) this.#markAll(key);
  }

  #markAll(key: Value): void {
    for (const row of this.rows.of(key)) this.#mark(row);
  }

  *settle(): Generator<void, void> {
    // Every conclusion is drawn as rows come and go.
  }

  look(row: Row): readonly RowFinding[] {
    const key = this.#shared.keyOf(row.cells);
    const count = this.rows.count(key);
    if (count < 2) return [];
    const many = count > MOST_ROWS_NAMED;
    const others = many ? [] : [...this.rows.of(key)].filter((other) => other !== row.id);
    return [this.#shared.finding(row, { others: others.sort((one, other) => one - other), many })];
  }

  clear(): void {
    this.rows.clear();
  }
}
