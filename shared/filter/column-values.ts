import { cellAt, type Row } from '../roster/roster.ts';
import { filterValue } from './row-filter.ts';

/** A text that stands in a column, and in how many rows. */
export interface ColumnValue {
  readonly value: string;
  readonly count: number;
}

/** Different texts that are put in the order of a comparison; more are in that of their code units. */
const MOST_COMPARED = 5000;

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
  // Comparing as people do takes a second for 100,000 texts, and nobody reads a list that long.
  const order = counts.size > MOST_COMPARED ? compareUnits : compare;
  const isEmpty = ({ value }: ColumnValue): number => (value === '' ? 1 : 0);
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => isEmpty(a) - isEmpty(b) || order(a.value, b.value),
  );
}

function compareUnits(a: string, b: string): number {
  // Stryker disable next-line EqualityOperator: each value is listed once
  return a < b ? -1 : a > b ? 1 : 0;
}
