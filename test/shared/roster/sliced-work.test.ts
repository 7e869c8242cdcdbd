import { describe, expect, it } from 'vitest';
import { inSlices, within } from '../../../shared/roster/sliced-work.ts';

describe('inSlices', () => {
  it('says how far it is after each slice but the last', () => {
    const done: number[] = [];
    const work = inSlices([1, 2, 3, 4, 5, 6], 2, (item, index) => done.push(item * 10 + index));
    expect([...work]).toEqual([0, 2 / 6]);
    expect(done).toEqual([10, 21, 32, 43, 54, 65]);
    expect([...inSlices([1], 1, () => undefined)]).toEqual([]);
  });

  it('is a part of longer work, from one fraction to another', () => {
    function* work(): Generator<number, string> {
      yield 0;
      yield 0.5;
      yield 1;
      return 'done';
    }
    const part = within(work(), 0.2, 0.6);
    const seen = [part.next(), part.next(), part.next(), part.next()];
    expect(seen.map(({ value }) => value)).toEqual([0.2, 0.4, 0.6, 'done']);
  });
});
