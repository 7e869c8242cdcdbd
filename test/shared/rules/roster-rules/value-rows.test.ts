import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueRows } from '../../../../shared/rules/roster-rules/value-rows.ts';

const MOST = Number.MAX_SAFE_INTEGER;

/** Values that meet in the same slots, and values from all over. */
const anyValue = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((place) => place * 2 ** 32 + 5),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: MOST - 3, max: MOST }),
);

const anyStep = fc.record({ value: anyValue, row: fc.integer({ min: 1, max: 5 }) });

const sorted = (rows: Iterable<number>): number[] => [...rows].sort((one, other) => one - other);

describe('the index of values', () => {
  it('knows what sets by value would know, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const index = new ValueRows();
        const model = new Map<number, Set<number>>();
        for (const { value, row } of steps) {
          const rows = model.get(value) ?? new Set();
          model.set(value, rows);
          // The same step takes back what it did before.
          const isThere = rows.has(row);
          const count = isThere ? index.remove(value, row) : index.add(value, row);
          if (isThere) rows.delete(row);
          else rows.add(row);
          expect(count).toBe(rows.size);
        }
        for (const [value, rows] of model) {
          expect(index.count(value)).toBe(rows.size);
          expect(sorted(index.of(value))).toEqual(sorted(rows));
        }
      }),
    );
  });

  it('keeps every value while it grows, and none that no row has', () => {
    const index = new ValueRows();
    for (let value = 1; value <= 20_000; value += 1) {
      index.add(value * 4097, value);
      if (value % 3 === 0) index.remove(value * 4097, value);
    }
    for (let value = 1; value <= 20_000; value += 1)
      expect([...index.of(value * 4097)]).toEqual(value % 3 === 0 ? [] : [value]);
  });

  it('has no rows for 0, the value of an empty cell', () => {
    const index = new ValueRows();
    expect(index.add(0, 1)).toBe(0);
    expect(index.count(0)).toBe(0);
    expect([...index.of(0)]).toEqual([]);
    expect(index.remove(0, 1)).toBe(0);
  });
});
