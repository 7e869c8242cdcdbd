import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    it(`writes ${format}, which is read again cell by cell, as LibreOffice read it`, async () => {
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

  it('write.changedOnDisk: leaves a file that someone else changed, unless told', async () => {
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
