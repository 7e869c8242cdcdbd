import type { RowId } from '../../roster/roster.ts';

/** Slots of an index before anything is in it; always a power of two. */
const FEWEST_SLOTS = 1024;

/** In place of a row: the value is on several, or no more on any. Row ids begin at 1. */
const SEVERAL = -1;
const NO_ROW = 0;

/**
 * An index of values, told by their fingerprints, to the rows that have them; 0 is no value. It is a hash table with
 * open addressing (Knuth, The Art of Computer Programming, 6.4) in two typed arrays: four of them are filled for each
 * row that opens, which takes a quarter of the time that a `Map` takes. A value that came once keeps its slot until the
 * table grows; a `Map` too keeps the places of what was deleted, and is slow where the same edit is done and undone.
 */
export class ValueRows {
  #values = new Float64Array(FEWEST_SLOTS);
  #rows = new Int32Array(FEWEST_SLOTS);
  #slotsTaken = 0;
  readonly #several = new Map<number, Set<RowId>>();

  /** How many rows have the value once it is added to a row. */
  add(value: number, row: RowId): number {
    if (value === 0) return 0;
    const slot = this.#slotOf(value);
    const there = this.#rows[slot] ?? NO_ROW;
    if (there === NO_ROW) {
      this.#takeSlot(slot, value, row);
      return 1;
    }
    if (there === SEVERAL) return this.#rowsOf(value).add(row).size;
    this.#rows[slot] = SEVERAL;
    this.#several.set(value, new Set([there, row]));
    return 2;
  }

  /** How many rows have the value once it is taken from a row. */
  remove(value: number, row: RowId): number {
    if (value === 0) return 0;
    const slot = this.#slotOf(value);
    if (this.#rows[slot] !== SEVERAL) {
      this.#rows[slot] = NO_ROW;
      return 0;
    }
    const rows = this.#rowsOf(value);
    rows.delete(row);
    const [last] = rows;
    if (rows.size > 1 || last === undefined) return rows.size;
    this.#several.delete(value);
    this.#rows[slot] = last;
    return 1;
  }

  count(value: number): number {
    const there = this.#at(value);
    return there === SEVERAL ? this.#rowsOf(value).size : there === NO_ROW ? 0 : 1;
  }

  /** The rows that have the value, in no order. */
  of(value: number): Iterable<RowId> {
    const there = this.#at(value);
    return there === SEVERAL ? this.#rowsOf(value) : there === NO_ROW ? [] : [there];
  }

  /** Forgets everything and makes room for as many values: to grow on the way takes as long as to fill. */
  clear(expected = 0): void {
    this.#makeSlots(expected);
    this.#several.clear();
  }

  #at(value: number): number {
    return value === 0 ? NO_ROW : (this.#rows[this.#slotOf(value)] ?? NO_ROW);
  }

  #rowsOf(value: number): Set<RowId> {
    return this.#several.get(value) ?? new Set();
  }

  /** The slot of a value, or the empty one where it would stand. */
  #slotOf(value: number): number {
    const values = this.#values;
    const last = values.length - 1;
    let slot = value & last;
    while (values[slot] !== value && values[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }

  #takeSlot(slot: number, value: number, row: RowId): void {
    this.#rows[slot] = row;
    if (this.#values[slot] === value) return;
    this.#values[slot] = value;
    this.#slotsTaken += 1;
    if (this.#slotsTaken * 2 > this.#values.length) this.#grow();
  }

  /** Makes room for twice as many values as there are; the slots of those that no row has any more go. */
  #grow(): void {
    const values = this.#values;
    const rows = this.#rows;
    const inUse = rows.reduce((count, row) => (row === NO_ROW ? count : count + 1), 0);
    this.#makeSlots(inUse * 2);
    for (let from = 0; from < values.length; from += 1) {
      const row = rows[from] ?? NO_ROW;
      if (row === NO_ROW) continue;
      const value = values[from] ?? 0;
      const slot = this.#slotOf(value);
      this.#values[slot] = value;
      this.#rows[slot] = row;
    }
    this.#slotsTaken = inUse;
  }

  /** At least twice as many slots as values. */
  #makeSlots(expected: number): void {
    let slots = FEWEST_SLOTS;
    while (slots < expected * 2) slots *= 2;
    this.#values = new Float64Array(slots);
    this.#rows = new Int32Array(slots);
    this.#slotsTaken = 0;
  }
}
