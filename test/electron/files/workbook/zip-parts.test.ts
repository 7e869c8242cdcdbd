import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';
import { partsOfWorkbook } from '../make-workbook.ts';
import { makeZip } from '../make-zip.ts';

const SHEET = '<row><c t="str"><v>a</v></c></row>';
const PARTS = partsOfWorkbook({ sheet: SHEET });
const other = SHEET.replace('>a<', '>b<');

const read = (bytes: Buffer) => parseWorkbook(bytes, 'a.xlsx', null);

describe('security 7: parseWorkbook, forms of a zip', () => {
  const whole = { value: { rows: [['a']] } };
  const refused = { failure: { code: 'workbook.damaged' } };

  it('reads sizes that stand after the content, and numbers in 64 bits', () => {
    expect(read(makeZip(PARTS, { descriptors: true }))).toMatchObject(whole);
    expect(read(makeZip(PARTS, { wide: true }))).toMatchObject(whole);
    expect(read(makeZip(PARTS, { descriptors: true, wide: true }))).toMatchObject(whole);
  });

  it('reads numbers of which some are in 64 bits, in the directory and in its entries', () => {
    const bytes = makeZip(PARTS, { wide: true });
    const end = bytes.lastIndexOf('PK\u0005\u0006');
    const start = Number(bytes.readBigUInt64LE(bytes.lastIndexOf('PK\u0006\u0006') + 48));
    const [count, place] = [Buffer.from(bytes), Buffer.from(bytes)];
    count.writeUInt16LE(Object.keys(PARTS).length, end + 10);
    place.writeUInt32LE(start, end + 16);
    expect(read(count)).toMatchObject(whole);
    expect(read(place)).toMatchObject(whole);
    expect(read(makeZip(PARTS, { wideEntries: true }))).toMatchObject(whole);
  });

  it('workbook.damaged: numbers in 64 bits that are not there', () => {
    const bytes = makeZip(PARTS, { wideEntries: true });
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1))
      bytes.writeUInt16LE(2, at + 46 + bytes.readUInt16LE(at + 28) + 6);
    expect(read(bytes)).toMatchObject(refused);
  });

  it('workbook.damaged: 64 bits that point nowhere', () => {
    const bytes = makeZip(PARTS, { wide: true });
    const locator = bytes.lastIndexOf('PK\u0006\u0007');
    const end = bytes.lastIndexOf('PK\u0006\u0006');
    for (const place of [locator + 8, end + 48])
      for (const value of [0n, 1n, 0xffff_ffff_ffff_ffffn, BigInt(bytes.length)]) {
        const wrong = Buffer.from(bytes);
        wrong.writeBigUInt64LE(value, place);
        expect(read(wrong)).toMatchObject(refused);
      }
  });

  it('workbook.tooLarge: more parts than a workbook has, in 64 bits', () => {
    const bytes = makeZip(PARTS, { wide: true });
    bytes.writeBigUInt64LE(0xffff_ffff_ffff_ffffn, bytes.lastIndexOf('PK\u0006\u0006') + 32);
    expect(read(bytes)).toMatchObject({ failure: { code: 'workbook.tooLarge' } });
  });

  it('workbook.damaged: two parts of one name, of which programs show one or the other', () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    const twice = partsOfWorkbook({ sheet: other })[sheet] ?? '';
    for (const name of [sheet, 'XL\\worksheets\\Sheet1.xml'])
      expect(read(makeZip([...Object.entries(PARTS), [name, twice]]))).toMatchObject(refused);
    expect(read(makeZip([...Object.entries(PARTS), ['xl/', ''], ['xl/', '']]))).toMatchObject(whole);
  });

  it('workbook.encrypted: parts with a password of the zip', () => {
    expect(read(makeZip(PARTS, { encrypted: true }))).toMatchObject({
      failure: { code: 'workbook.encrypted' },
    });
  });

  it('workbook.damaged: a method of packing that no workbook uses', () => {
    const bytes = makeZip(PARTS);
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1))
      bytes.writeUInt16LE(93, at + 10);
    expect(read(bytes)).toMatchObject(refused);
  });
});
