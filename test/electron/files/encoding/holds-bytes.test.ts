import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAs, LEGACY_ENCODINGS } from '../../../../electron/files/encoding/codecs.ts';
import { holdsBytes } from '../../../../electron/files/encoding/detect-legacy.ts';
import { runs } from '../../../tier.ts';

describe('whether an encoding holds the bytes of a text', () => {
  it('is told as decoding it would tell', () => {
    const bytes = fc
      .array(fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0x0a, 0x2c, 0x41)), { maxLength: 30 })
      .map((array) => Buffer.from(array));
    fc.assert(
      fc.property(bytes, fc.constantFrom(...LEGACY_ENCODINGS), (text, encoding) => {
        expect(holdsBytes(text, encoding)).toBe('text' in decodeAs(text, encoding));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('is told from every byte of a long one where a byte is a character, however far down it stands', () => {
    const long = Buffer.alloc(2_000_000, 'José,Ruiz\n', 'latin1');
    expect(holdsBytes(long, 'windows-1252')).toBe(true);
    long[500_000] = 0x81;
    expect(holdsBytes(long, 'windows-1252')).toBe(false);
    expect(holdsBytes(long, 'iso-8859-1')).toBe(true);
  });

  it('is told from whole lines at the head, middle and tail of a long one where a character has several', () => {
    // Parts of it begin and end in the middle of a character.
    const line = Buffer.from([0x94, 0xfc, 0x8d, 0xe7, 0x2c, 0x8d, 0x81, 0x0a]);
    const long = Buffer.concat(Array.from({ length: 200_001 }, () => line));
    expect(holdsBytes(long, 'shift_jis')).toBe(true);
    const damaged = Buffer.concat([long, Buffer.of(0x85, 0x20)]);
    expect(holdsBytes(damaged, 'shift_jis')).toBe(false);
  });
});
