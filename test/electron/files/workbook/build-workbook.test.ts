import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../../../electron/files/workbook/build-workbook.ts';
import { parseWorkbook } from '../../../../electron/files/workbook/parse-workbook.ts';
import { ZipParts } from '../../../../electron/files/workbook/zip-parts.ts';

async function build(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const built = await buildWorkbook(rows, 'a.xlsx');
  if (!built.ok) throw new Error(built.failure.code);
  return Buffer.from(built.value);
}

async function buildAndRead(rows: string[][]): Promise<string[][]> {
  const read = parseWorkbook(await build(rows), 'a.xlsx', null);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.rows;
}

describe('buildWorkbook', () => {
  it('keeps zeros, long numbers, formulas, spaces, line breaks and what looks like an escape', async () => {
    const rows = [
      ['Employee ID', 'Profile'],
      ['0000017', 'first\nsecond'],
      ['12345678901234567890', '=1+1'],
      ['1E5', ' “two” & <three> '],
      ['', '', 'behind empty cells'],
      ['_x0041_', 'a\u0000b'],
    ];
    expect(await buildAndRead(rows)).toEqual(rows);
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
        expect(await buildAndRead(closed)).toEqual(closed);
      }),
    );
  });

  it('has a bold header that stays in view, columns as wide as their text, and text in every cell', async () => {
    const long = 'long '.repeat(40);
    const parts = new ZipParts(
      await build([
        ['ID', 'Email Address', 'Profile'],
        ['0017', '', long],
      ]),
    );
    const sheet = parts.read('xl/worksheets/sheet1.xml').toString();
    const styles = parts.read('xl/styles.xml').toString();
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect([...sheet.matchAll(/<col .*? width="(\d+)"/g)].map((col) => col[1])).toEqual(['9', '15', '48']);
    const styleOf = (cell: string): string => {
      const style = Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]);
      const [, cellStyles = ''] = /<cellXfs.*?>(.*)<\/cellXfs>/s.exec(styles) ?? [];
      return [...cellStyles.matchAll(/<xf .*?(?:\/>|<\/xf>)/gs)][style]?.[0] ?? '';
    };
    const text = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)?.[1] ?? '';
    for (const cell of ['A1', 'B1', 'C1']) expect(styleOf(cell)).toContain(`numFmtId="${text}" fontId="1"`);
    for (const cell of ['A2', 'B2', 'C2']) expect(styleOf(cell)).toContain(`numFmtId="${text}" fontId="0"`);
    expect([...styles.matchAll(/<font>.*?<\/font>/gs)][1]?.[0]).toContain('<b/>');
  });

  it('takes a text of nothing but empty cells', async () => {
    expect(await buildWorkbook([['', '']], 'a.xlsx')).toMatchObject({ ok: true });
  });
});

describe('buildWorkbook, what a workbook cannot hold', () => {
  const most = 'c'.repeat(32_767);

  it('write.cellTooLong: tells the line of a cell with more than 32,767 characters', async () => {
    expect(await buildWorkbook([['a'], [most]], 'a.xlsx')).toMatchObject({ ok: true });
    expect(await buildWorkbook([['a'], [most], ['b', `${most}c`]], 'a.xlsx')).toEqual({
      ok: false,
      failure: {
        code: 'write.cellTooLong',
        facts: { name: 'a.xlsx', line: 3, characters: 32_768, most: 32_767 },
      },
    });
  });

  it('write.tooLargeForWorkbook: more than 16,384 columns or 1,048,576 rows', async () => {
    const wide = await buildWorkbook([Array.from<string>({ length: 16_385 }).fill('a')], 'a.xlsx');
    expect(wide).toMatchObject({
      failure: {
        code: 'write.tooLargeForWorkbook',
        facts: { what: 'it has 16,385 columns and Excel takes 16,384' },
      },
    });
    const high = await buildWorkbook(Array.from<string[]>({ length: 1_048_577 }).fill(['a']), 'a.xlsx');
    expect(high).toMatchObject({
      failure: { facts: { what: 'it has 1,048,577 rows and Excel takes 1,048,576' } },
    });
  });

  it('write.tooLargeForWorkbook: a sheet that Rollcall itself would not open again', async () => {
    const built = await buildWorkbook([Array.from<string>({ length: 501 }).fill('a')], 'a.xlsx');
    expect(built).toMatchObject({
      failure: { code: 'write.tooLargeForWorkbook', facts: { name: 'a.xlsx' } },
    });
  });

  it('write.tooLargeForWorkbook: what would unpack to more than Rollcall opens, at once', async () => {
    const row = Array.from<string>({ length: 200 }).fill('c'.repeat(1000));
    const built = await buildWorkbook(Array.from<string[]>({ length: 1000 }).fill(row), 'a.xlsx');
    expect(built).toMatchObject({
      failure: { facts: { name: 'a.xlsx', what: 'it would unpack to more than 200 MB' } },
    });
  });

  it('write.notAsWorkbook: tells the line that would not be kept', async () => {
    // A workbook has one kind of line break.
    expect(await buildWorkbook([['a'], ['b\rc']], 'a.xlsx')).toEqual({
      ok: false,
      failure: { code: 'write.notAsWorkbook', facts: { name: 'a.xlsx', line: 2 } },
    });
  });
});
