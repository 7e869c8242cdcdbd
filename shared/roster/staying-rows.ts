import type { Row } from './roster.ts';
import { inSlices, type SlicedWork } from './sliced-work.ts';

/** Rows between two pauses. */
const SLICE = 5000;

/**
 * Of rows in a new order, as many as possible that need not move: the longest run, with gaps, whose present indexes
 * ascend (patience sorting, n log n). Moving only the others keeps a change, its undo and its check small. Pauses every
 * few milliseconds.
 */
export function* findStayingRows(order: readonly Row[]): SlicedWork<ReadonlySet<Row>> {
  /** By length - 1, the row with the lowest index that ends an ascending run of that length, as a place of `order`. */
  const ends: number[] = [];
  const before = new Int32Array(order.length);
  const indexAt = (place: number | undefined): number => order[place ?? -1]?.index ?? -1;
  yield* inSlices(order, SLICE, (row, place) => {
    const length = firstNotBelow(ends.length, (at) => indexAt(ends[at]) < row.index);
    before[place] = ends[length - 1] ?? -1;
    ends[length] = place;
  });
  const staying = new Set<Row>();
  for (let place = ends.at(-1) ?? -1; place !== -1; place = before[place] ?? -1) {
    const row = order[place];
    if (row !== undefined) staying.add(row);
  }
  return staying;
}

/** The first number below `count` that is not below the mark, by halving; `count` if all are. */
function firstNotBelow(count: number, isBelow: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
