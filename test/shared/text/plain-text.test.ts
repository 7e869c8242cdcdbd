import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slicesOf } from '../../../shared/text/plain-text.ts';

const lone = /\p{Surrogate}/u;

describe('slicesOf', () => {
  it('cuts any text into slices that join to it, none too long and no character cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 9 }), (text, most) => {
        const slices = [...slicesOf(text, most)];
        expect(slices.join('')).toBe(text);
        for (const slice of slices) {
          expect(slice.length).toBeLessThanOrEqual(most);
          expect(lone.test(slice)).toBe(false);
        }
      }),
    );
  });
});
