import type { RowId } from '../../roster/roster.ts';

/** The rows that have a value: a lone row as it is, several as a set. Most values stand on one row. */
type Rows = RowId | Set<RowId>;

/** An index of values to the rows that have them. The empty string and 0 are no values. */
export class ValueRows<Value extends string | number> {
  readonly #rows = new Map<Value, Rows>();

  /** How many rows have the value once it is added to a row. */
  add(value: Value, row: RowId): number {
    if (value === '' || value === 0) return 0;
    const rows = this.#rows.get(value);
    if (rows === undefined) {
      this.#rows.set(value, row);
      return 1;
    }
    if (typeof rows !== 'number') return rows.add(row).size;
    this.#rows.set(value, new Set([rows, row]));
    return 2;
  }

  /** How many rows have the value once it is taken from a row. */
  remove(value: Value, row: RowId): number {
    const rows = this.#rows.get(value);
    if (rows === undefined) return 0;
    if (typeof rows === 'number') {
      this.#rows.delete(value);
      return 0;
    }
    rows.delete(row);
    const [last] = rows;
    if (rows.size === 1 && last !== undefined) this.#rows.set(value, last);
    return this.count(value);
  }

  count(value: Value): number {
    const rows = this.#rows.get(value);
    return rows === undefined ? 0 : typeof rows === 'number' ? 1 : rows.size;
  }

  /** The rows that have the value, in no order. */
  of(value: Value): Iterable<RowId> {
    const rows = this.#rows.get(value);
    return rows === undefined ? [] : typeof rows === 'number' ? [rows] : rows;
  }

  clear(): void {
    this.#rows.clear();
  }
}
