import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { versionOf } from '../../../electron/files/file-version.ts';
import { readSource } from '../../../electron/files/read-source.ts';
import { writeRoster } from '../../../electron/files/write-roster.ts';
import { WRITE_FORMATS, WRITE_FORMAT_NAMES } from '../../../shared/text/formats.ts';
import { parseText } from '../../../shared/text/parse-text.ts';
import { serialize } from '../../../shared/text/serialize.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-roster-'));
  path = join(folder, 'roster');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function people(): Promise<string[][]> {
  const read = await readSource(fixture('people.txt'));
  if (!read.ok) throw new Error(read.failure.code);
  return parseText(read.value.text, '\t');
}

describe('writeRoster', () => {
  for (const format of WRITE_FORMAT_NAMES) {
    it(`security 11: writes ${format}, which is read again cell by cell, as LibreOffice read it`, async () => {
      const form = WRITE_FORMATS[format];
      const delimiter = form.kind === 'text' ? form.delimiter : '\t';
      const rows = await people();
      const written = await writeRoster(path, format, serialize(rows, delimiter), { overwrite: false });
      expect(written).toMatchObject({ ok: true, value: { bytes: (await readFile(path)).length } });
      const read = await readSource(path);
      if (!read.ok) throw new Error(read.failure.code);
      const seen = parseText(await readFile(fixture('export-read-by-libreoffice.csv'), 'utf8'), ',');
      expect(parseText(read.value.text, delimiter)).toEqual(seen);
      expect(seen).toEqual(rows);
    });
  }

  it('writes slices one after the other behind one byte order mark', async () => {
    await writeRoster(path, 'unicode-text', ['Role\r\n', 'Zoë\r\n'], { overwrite: false });
    expect(await readFile(path)).toEqual(Buffer.from('\uFEFFRole\r\nZoë\r\n', 'utf16le'));
    await writeRoster(path, 'utf8-csv', ['Role\r\n', 'Zoë\r\n'], { overwrite: true });
    expect(await readFile(path, 'utf8')).toBe('\uFEFFRole\r\nZoë\r\n');
  });

  it('security 5: write.changedOnDisk: leaves a file that someone else changed, unless told', async () => {
    const first = await writeRoster(path, 'unicode-text', 'a\r\n', { overwrite: false });
    if (!first.ok) throw new Error(first.failure.code);
    const options = { expected: first.value.version, overwrite: false };
    expect(await writeRoster(path, 'unicode-text', 'b\r\n', options)).toMatchObject({ ok: true });
    await writeFile(path, 'theirs, and longer');
    expect(await writeRoster(path, 'unicode-text', 'c\r\n', options)).toMatchObject({
      failure: { code: 'write.changedOnDisk' },
    });
    expect(await readFile(path, 'utf8')).toBe('theirs, and longer');
    const told = await writeRoster(path, 'unicode-text', 'c\r\n', { ...options, overwrite: true });
    expect(told).toMatchObject({ ok: true });
  });
});

describe('writeRoster, text that no file can hold', () => {
  const lone = 'Role\r\na\ud800b\udc00 😀\r\n';
  const whole = 'Role\r\na\ufffdb\ufffd 😀\r\n';

  for (const format of WRITE_FORMAT_NAMES) {
    it(`writes lone surrogates as U+FFFD and tells how many (${format})`, async () => {
      const written = await writeRoster(path, format, lone, { overwrite: false });
      expect(written).toMatchObject({ ok: true, value: { replaced: 2 } });
      expect(await readSource(path)).toMatchObject({ value: { text: whole } });
    });
  }

  it('leaves a character whole that two slices share', async () => {
    const written = await writeRoster(path, 'utf8-csv', ['a\ud83d', '\ude00\r\n'], { overwrite: false });
    expect(written).toMatchObject({ ok: true, value: { replaced: 0 } });
    expect(await readFile(path, 'utf8')).toBe('\uFEFFa😀\r\n');
  });

  it('never writes one, whatever the text', async () => {
    const unit = fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('\ud800', '\udfff'));
    const formats = fc.constantFrom('unicode-text', 'utf16-csv', 'utf8-csv');
    await fc.assert(
      fc.asyncProperty(fc.array(unit), formats, async (units, format) => {
        const text = `Role\t${units.join('')}`;
        const written = await writeRoster(path, format, text, { overwrite: false });
        const bytes = await readFile(path);
        const decoder = new TextDecoder(WRITE_FORMATS[format].encoding, { fatal: true });
        expect(decoder.decode(bytes)).toBe(text.toWellFormed());
        expect(written).toMatchObject({ value: { replaced: text.match(/\p{Surrogate}/gu)?.length ?? 0 } });
      }),
    );
  });
});

describe('writeRoster, what leaves the old file as it was', () => {
  const old = 'what was there before';
  const long = `Role\r\n${'c'.repeat(32_768)}\r\n`;

  /** Expects a failure, and that nothing but the old file is there. */
  async function expectUntouched(written: ReturnType<typeof writeRoster>, code: string): Promise<void> {
    expect(await written).toMatchObject({ ok: false, failure: { code } });
    expect(await readFile(path, 'utf8')).toBe(old);
    expect(await readdir(folder)).toEqual(['roster']);
  }

  it('write.cellTooLong: a cell that Excel does not take, which text does', async () => {
    await writeFile(path, old);
    await expectUntouched(writeRoster(path, 'xlsx', long, { overwrite: true }), 'write.cellTooLong');
    expect(await writeRoster(path, 'unicode-text', long, { overwrite: true })).toMatchObject({ ok: true });
  });

  for (const format of ['unicode-text', 'xlsx'] as const) {
    it(`cancelled: before and while writing ${format}`, async () => {
      await writeFile(path, old);
      const text = 'a\tb\tc\td\r\n'.repeat(20_000);
      const signal = AbortSignal.abort();
      await expectUntouched(writeRoster(path, format, text, { overwrite: true, signal }), 'cancelled');
      const stop = new AbortController();
      const writing = writeRoster(path, format, text, { overwrite: true, signal: stop.signal });
      setImmediate(() => {
        stop.abort();
      });
      await expectUntouched(writing, 'cancelled');
    });
  }

  it('security 5: write.changedOnDisk: a change while a workbook is made is seen, too', async () => {
    await writeFile(path, 'first');
    const expected = await versionOf(path);
    const text = 'a\tb\tc\td\r\n'.repeat(20_000);
    const writing = writeRoster(path, 'xlsx', text, { expected, overwrite: false });
    await writeFile(path, old);
    await expectUntouched(writing, 'write.changedOnDisk');
  });

  it('file.isFolder: a folder stands in the place of the file', async () => {
    await mkdir(path);
    const written = await writeRoster(path, 'unicode-text', 'a\r\n', { overwrite: true });
    expect(written).toMatchObject({ failure: { code: 'file.isFolder', facts: { name: 'roster' } } });
    expect(await readdir(folder)).toEqual(['roster']);
  });
});

describe('writeRoster, of one path by two at a time', () => {
  for (const format of ['unicode-text', 'xlsx'] as const) {
    it(`security 5: leaves one of the two whole as ${format}, and both were told the truth`, async () => {
      const texts = ['theirs\r\n', 'ours, and longer\r\n'.repeat(999)];
      const written = await Promise.all(
        texts.map((text) => writeRoster(path, format, text, { overwrite: true })),
      );
      expect(written.map((one) => one.ok)).toEqual([true, true]);
      const read = await readSource(path);
      if (!read.ok) throw new Error(read.failure.code);
      expect(texts).toContain(read.value.text.replaceAll('"', ''));
      // Whoever was overtaken finds a file that is not the one they wrote.
      const now = await versionOf(path);
      expect(written.filter((one) => one.ok && one.value.version.size === now?.size)).toHaveLength(1);
      expect(await readdir(folder)).toEqual(['roster']);
    });
  }
});

describe('security 33: writeRoster, where the ending and the form disagree', () => {
  it.each([
    ['people.xlsx', 'unicode-text', 'people.txt'],
    ['people.xlsx', 'utf8-csv', 'people.csv'],
    ['people.XLS', 'unicode-text', 'people.txt'],
    ['people.csv', 'xlsx', 'people.xlsx'],
    ['people.csv', 'unicode-text', 'people.txt'],
  ] as const)('write.otherEnding: %s is not written as %s', async (name, format, better) => {
    const target = join(folder, name);
    await writeFile(target, 'what was there before');
    const written = await writeRoster(target, format, 'a\r\n', { overwrite: true });
    expect(written).toMatchObject({ failure: { code: 'write.otherEnding', facts: { name, better } } });
    expect(await readFile(target, 'utf8')).toBe('what was there before');
    expect(await readdir(folder)).toEqual([name]);
  });

  it('takes CSV for text in the form of a template', async () => {
    const target = join(folder, 'people.csv');
    const options = { overwrite: true, hasTemplate: true };
    expect(await writeRoster(target, 'unicode-text', 'a\r\n', options)).toMatchObject({ ok: true });
  });

  it('write.overWorkbook: never puts text over a workbook, whatever its name', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1ffff', 'hex');
    for (const [name, bytes] of [
      ['people.txt', await readFile(fixture('workbook.xlsx'))],
      ['people', old],
    ] as const) {
      const target = join(folder, name);
      await writeFile(target, bytes);
      const written = await writeRoster(target, 'unicode-text', 'a\r\n', { overwrite: true });
      expect(written).toMatchObject({ failure: { code: 'write.overWorkbook', facts: { name } } });
      expect(await readFile(target)).toEqual(bytes);
    }
    const book = join(folder, 'book.xlsx');
    await writeFile(book, await readFile(fixture('workbook.xlsx')));
    expect(await writeRoster(book, 'xlsx', 'a\r\n', { overwrite: true })).toMatchObject({ ok: true });
  });
});
