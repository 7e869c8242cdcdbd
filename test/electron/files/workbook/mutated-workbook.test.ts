import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';
import { ZipParts } from '../../../../electron/files/workbook/zip-parts.ts';
import { makeZip } from '../make-zip.ts';

const workbook = readFileSync(new URL('../../../fixtures/workbook.xlsx', import.meta.url));

const RUNS = 500;

/** The parts that say something about cells. */
const PARTS = [
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet2.xml',
] as const;

/** What may stand where something else stood: bytes of tags, numbers and text, and values that readers trip over. */
const INSERTS = [
  ...['\0', '"', '&', '/', '<', '>', '=', ':', '0', '9', 'A', '-', '.', '\x7f', '\x80', '\xff'],
  ...[
    '99999999999999999999',
    '-1',
    '1.5',
    '1E309',
    'NaN',
    '&#x110000;',
    '<!DOCTYPE a>',
    '<c>',
    '</c>',
    '<v/>',
  ],
  ...['XFD1048576', 'A0', '//[', 'http://', '%', '_x0000_', '[h]:mm:ss', '?/?', '"', '[$-', 'E+', '\\', '@'],
].map((text) => Buffer.from(text, 'latin1'));

/** One damage: from a place on (as a share of the whole) so many bytes give way to others. */
const damage = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 400 }), fc.constant(Infinity)),
  fc.oneof(fc.constant(Buffer.alloc(0)), fc.constantFrom(...INSERTS)),
);
const damages = fc.array(damage, { minLength: 1, maxLength: 4 });

type Damage = readonly [place: number, length: number, instead: Buffer];

function inflict(bytes: Buffer, all: readonly Damage[]): Buffer {
  return all.reduce((left, [place, length, instead]) => {
    const at = Math.floor(place * left.length);
    return Buffer.concat([left.subarray(0, at), instead, left.subarray(at + length)]);
  }, bytes);
}

const zip = new ZipParts(workbook);
const whole: Readonly<Record<string, Buffer>> = Object.fromEntries(
  PARTS.map((part) => [part, zip.read(part)]),
);
const partOf = (part: (typeof PARTS)[number]): Buffer => whole[part] ?? Buffer.alloc(0);

function expectResult(bytes: Buffer): void {
  expect(parseWorkbook(bytes, 'a.xlsx', null).ok).toBeTypeOf('boolean');
}

describe('security 7: parseWorkbook, of a damaged workbook', () => {
  it('answers a result, whatever happened to the bytes of the zip', () => {
    const change = (done: readonly Damage[]): void => {
      expectResult(inflict(workbook, done));
    };
    fc.assert(fc.property(damages, change), { numRuns: RUNS });
  });

  it('answers a result, whatever happened to the parts inside of a zip that is whole', () => {
    const change = (part: (typeof PARTS)[number], done: readonly Damage[]): void => {
      expectResult(makeZip({ ...whole, [part]: inflict(partOf(part), done) }));
    };
    fc.assert(fc.property(fc.constantFrom(...PARTS), damages, change), { numRuns: RUNS });
  });

  it('answers a result, whatever stands in the place of a value or a text', () => {
    const places = PARTS.flatMap((part) =>
      [
        ...partOf(part)
          .toString('latin1')
          .matchAll(/(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)/g),
      ].map(({ index, 0: { length } }) => ({ part, index, length })),
    );
    const change = ({ part, index, length }: (typeof places)[number], instead: Buffer): void => {
      const bytes = partOf(part);
      const changed = Buffer.concat([bytes.subarray(0, index), instead, bytes.subarray(index + length)]);
      expectResult(makeZip({ ...whole, [part]: changed }));
    };
    fc.assert(fc.property(fc.constantFrom(...places), fc.constantFrom(...INSERTS), change), {
      numRuns: RUNS,
    });
  });
});
