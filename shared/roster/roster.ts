import type { ColumnKey } from '../person/catalogue.ts';

/** Names a row for as long as the roster is open; never reused, and independent of the row's place. */
export type RowId = number;

/**
 * One person. `cells` holds the text as typed: the catalogue's columns at the positions of `AT`, then the file's
 * unrecognised columns at the positions of `CarriedColumn`. A missing cell is the empty string.
 */
export interface Row {
  readonly id: RowId;
  /** Place in `Roster.rows`, from 0; kept by `applyChange`. */
  index: number;
  readonly cells: string[];
}

/** A column of the file that the catalogue does not know: kept, shown and saved, never sent. */
export interface CarriedColumn {
  readonly position: number;
  readonly header: string;
}

/** A column of the file whose texts stand elsewhere than where they were read. */
export interface MovedColumn {
  /** Among the file's columns, from 0. */
  readonly place: number;
  /** In `Row.cells`; null where the texts were taken apart, or together with those of others. */
  readonly position: number | null;
}

/** Which columns the roster has beyond the standard ones. */
export interface RosterColumns {
  readonly optional: readonly ColumnKey[];
  readonly carried: readonly CarriedColumn[];
  /** None where all of them stand where they were read. */
  readonly moved?: readonly MovedColumn[];
}

/**
 * The people of one file, in order. It changes in place, so that an edit costs the same at 10 rows and at 300,000;
 * `applyChange` is its only writer, and every change it makes can be reversed.
 */
export interface Roster {
  readonly rows: Row[];
  readonly byId: ById<Row>;
  columns: RosterColumns;
  nextId: RowId;
}

/** A roster without people. */
export function emptyRoster(columns: RosterColumns = { optional: [], carried: [] }): Roster {
  return { rows: [], byId: new ById(), columns, nextId: 1 };
}

/** Adds a person at the end while a roster is being read, before anyone watches it. Later additions are changes. */
export function appendRow(roster: Roster, cells: string[]): Row {
  const row: Row = { id: roster.nextId, index: roster.rows.length, cells };
  roster.nextId += 1;
  roster.rows.push(row);
  roster.byId.set(row.id, row);
  return row;
}

/** The text of a cell by position in `Row.cells`; empty where the row has none. */
export function cellAt(row: Row, position: number): string {
  return row.cells[position] ?? '';
}

/** The line that a spreadsheet shows for a row of a saved roster: the header is line 1. */
export function lineOf(row: Row): number {
  return row.index + 2;
}

/**
 * Values by row id. Ids count up from 1, so a list does it: quicker than a `Map` to fill and to ask, and no slower where
 * the same id comes and goes again and again, as it does while the same edit is done and undone.
 */
export class ById<Value> {
  readonly #values: (Value | undefined)[] = [];

  get(id: number): Value | undefined {
    return this.#values[id];
  }

  has(id: number): boolean {
    return this.#values[id] !== undefined;
  }

  set(id: number, value: Value): void {
    // A list without gaps is the quickest.
    while (this.#values.length < id) this.#values.push(undefined);
    this.#values[id] = value;
  }

  delete(id: number): void {
    if (this.has(id)) this.#values[id] = undefined;
  }

  /** The ids that have a value, in the order in which they were given. */
  *keys(): Generator<number, void> {
    for (let id = 0; id < this.#values.length; id += 1) if (this.has(id)) yield id;
  }

  clear(): void {
    this.#values.length = 0;
  }
}
