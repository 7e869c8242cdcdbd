import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { sortInSlices } from '../../../shared/roster/sort-rows.ts';
import { runs } from '../../tier.ts';

interface Item {
  readonly key: number;
  readonly at: number;
}

const byKey = (a: Item, b: Item): number => a.key - b.key;

/** Items of which few keys are different, so that nearly all of them tie, and as many as need two to eight runs. */
const manyItems = fc
  .record({
    length: fc.integer({ min: 1025, max: 8200 }),
    keys: fc.integer({ min: 1, max: 9000 }),
    seed: fc.integer(),
  })
  .map(({ length, keys, seed }) => shuffledItems(length, keys, seed));

/** A linear congruential generator (Numerical Recipes): an array of thousands is too slow to draw item by item. */
function shuffledItems(length: number, keys: number, seed: number): Item[] {
  let state = seed >>> 0;
  return Array.from({ length }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { key: Math.floor((state / 2 ** 32) * keys), at };
  });
}

describe('sortInSlices', () => {
  it.each([0, 1, 2, 1023, 1024, 1025, 2047, 2048, 2049, 3072, 3073, 4097, 5000])(
    'sorts %i items as Array.sort does, equal ones as they were',
    (length) => {
      for (const keys of [1, 7, 100_000]) {
        const items = shuffledItems(length, keys, length);
        expect(finish(sortInSlices(items, byKey))).toEqual(items.toSorted(byKey));
      }
    },
  );

  it('sorts more than one run as Array.sort does, whatever the items', () => {
    fc.assert(
      fc.property(manyItems, (items) => {
        const before = items.slice();
        expect(finish(sortInSlices(items, byKey))).toEqual(items.toSorted(byKey));
        expect(items).toEqual(before);
      }),
      { numRuns: runs(20) },
    );
  });

  it('pauses before much is compared, and says how far it is, always forward and never past the end', () => {
    let compared = 0;
    let longest = 0;
    const fractions: number[] = [];
    const work = sortInSlices(shuffledItems(10_000, 10_000, 1), (a, b) => {
      compared += 1;
      return byKey(a, b);
    });
    for (let slice = work.next(); slice.done !== true; slice = work.next()) {
      longest = Math.max(longest, compared);
      compared = 0;
      fractions.push(slice.value);
    }
    // A run of 1,024 takes about 1,024 × log2(1,024) comparisons.
    expect(longest).toBeLessThan(11_000);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions[0]).toBe(0);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions.length).toBeGreaterThan(9 + 4 * 5);
    expect(fractions.length).toBeLessThan(9 + 4 * 12);
  });
});
