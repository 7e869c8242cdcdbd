import { describe, expect, it } from 'vitest';
import { TextSharer } from '../../../shared/roster/share-texts.ts';

describe('TextSharer', () => {
  it('answers every text as it is, repeated, long, many or few', () => {
    const texts = new TextSharer();
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 6000; count += 1)
        expect(texts.share(`text ${count}`)).toBe(`text ${count}`);
    }
    for (const text of ['', 'y', 'x'.repeat(1000), '__proto__', '😀', '\ud83d'])
      expect(texts.share(text)).toBe(text);
  });
});
