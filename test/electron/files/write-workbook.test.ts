import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../../electron/files/workbook/parse-workbook.ts';
import { writeWorkbook } from '../../../electron/files/write-workbook.ts';

async function writeAndRead(rows: string[][]): Promise<string[][]> {
  const read = parseWorkbook(Buffer.from(await writeWorkbook(rows)), 'a.xlsx', null);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.rows;
}

describe('writeWorkbook', () => {
  it('keeps zeros, long numbers, formulas, spaces, line breaks and what looks like an escape', async () => {
    const rows = [
      ['Employee ID', 'Profile'],
      ['0000017', 'first\nsecond'],
      ['12345678901234567890', '=1+1'],
      ['1E5', ' “two” & <three> '],
      ['_x0041_', 'a\u0000b'],
    ];
    expect(await writeAndRead(rows)).toEqual(rows);
  });

  it('is read again as it was written, whatever text the cells hold', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x000D_', '_x005F_', '_X0041_', '', ' '),
    );
    // A row ends with its last text, and a carriage return is a line break: an end that is neither keeps rows comparable.
    const row = fc.array(
      cell.map((text) => text.replaceAll('\r', '\n')),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const closed = rows.map((cells) => [...cells, 'end']);
        expect(await writeAndRead(closed)).toEqual(closed);
      }),
    );
  });
});
