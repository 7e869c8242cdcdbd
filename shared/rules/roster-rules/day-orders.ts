import { AT } from '../../person/catalogue.ts';
import type { RowId } from '../../roster/roster.ts';
import { comparable } from '../cell-rules/clean-text.ts';
import { readDate } from '../cell-rules/read-date.ts';
import type { DayOrder } from '../finding.ts';
import type { RowFinding } from '../row-rules.ts';
import type { Mark, RosterIndex } from './roster-index.ts';

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** What a date tells about the order of day and month: proves one, depends on it, or neither. */
type Evidence = 'dmy' | 'mdy' | 'depends' | null;

/** Learns from the roster's own dates in which order day and month stand; its problems are those of the cell rules. */
export class DayOrders implements RosterIndex {
  readonly codes = [] as const;
  readonly positions = [AT.startDate];
  readonly #mark: Mark;
  readonly #onFlip: () => void;
  readonly #proofs = { dmy: 0, mdy: 0 };
  readonly #depending = new Set<RowId>();
  #order: DayOrder = null;

  /** `onFlip` is called before rows are marked, when the order that the roster tells becomes another. */
  constructor(mark: Mark, onFlip: () => void) {
    this.#mark = mark;
    this.#onFlip = onFlip;
  }

  /** The order that all dates of the roster agree on; null where they do not tell or contradict one another. */
  get order(): DayOrder {
    return this.#order;
  }

  /** The rows whose date depends on the order, where the roster does not tell it; else none. */
  get undecided(): Iterable<RowId> {
    return this.#order === null ? this.#depending : [];
  }

  add(row: RowId, cells: readonly string[]): void {
    const evidence = evidenceOf(cells);
    if (evidence === null) return;
    if (evidence === 'depends') this.#depending.add(row);
    else this.#proofs[evidence] += 1;
  }

  remove(row: RowId, cells: readonly string[]): void {
    const evidence = evidenceOf(cells);
    if (evidence === null) return;
    if (evidence === 'depends') this.#depending.delete(row);
    else this.#proofs[evidence] -= 1;
  }

  *settle(): Generator<void, void> {
    const { dmy, mdy } = this.#proofs;
    const order = dmy > 0 === mdy > 0 ? null : dmy > 0 ? 'dmy' : 'mdy';
    if (order === this.#order) return;
    this.#order = order;
    this.#onFlip();
    for (const row of this.#depending) this.#mark(row);
    yield;
  }

  check(): readonly RowFinding[] {
    return [];
  }

  clear(): void {
    this.#depending.clear();
    this.#proofs.dmy = 0;
    this.#proofs.mdy = 0;
    this.#order = null;
  }
}

function evidenceOf(cells: readonly string[]): Evidence {
  const typed = cells[AT.startDate] ?? '';
  if (typed === '' || ISO.test(typed)) return null;
  const { proves, readings } = readDate(comparable(typed));
  if (proves !== null) return proves;
  return readings.some((reading) => reading.order !== 'any') ? 'depends' : null;
}
