import { AT } from '../../columns/catalogue.ts';
import { cellAt, type Row, type RowId } from '../../roster/roster.ts';
import { FEWEST_IDS_FOR_WIDTH, FIXED_WIDTH_SHARE } from '../assumptions.ts';
import { cleaned } from '../cell-rules/clean-text.ts';
import type { RowFinding } from '../row-rules.ts';
import type { Mark, RosterIndex } from './roster-index.ts';

const DIGITS = /^\d{1,30}$/;

/** Finds all-digit IDs that are shorter than nearly all others: a spreadsheet may have dropped their leading zeros. */
export class IdWidths implements RosterIndex {
  readonly codes = ['employeeId.leadingZeros'] as const;
  readonly positions = [AT.employeeId];
  readonly #mark: Mark;
  readonly #rowsByWidth = new Map<number, Set<RowId>>();
  #total = 0;
  /** The width that the IDs of this roster have, in digits; 0 if they have none in common. */
  #fixed = 0;

  constructor(mark: Mark) {
    this.#mark = mark;
  }

  add(row: RowId, cells: readonly string[]): void {
    const width = widthOf(cells);
    if (width === 0) return;
    const rows = this.#rowsByWidth.get(width);
    if (rows) rows.add(row);
    else this.#rowsByWidth.set(width, new Set([row]));
    this.#total += 1;
  }

  remove(row: RowId, cells: readonly string[]): void {
    const width = widthOf(cells);
    if (width === 0) return;
    this.#rowsByWidth.get(width)?.delete(row);
    this.#total -= 1;
  }

  *settle(): Generator<void, void> {
    const before = this.#fixed;
    this.#fixed = this.#fixedWidth();
    if (before === this.#fixed) return;
    for (const [width, rows] of this.#rowsByWidth) {
      if (width >= before && width >= this.#fixed) continue;
      for (const row of rows) this.#mark(row);
      yield;
    }
  }

  #fixedWidth(): number {
    if (this.#total < FEWEST_IDS_FOR_WIDTH) return 0;
    for (const [width, rows] of this.#rowsByWidth) {
      if (rows.size >= this.#total * FIXED_WIDTH_SHARE) return width;
    }
    return 0;
  }

  look(row: Row): readonly RowFinding[] {
    const width = widthOf(row.cells);
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
    this.#rowsByWidth.clear();
    this.#total = 0;
    this.#fixed = 0;
  }
}

/** Digits of an ID that has only digits, else 0. */
function widthOf(cells: readonly string[]): number {
  const id = cleaned(cells[AT.employeeId] ?? '');
  return DIGITS.test(id) ? id.length : 0;
}
