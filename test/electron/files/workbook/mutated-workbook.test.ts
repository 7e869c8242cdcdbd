import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';
import { AWKWARD, damagedBytes } from '../../../fuzz/damage.ts';
import { REAL_WORKBOOKS, WORKBOOK_PARTS } from '../../../fuzz/real-files.ts';
import { makeZip } from '../make-zip.ts';
import { runs } from '../../../tier.ts';

const RUNS = runs(500);

const [whole = {}] = WORKBOOK_PARTS;
const parts = Object.entries(whole);

function expectResult(bytes: Buffer): void {
  expect(parseWorkbook(bytes, 'a.xlsx', null).ok).toBeTypeOf('boolean');
}

describe('security 7: parseWorkbook, of a damaged workbook', () => {
  it('answers a result, whatever happened to the bytes of the zip', () => {
    fc.assert(fc.property(damagedBytes(REAL_WORKBOOKS), expectResult), { numRuns: RUNS });
  });

  it('answers a result, whatever happened to the parts inside of a zip that is whole', () => {
    const changed = fc
      .constantFrom(...parts)
      .chain(([name, part]) => damagedBytes([part]).map((bytes) => makeZip({ ...whole, [name]: bytes })));
    fc.assert(fc.property(changed, expectResult), { numRuns: RUNS });
  });

  it('answers a result, whatever stands in the place of a value or a text', () => {
    const places = parts.flatMap(([name, part]) =>
      [...part.toString('latin1').matchAll(/(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)/g)].map(
        ({ index, 0: { length } }) => ({ name, part, index, length }),
      ),
    );
    const change = ({ name, part, index, length }: (typeof places)[number], instead: Buffer): void => {
      const changed = Buffer.concat([part.subarray(0, index), instead, part.subarray(index + length)]);
      expectResult(makeZip({ ...whole, [name]: changed }));
    };
    fc.assert(fc.property(fc.constantFrom(...places), fc.constantFrom(...AWKWARD), change), {
      numRuns: RUNS,
    });
  });
});
