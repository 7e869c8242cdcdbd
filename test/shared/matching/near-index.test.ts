import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearIndex } from '../../../shared/matching/near-index.ts';
import { runs } from '../../tier.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), minLength: 0, maxLength: 14 });

function allowed({ length }: string): number {
  return length < 3 || length > 100 ? 0 : length < 8 ? 1 : 2;
}

/** Two neighbours that changed places are one step. */
function stepsBetween(one: string, other: string): number {
  const swaps = Array.from(one).map(
    (_, at) => one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2),
  );
  return one.length === other.length && one !== other && swaps.includes(other) ? 1 : distance(one, other);
}

/** The same by comparing with each. */
function scan(texts: readonly string[], wanted: string): string[] {
  const digits = (one: string): string => one.replace(/\D/g, '');
  const near = [...new Set(texts)]
    .filter((other) => other !== wanted && digits(other) === digits(wanted))
    .map((other) => ({ other, steps: stepsBetween(wanted, other) }))
    .filter(({ other, steps }) => steps <= Math.min(allowed(wanted), allowed(other)));
  const least = Math.min(...near.map(({ steps }) => steps));
  return near
    .filter(({ steps }) => steps === least)
    .map(({ other }) => other)
    .sort();
}

describe('NearIndex', () => {
  it('finds what a plain scan finds, after some texts were removed too', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 40 }),
        fc.array(text, { maxLength: 10 }),
        text,
        (kept, gone, wanted) => {
          const index = new NearIndex();
          for (const one of [...gone, ...kept]) index.add(one);
          for (const one of gone) index.remove(one);
          expect(index.find(wanted).map((near) => near.text)).toEqual(scan(kept, wanted));
        },
      ),
      { numRuns: runs(3000) },
    );
  });

  it('finds one or two letters more, fewer or other ones, in long and short texts', () => {
    const index = new NearIndex();
    for (const one of ['mara quill', 'ivo bann', 'mara']) index.add(one);
    for (const wanted of ['mara quil', 'maraa quill', 'nara qill', 'ara quilll'])
      expect(index.find(wanted)[0]?.text).toBe('mara quill');
    expect(index.find('marq')).toEqual([{ text: 'mara', steps: 1 }]);
    expect(index.find('nora')).toEqual([]);
    expect(index.find('amra')).toEqual([{ text: 'mara', steps: 1 }]);
    expect(index.find('xxra quixx')).toEqual([]);
  });

  it('finds those that are equally near, in order, and texts two letters longer or shorter', () => {
    const index = new NearIndex();
    for (const one of ['mara quims', 'mara quilm', 'mara quiln']) index.add(one);
    expect(index.find('mara quilx').map(({ text }) => text)).toEqual(['mara quilm', 'mara quiln']);
    expect(index.find('mara qui').map(({ steps }) => steps)).toEqual([2, 2, 2]);
    expect(index.find('mara quilmxy').map(({ text }) => text)).toEqual(['mara quilm']);
  });

  it('finds texts of three to a hundred letters', () => {
    const index = new NearIndex();
    const long = 'mara quill '.repeat(10).slice(0, 100);
    for (const one of ['ab', 'abc', long, `${long}y`]) index.add(one);
    expect(index.find('abd')).toEqual([{ text: 'abc', steps: 1 }]);
    expect(index.find('ab')).toEqual([]);
    expect(index.find(long.slice(1))).toEqual([{ text: long, steps: 1 }]);
    expect(index.find(long)).toEqual([]);
    expect(index.find(`${long}x`)).toEqual([]);
  });

  it('has a text until it was removed as often as it was added, and others with the same parts for longer', () => {
    const index = new NearIndex();
    for (const one of ['mara quill', 'mara quilt', 'mara quill']) index.add(one);
    const near = () => index.find('mara quilx').map(({ text }) => text);
    index.remove('mara quill');
    expect(near()).toEqual(['mara quill', 'mara quilt']);
    index.remove('mara quill');
    expect(near()).toEqual(['mara quilt']);
    index.remove('mara quill');
    index.remove('mara quilt');
    expect(near()).toEqual([]);
  });
});
