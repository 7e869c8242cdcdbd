import { chmod, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source.ts';
import { parseText } from '../../../shared/text/parse-text.ts';
import { makeCompound } from './make-compound.ts';
import { makeWorkbook } from './make-workbook.ts';
import { makeZip } from './make-zip.ts';
import { PLAIN_SHEET } from '../../shared/roster/plain-sheet.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-read-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes the bytes to a file and reads it. */
async function readBytes(bytes: Buffer | string, name = 'a.xlsx') {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readSource(path);
}

describe('readSource, files of LibreOffice', () => {
  it('reads UTF-16 text as the people it was made from', async () => {
    const [made, source] = await Promise.all([
      readSource(fixture('people.txt')),
      readSource(fixture('people.source.csv')),
    ]);
    if (!made.ok || !source.ok) throw new Error('not read');
    expect(made.value.form).toMatchObject({ encoding: 'utf-16le', bom: true, confidence: 'sure' });
    expect(source.value.form).toMatchObject({ encoding: 'utf-8', bom: false, confidence: 'sure' });
    expect(parseText(made.value.text, '\t')).toEqual(parseText(source.value.text, ','));
    expect(parseText(made.value.text, '\t')).toHaveLength(41);
  });

  it('reads a workbook as shown: zeros, dates, the value of a formula', async () => {
    const read = await readSource(fixture('workbook.xlsx'));
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.form).toEqual({
      kind: 'workbook',
      sheet: 'Spring hires',
      sheets: ['Spring hires', 'Lists'],
      hidden: [],
      picked: 'first',
      traits: PLAIN_SHEET,
    });
    const rows = parseText(read.value.text, '\t');
    expect(rows.slice(0, 2)).toEqual([['Spring hires, Support'], ['']]);
    expect(rows.slice(3).map((row) => [row[2], row[3], row[14]])).toEqual([
      ['person1@acme.example', '0004200', '2026-03-10'],
      ['person2@acme.example', '0004201', '2026-03-11'],
      ['person3@acme.example', '0000017', '2026-03-12'],
      ['person4@acme.example', '0004203', '2026-03-13'],
      ['person5@acme.example', '0004203', '2026-03-14'],
    ]);
    expect(rows[6]?.[16]).toBe('two\nlines');
  });

  it('says which rows and columns the program hides', async () => {
    const read = await readSource(fixture('hidden-rows.xlsx'));
    expect(read).toMatchObject({
      value: { form: { traits: { ...PLAIN_SHEET, hiddenRows: [3, 5, 6], hiddenColumns: [5] } } },
    });
  });

  it('reads the sheet that is named', async () => {
    const read = await readSource(fixture('workbook.xlsx'), { sheet: 'Lists' });
    expect(read).toMatchObject({ value: { text: 'Roles\r\nTeam Member\r\n', form: { sheet: 'Lists' } } });
  });
});

describe('security 7, 8: readSource, what cannot be read', () => {
  const workbook = makeWorkbook({ sheet: '<row><c t="str"><v>a</v></c></row>' });
  const cases: readonly [string, Buffer | string, string][] = [
    ['an empty file', '', 'file.empty'],
    ['a wrong zip', makeZip({ 'a.txt': 'a' }), 'file.notText'],
    ['a zip that is cut off', workbook.subarray(0, 300), 'workbook.damaged'],
    ['a workbook of the old format', makeCompound('Workbook'), 'workbook.oldFormat'],
    ['a workbook with a password', makeCompound('EncryptedPackage'), 'workbook.encrypted'],
    ['a document of Word', makeCompound('WordDocument'), 'file.notText'],
    ['a single file web page', 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n', 'file.markup'],
    ['rows of a web page', '<meta charset="utf-8"><table><tr><td>Role</td></tr></table>', 'file.markup'],
    ['XML Spreadsheet 2003', '<?xml version="1.0"?>\n<Workbook xmlns="urn:x"/>', 'file.markup'],
    ['UTF-32', Buffer.from('fffe0000520000006f000000', 'hex'), 'file.unusedEncoding'],
    ['UTF-32 without a mark', Buffer.from('520000006f0000006c00000065000000', 'hex'), 'file.notText'],
    ['a byte order mark alone', Buffer.from('efbbbf', 'hex'), 'file.empty'],
  ];
  for (const [what, bytes, code] of cases) {
    it(`${code}: ${what}`, async () => {
      expect(await readBytes(bytes)).toMatchObject({
        ok: false,
        failure: { code, facts: { name: 'a.xlsx' } },
      });
    });
  }

  it('names a web page that goes by the name of a workbook', async () => {
    const page = '\r\n<HTML><table><tr><td>Role</td></tr></table></HTML>';
    expect(await readBytes(page, 'export.xls')).toEqual({
      ok: false,
      failure: { code: 'file.markup', facts: { name: 'export.xls' } },
    });
    const xml = Buffer.from('\ufeff<?xml version="1.0"?><Workbook/>', 'utf16le');
    expect(await readBytes(xml, 'export.xls')).toMatchObject({ failure: { code: 'file.markup' } });
    expect(await readBytes('Role\tNotes\nAgent\t<html>\n', 'a.txt')).toMatchObject({ ok: true });
  });

  it('knows a workbook by its bytes, whatever its name', async () => {
    expect(await readBytes(workbook, 'a.csv')).toMatchObject({ value: { form: { kind: 'workbook' } } });
  });

  it('reads one byte', async () => {
    expect(await readBytes('a')).toMatchObject({ value: { text: 'a' } });
  });

  it('file.isFolder, file.notFound, file.tooLarge', async () => {
    expect(await readSource(folder)).toMatchObject({ failure: { code: 'file.isFolder' } });
    expect(await readSource(join(folder, 'gone'))).toMatchObject({ failure: { code: 'file.notFound' } });
    const path = join(folder, 'large');
    await writeFile(path, 'PK');
    await truncate(path, 501 * 1024 * 1024);
    expect(await readSource(path)).toMatchObject({
      failure: { code: 'file.tooLarge', facts: { megabytes: 501, most: 500 } },
    });
    await truncate(path, 51 * 1024 * 1024);
    expect(await readSource(path)).toMatchObject({ failure: { code: 'file.tooLarge', facts: { most: 50 } } });
  });

  // The superuser may read everything, and Windows has no such permission bits.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('file.notAllowed', async () => {
    await readBytes('a', 'secret');
    await chmod(join(folder, 'secret'), 0);
    expect(await readSource(join(folder, 'secret'))).toMatchObject({ failure: { code: 'file.notAllowed' } });
  });

  it('cancelled', async () => {
    await readBytes('a', 'a.txt');
    const read = await readSource(join(folder, 'a.txt'), { signal: AbortSignal.abort() });
    expect(read).toMatchObject({ failure: { code: 'cancelled' } });
  });
});
