import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lostCharacters,
  onOneLine,
  singleSpaced,
  trimSpaces,
  withoutControl,
  withoutInvisible,
} from '../../../shared/rules/cell-rules/mend-text.ts';
import { runs } from '../../tier.ts';

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;

/** Texts of characters that a fix looks at, their neighbours in Unicode, and any other. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from('ab \t\n\r\x01\x1f\x7f\x9f\u00a0\u2007\u202f\u2028\u2029,'),
        'ا',
        'क',
        '👩',
        '\ud83d',
      ),
      fc.constantFrom(
        ...Array.from('\u00ad\u061c\u180e\u200b\u200c\u200d\u200f\u2010\u202a\u2060\u2065\u2069\u206a\ufeff'),
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('a text fix', () => {
  it('changes what its pattern says, and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(withoutControl(text)).toBe(
          text.replace(/\t/g, ' ').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, ''),
        );
        expect(singleSpaced(text)).toBe(
          trimSpaces(text.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/ {2,}/g, ' ')),
        );
        expect(onOneLine(text)).toBe(text.replace(/[\n\r\u2028\u2029]+/g, ' '));
        const seen = withoutInvisible(text);
        expect(seen.replace(INVISIBLE, '')).toBe(text.replace(INVISIBLE, ''));
        for (const [run] of seen.matchAll(INVISIBLE)) expect(run).toMatch(/^[\u200c\u200d]$/);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('keeps the first joiner of a run where the script or an emoji needs one', () => {
    expect(withoutInvisible('نمی\u200cخواهم \u200b')).toBe('نمی\u200cخواهم ');
    expect(withoutInvisible('क\u200b\u200d\u200dष')).toBe('क\u200dष');
    expect(withoutInvisible('👩\u200d👧a\u200db\u200d')).toBe('👩\u200d👧ab');
  });

  it('names the characters that it removes, each once, the first five', () => {
    expect(lostCharacters('a\x01b\x02\x01\tc', 'ab c')).toEqual([1, 2, 9]);
    expect(lostCharacters('\x01\x02\x03\x04\x05\x06', '')).toEqual([1, 2, 3, 4, 5]);
    expect(lostCharacters('aa', 'a')).toEqual([97]);
  });

  it('mends a text of a million characters in the slices that it is made of', () => {
    const text = 'Ana\u00a0Ruiz\t'.repeat(100_000);
    expect(singleSpaced(withoutControl(text))).toBe(trimSpaces('Ana Ruiz '.repeat(100_000)));
  });
});
