import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStayingRows } from '../../../shared/roster/edits.ts';
import { atOnce } from './at-once.ts';

const stayingRows = atOnce(findStayingRows);

const rowsAt = (indexes: readonly number[]) => indexes.map((index) => ({ id: index + 1, index, cells: [] }));

describe('findStayingRows', () => {
  it.each([
    [[], 0],
    [[0, 1, 2], 3],
    [[2, 1, 0], 1],
    [[3, 0, 1, 2], 3],
    [[1, 2, 3, 0], 3],
    [[4, 0, 3, 1, 2, 5], 4],
  ])('of %j keeps %i', (indexes, count) => {
    expect(stayingRows(rowsAt(indexes)).size).toBe(count);
  });

  it('keeps rows that ascend, as many as any other choice', () => {
    const anyOrder = fc.nat(8).chain((length) => {
      const indexes = Array.from({ length }, (_, index) => index);
      return fc.shuffledSubarray(indexes, { minLength: length });
    });
    fc.assert(
      fc.property(anyOrder, (indexes) => {
        const rows = rowsAt(indexes);
        const staying = stayingRows(rows);
        const kept = rows.filter((row) => staying.has(row)).map(({ index }) => index);
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
        expect(kept).toHaveLength(mostAscending(indexes));
      }),
    );
  });
});

/** The length of the longest ascending run with gaps, found by trying all. */
function mostAscending(indexes: readonly number[], above = -1): number {
  return Math.max(
    0,
    ...indexes.map((index, place) =>
      index > above ? 1 + mostAscending(indexes.slice(place + 1), index) : 0,
    ),
  );
}
