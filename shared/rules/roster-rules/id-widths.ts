import { AT } from '../../person/catalogue.ts';
import { ById, cellAt, type Roster, type Row, type RowId } from '../../roster/roster.ts';
import { FEWEST_IDS_FOR_WIDTH, FIXED_WIDTH_SHARE } from '../assumptions.ts';
import { cleaned } from '../cell-rules/clean-text.ts';
import type { RowFinding } from '../row-rules.ts';
import type { Mark, RosterIndex } from './roster-index.ts';

const DIGITS = /^\d{1,30}$/;

/** Rows looked at between two pauses. */
const SLICE = 5000;

/** Finds all-digit IDs that are shorter than nearly all others: a spreadsheet may have dropped their leading zeros. */
export class IdWidths implements RosterIndex {
  readonly codes = ['employeeId.leadingZeros'] as const;
  readonly positions = [AT.employeeId];
  readonly #roster: Roster;
  readonly #mark: Mark;
  readonly #counts = new Map<number, number>();
  /** The widths of the IDs that have only digits. */
  readonly #widths = new ById<number>();
  #total = 0;
  /** The width that the IDs of this roster have, in digits; 0 if they have none in common. */
  #fixed = 0;

  constructor(roster: Roster, mark: Mark) {
    this.#roster = roster;
    this.#mark = mark;
  }

  add(row: RowId, cells: readonly string[]): void {
    const width = widthOf(cells);
    if (width === 0) return;
    this.#widths.set(row, width);
    this.#count(width, 1);
  }

  remove(row: RowId): void {
    const width = this.#widths.get(row);
    if (width === undefined) return;
    this.#widths.delete(row);
    this.#count(width, -1);
  }

  #count(width: number, sign: 1 | -1): void {
    this.#counts.set(width, (this.#counts.get(width) ?? 0) + sign);
    this.#total += sign;
  }

  /** The fixed width becomes another so seldom that going through all rows then is cheaper than knowing them by width. */
  *settle(): Generator<void, void> {
    const before = this.#fixed;
    this.#fixed = this.#fixedWidth();
    if (before === this.#fixed) return;
    const widest = Math.max(before, this.#fixed);
    for (const row of this.#roster.rows) {
      if ((this.#widths.get(row.id) ?? widest) < widest) this.#mark(row.id);
      if (row.index % SLICE === 0) yield;
    }
  }

  #fixedWidth(): number {
    if (this.#total < FEWEST_IDS_FOR_WIDTH) return 0;
    for (const [width, count] of this.#counts) {
      if (count >= this.#total * FIXED_WIDTH_SHARE) return width;
    }
    return 0;
  }

  check(row: Row): readonly RowFinding[] {
    const width = this.#widths.get(row.id) ?? 0;
    if (width === 0 || width >= this.#fixed) return [];
    const value = cleaned(cellAt(row, AT.employeeId));
    const to = value.padStart(this.#fixed, '0');
    return [
      {
        code: 'employeeId.leadingZeros',
        column: 'employeeId',
        facts: { value, width: this.#fixed },
        fixes: [{ safe: false, changes: [{ row: row.id, column: 'employeeId', to }] }],
      },
    ];
  }

  clear(): void {
    this.#counts.clear();
    this.#widths.clear();
    this.#total = 0;
    this.#fixed = 0;
  }
}

/** Digits of an ID that has only digits, else 0. */
function widthOf(cells: readonly string[]): number {
  const typed = cells[AT.employeeId] ?? '';
  if (DIGITS.test(typed)) return typed.length;
  const id = cleaned(typed);
  return DIGITS.test(id) ? id.length : 0;
}
