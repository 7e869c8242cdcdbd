import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeRoster } from '../../../electron/files/write-roster.ts';
import { canMount, smallDisk } from './small-disk.ts';

const PAGE = 4096;
const told = { overwrite: true } as const;
const oldBytes = Buffer.from(`\ufeff${'what was there before\t'.repeat(100)}`, 'utf16le');

describe.runIf(canMount)('a disk that is full', () => {
  it('security 1, 2: leaves the old bytes or the new ones, says which, and takes the next save', async () => {
    const disk = smallDisk(256);
    const { folder, fillTo } = disk;
    const path = join(folder, 'June.txt');
    // UTF-16: four pages, of which from none to more than all fit.
    const text = 'what is there now '.repeat(450);
    for (let pages = 0; pages <= 6; pages += 1) {
      await writeFile(path, oldBytes);
      await fillTo(pages * PAGE);
      const written = await writeRoster(path, 'unicode-text', text, told);
      const bytes = await readFile(path);
      if (written.ok) expect(bytes.subarray(2).toString('utf16le')).toBe(text);
      else {
        expect(written.failure.code).toBe('write.diskFull');
        expect(bytes).toEqual(oldBytes);
      }
      expect(written.ok, `${pages} pages free`).toBe(pages >= 4);
      expect(await readdir(folder)).toEqual(['June.txt', 'filling 0']);
      await disk.clear();
      expect(await writeRoster(path, 'unicode-text', text, told)).toMatchObject({ ok: true });
    }
  });

  it('security 2: says so for a workbook, too', async () => {
    const { folder, fillTo } = smallDisk(256);
    const path = join(folder, 'June.xlsx');
    await writeFile(path, oldBytes);
    await fillTo(PAGE);
    const text = Array.from(
      { length: 900 },
      (_, at) => `a${(at * 7919) % 997}\tb${(at * 104729) % 991}`,
    ).join('\r\n');
    const written = await writeRoster(path, 'xlsx', text, told);
    expect(written).toMatchObject({ failure: { code: 'write.diskFull' } });
    expect(await readFile(path)).toEqual(oldBytes);
  });
});

describe.runIf(canMount)('a disk that is read-only', () => {
  it('security 2: keeps what is on it, and that is said', async () => {
    const { folder, makeReadOnly } = smallDisk(64);
    const path = join(folder, 'June.txt');
    await writeFile(path, oldBytes);
    makeReadOnly();
    const written = await writeRoster(path, 'unicode-text', 'new', told);
    expect(written).toMatchObject({ failure: { code: 'write.notAllowed' } });
    expect(await readFile(path)).toEqual(oldBytes);
    expect(await readdir(folder)).toEqual(['June.txt']);
  });
});
