import { cellAt, type Row } from '../roster/roster.ts';
import { filterValue } from './row-filter.ts';

/** A text that stands in a column, and in how many rows. */
export interface ColumnValue {
  readonly value: string;
  readonly count: number;
}

/** The different texts of a column in some rows, in the order of a comparison, the empty text last. */
export function columnValues(
  rows: readonly Row[],
  position: number,
  compare: (a: string, b: string) => number,
): ColumnValue[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = filterValue(position, cellAt(row, position));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const isEmpty = ({ value }: ColumnValue): number => (value === '' ? 1 : 0);
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => isEmpty(a) - isEmpty(b) || compare(a.value, b.value),
  );
}
