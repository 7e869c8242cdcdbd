import fc from 'fast-check';

/** One damage: from a place on (as a share of the whole) so many bytes give way to others. */
type Damage = readonly [place: number, length: number, instead: Uint8Array];

/** What readers trip over: bytes of marks, line ends, encodings and zips, and values of XML and of numbers. */
export const AWKWARD: readonly Buffer[] = [
  ...[
    ...['00', '09', '0a', '0d', '1a', '22', '27', '2c', '3b', '7f', '80', 'ff', 'fffe', 'feff', 'efbbbf'],
    ...['eda080', '00d8', 'd800', '2220', '0d0d0a', '1b2442', '504b0506', '504b0102', 'ffffffff', 'd0cf11e0'],
  ].map((hex) => Buffer.from(hex, 'hex')),
  ...[
    ...[
      'sep=;\n',
      'Role,',
      '""',
      '","',
      '&',
      '&#x110000;',
      '<',
      '<!DOCTYPE a>',
      '<c>',
      '</c>',
      '<v/>',
      '/',
      '=',
    ],
    ...['XFD1048576', 'A0', '0', '1.5', '1E309', '99999999999999999999', '-1', 'NaN', '//[', 'http://', '%'],
    ...[
      '_x0000_',
      '[h]:mm:ss',
      '?/?',
      '[$-',
      'E+',
      '\\',
      '@',
      '__proto__',
      '=1+1',
      '\u2028',
      '\u202e',
      '{',
      '}}',
    ],
  ].map((text) => Buffer.from(text)),
];

const damage: fc.Arbitrary<Damage> = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 400 }), fc.constant(Infinity)),
  fc.oneof(fc.constant(Buffer.alloc(0)), fc.constantFrom(...AWKWARD), fc.uint8Array({ maxLength: 8 })),
);

/** Bytes of which some were flipped, cut, put in, or spliced with the end of others. */
export function damagedBytes(wholes: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const whole = fc.constantFrom(...wholes);
  const splice = fc
    .tuple(
      whole,
      whole,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([one, other, end, start]) =>
      Buffer.concat([one.subarray(0, end * one.length), other.subarray(start * other.length)]),
    );
  const base = fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: splice });
  return fc
    .tuple(base, fc.array(damage, { maxLength: 4 }))
    .map(([bytes, all]) => shownShort(all.reduce(inflict, bytes)));
}

function inflict(bytes: Buffer, [place, length, instead]: Damage): Buffer {
  const at = Math.floor(place * bytes.length);
  return Buffer.concat([bytes.subarray(0, at), instead, bytes.subarray(at + length)]);
}

/** A copy that a failing test shows in one short line, to be tried again. */
function shownShort(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const text = `Buffer.from('${copy.toString('base64')}', 'base64')`;
  return Object.defineProperty(copy, fc.toStringMethod, { value: () => text });
}
