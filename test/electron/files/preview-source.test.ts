import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewSource } from '../../../electron/files/inspect-file.ts';
import { readSource } from '../../../electron/files/read-source.ts';
import { makeWorkbook } from './make-workbook.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-preview-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

type How = Parameters<typeof previewSource>[1];

async function preview(bytes: Buffer | string, how: Partial<How> = {}) {
  const path = join(folder, 'a.csv');
  await writeFile(path, bytes);
  const none = { sheet: null, encoding: null, signal: new AbortController().signal };
  return previewSource(path, { ...none, ...how });
}

const LINE = 'Agent,josé@acme.example,José Ruiz\r\n';

describe('previewSource', () => {
  it('answers all of a short file, with what it was found to be', async () => {
    expect(await preview(`Role,Name\r\n${LINE}`)).toMatchObject({
      value: {
        form: { encoding: 'utf-8', confidence: 'sure' },
        text: `Role,Name\r\n${LINE}`,
        isAll: true,
        whole: true,
      },
    });
  });

  it('answers whole lines of a long one, detected or in any encoding that is chosen', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
      const bytes = iconv.encode(LINE.repeat(9000), encoding, { addBOM: encoding.startsWith('utf-16') });
      for (const chosen of [null, encoding]) {
        const read = await preview(bytes, { encoding: chosen });
        if (!read.ok) throw new Error(read.failure.code);
        const { form, text, isAll, whole } = read.value;
        expect({ isAll, whole }).toEqual({ isAll: false, whole: true });
        expect(text).toBe(LINE.repeat(text.length / LINE.length));
        expect(text.length).toBeGreaterThan(40_000);
        expect(form).toMatchObject({ encoding });
      }
    }
  });

  // 131,072 bytes and 65,536 characters are shown at most; “€” has three bytes in UTF-8.
  it.each([
    ['bytes', null, '€'.repeat(((1 << 17) - 2) / 3)],
    ['bytes, in the encoding that was chosen', 'utf-8', '€'.repeat(((1 << 17) - 2) / 3)],
    ['characters', null, 'e'.repeat((1 << 16) - 2)],
    ['characters, in the encoding that was chosen', 'utf-8', 'e'.repeat((1 << 16) - 2)],
  ] as const)(
    'answers all of a file of exactly as many %s as are shown, without a last line break',
    async (_, encoding, letters) => {
      const text = `a\n${letters}`;
      expect(await preview(text, { encoding })).toMatchObject({ value: { text, isAll: true } });
      const longer = await preview(`${text}x`, { encoding });
      expect(longer).toMatchObject({ value: { text: 'a\n', isAll: false } });
    },
  );

  it('leaves what an encoding cannot hold far down to opening, which says where it is', async () => {
    const line = Buffer.concat([
      iconv.encode('Agent,美咲,佐藤,', 'shift_jis'),
      Buffer.from('a@acme.example\r\n'),
    ]);
    const before = Buffer.concat(Array.from({ length: 12_000 }, () => line));
    const bytes = Buffer.concat([before, Buffer.of(0x85, 0x20, 0x0d, 0x0a), before, before]);
    expect(await preview(bytes)).toMatchObject({
      value: { form: { encoding: 'shift_jis' }, whole: true, isAll: false },
    });
    expect(await readSource(join(folder, 'a.csv'))).toMatchObject({
      failure: { code: 'file.wrongEncoding', facts: { byte: before.length + 1, line: 12_001 } },
    });
  });

  it('shows what an encoding cannot hold instead of failing, where somebody has chosen it', async () => {
    const bytes = iconv.encode(LINE, 'windows-1252');
    const read = await preview(bytes, { encoding: 'utf-8' });
    expect(read).toMatchObject({ value: { whole: false, form: { confidence: 'chosen' } } });
    expect(read.ok && read.value.text).toContain('Jos\ufffd Ruiz');
  });

  it('answers the first rows of a sheet, whatever encoding was chosen', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => `<row><c><v>${row}</v></c></row>`).join('');
    const read = await preview(makeWorkbook({ sheets: { A: rows, B: '<row><c><v>7</v></c></row>' } }), {
      encoding: 'utf-8',
    });
    expect(read).toMatchObject({ value: { form: { sheet: 'A', sheets: ['A', 'B'] }, isAll: false } });
    expect(read.ok && read.value.text.split('\r\n')).toHaveLength(301);
    const other = await preview(makeWorkbook({ sheets: { A: rows, B: '<row><c><v>7</v></c></row>' } }), {
      sheet: 'B',
    });
    expect(other).toMatchObject({ value: { text: '7\r\n', isAll: true } });
  });

  it('fails as opening does', async () => {
    expect(await preview('')).toMatchObject({ failure: { code: 'file.empty' } });
    const page = '<!DOCTYPE html><table><tr><td>Role</td></tr></table>';
    for (const encoding of [null, 'utf-8'] as const)
      expect(await preview(page, { encoding })).toMatchObject({ failure: { code: 'file.markup' } });
    const how = { sheet: null, encoding: 'utf-8', signal: new AbortController().signal } as const;
    expect(await previewSource(join(folder, 'gone'), how)).toMatchObject({
      failure: { code: 'file.notFound' },
    });
  });
});
