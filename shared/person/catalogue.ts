import { type ColumnEntry, COLUMNS } from './column-table.ts';

export type { FieldKind } from './column-table.ts';

/** The name of a column in code, in the command line's JSON and in the contract. */
export type ColumnKey = (typeof COLUMNS)[number]['key'];

/** A column that Agent Connect’s API has a field for. */
export type ApiColumn = Extract<(typeof COLUMNS)[number], { readonly apiField: string }>;

/** A way in which customers reach someone, in the words of Agent Connect's API. */
export type Channel = Extract<ApiColumn, { readonly apiEntry: string }>['apiEntry'];

/** All of them, in the order of their columns. */
export const CHANNELS: readonly Channel[] = COLUMNS.flatMap((column) =>
  'apiEntry' in column ? [column.apiEntry] : [],
);

/** The kind of field that a column has. */
export type FieldOf<Key extends ColumnKey> = Extract<
  (typeof COLUMNS)[number],
  { readonly key: Key }
>['field'];

/** One column of the catalogue, with the fields that not every entry sets made optional. */
export type Column = ColumnEntry & { readonly key: ColumnKey };

/** The catalogue as plain entries, in order; a column's position here is its position in `Row.cells`. */
export const columns: readonly Column[] = COLUMNS;

const entries = columns.map((column, position) => [column.key, position] as const);

/** Position of each known column in `Row.cells`; the file's own unrecognised columns follow after them. */
export const AT = Object.fromEntries(entries) as Readonly<Record<ColumnKey, number>>;

/** The catalogue's entry for a key. */
export function columnOf(key: ColumnKey): Column {
  const column = columns[AT[key]];
  if (column === undefined) throw new Error(`No column ${key}`);
  return column;
}

/** The key of the catalogue's column at a position of `Row.cells`, or null for an unrecognised column of the file. */
export function keyAt(position: number): ColumnKey | null {
  return columns[position]?.key ?? null;
}

/** Whether a text is the key of one of the catalogue's columns. */
export function isColumnKey(text: string): text is ColumnKey {
  return Object.hasOwn(AT, text);
}
