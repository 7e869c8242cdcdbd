import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { versionOf } from '../../../electron/files/file-version.ts';
import { writeFile as write, type WriteSettings } from '../../../electron/files/write-file.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { failingAt, systemError } from './failing-system.ts';

const before = Buffer.from('what was there before');
const after = Buffer.from('what is there now, which is longer');

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'roster.txt');
});

function writeFile(to: string, bytes: Uint8Array, settings: WriteSettings = {}) {
  return write(to, bytes, () => Promise.resolve(null), settings);
}

describe('writeFile, of a file that another program has open', () => {
  /** Windows, whose rename fails `times` times; opening the file to write into it answers `open`. */
  function windows(times: number, code = 'EPERM', opening: string | null = null) {
    const seen = { renames: 0, waited: 0, told: 0 };
    const settings: WriteSettings = {
      platform: 'win32',
      wait: (milliseconds) => {
        seen.waited += milliseconds;
        return Promise.resolve();
      },
      onHeld: () => (seen.told += 1),
      system: {
        ...fs,
        rename: (from, to) => {
          seen.renames += 1;
          return seen.renames <= times ? Promise.reject(systemError(code, 'rename')) : fs.rename(from, to);
        },
        open: (file, flags, ...rest) =>
          flags === 'r+' && opening !== null
            ? Promise.reject(systemError(opening, 'open'))
            : fs.open(file, flags, ...rest),
      },
    };
    return { seen, settings };
  }

  beforeEach(() => fs.writeFile(path, before));

  it.each(['EPERM', 'EACCES', 'EBUSY'])(
    'security 1: tries again while the system answers %s',
    async (code) => {
      const { seen, settings } = windows(5, code);
      expect(await writeFile(path, after, settings)).toMatchObject({ ok: true });
      expect(await fs.readFile(path)).toEqual(after);
      expect(seen).toMatchObject({ renames: 6, told: 0 });
    },
  );

  it('waits about ten seconds, and tells once that it does', async () => {
    const { seen, settings } = windows(Infinity);
    expect(await writeFile(path, after, settings)).toMatchObject({ failure: { code: 'write.held' } });
    expect(seen.waited).toBeGreaterThanOrEqual(10_000);
    expect(seen.waited).toBeLessThan(11_000);
    expect(seen.told).toBe(1);
    expect(await fs.readFile(path)).toEqual(before);
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
  });

  it.each([
    ['EBUSY', 'write.locked'],
    ['EPERM', 'write.notAllowed'],
    ['EACCES', 'write.notAllowed'],
  ])('says apart what is open and what nobody may write: %s as %s', async (opening, code) => {
    const { settings } = windows(Infinity, 'EPERM', opening);
    expect(await writeFile(path, after, settings)).toMatchObject({ failure: { code } });
    expect(await fs.readFile(path)).toEqual(before);
  });

  it('does not wait elsewhere, where the same answer means that it is not allowed', async () => {
    const { seen, settings } = windows(Infinity);
    expect(await writeFile(path, after, { ...settings, platform: 'darwin' })).toMatchObject({
      failure: { code: 'write.notAllowed' },
    });
    expect(seen).toMatchObject({ renames: 1, waited: 0 });
  });

  it('stops waiting when asked to, and leaves nothing behind', async () => {
    const stop = new AbortController();
    const { system, platform } = windows(Infinity).settings;
    const writing = writeFile(path, after, {
      ...(system && platform && { system, platform }),
      signal: stop.signal,
      onHeld: () => {
        stop.abort();
      },
    });
    expect(await writing).toMatchObject({ failure: { code: 'cancelled' } });
    expect(await fs.readFile(path)).toEqual(before);
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
  });
});

describe('writeFile into the file that is there', () => {
  const copyName = 'roster – before saving.txt';

  it('keeps the file itself: whoever has it open sees the new bytes', async () => {
    await fs.writeFile(path, before, { mode: 0o640 });
    const file = await fs.open(path, 'r');
    const { ino } = await file.stat();
    const written = await writeFile(path, after, { inPlace: true });
    expect(written).toEqual({ ok: true, value: await versionOf(path) });
    expect((await fs.stat(path)).ino).toBe(ino);
    expect(await file.readFile()).toEqual(after);
    await file.close();
    expect(await writeFile(path, before, { inPlace: true })).toMatchObject({ ok: true });
    expect(await fs.readFile(path)).toEqual(before);
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
  });

  it('writes a new file where there is none any more', async () => {
    expect(await writeFile(path, after, { inPlace: true })).toMatchObject({ ok: true });
    expect(await fs.readFile(path)).toEqual(after);
  });

  it('security 2: whichever call fails, the old bytes or the new ones are there and nothing else is left', async () => {
    await fs.writeFile(path, before);
    const all = { calls: 0 };
    await writeFile(path, after, { inPlace: true, system: failingAt(0, 'EIO', all) });
    expect(all.calls).toBeGreaterThan(12);
    for (let nth = 1; nth <= all.calls; nth += 1) {
      await fs.writeFile(path, before);
      const written = await writeFile(path, after, { inPlace: true, system: failingAt(nth, 'EIO') });
      expect(await fs.readFile(path), `call ${nth}`).toEqual(written.ok ? after : before);
      expect(await fs.readdir(folder), `call ${nth}`).toEqual(['roster.txt']);
    }
  });

  it('security 2: where every call fails from one on, the old bytes are in the file or in the copy beside it', async () => {
    await fs.writeFile(path, before);
    const all = { calls: 0 };
    await writeFile(path, after, { inPlace: true, system: failingAt(0, 'EIO', all) });
    let torn = 0;
    for (let nth = 1; nth <= all.calls; nth += 1) {
      await fs.writeFile(path, before);
      const system = failingAt(nth, 'EIO', undefined, Infinity);
      const written = await writeFile(path, after, { inPlace: true, system });
      if (written.ok || written.failure.code !== 'write.torn') {
        expect(await fs.readFile(path), `call ${nth}`).toEqual(written.ok ? after : before);
        expect(await fs.readdir(folder), `call ${nth}`).toEqual(['roster.txt']);
        continue;
      }
      torn += 1;
      expect(written.failure.facts.copy).toBe(copyName);
      expect(await fs.readFile(join(folder, copyName)), `call ${nth}`).toEqual(before);
      await fs.unlink(join(folder, copyName));
    }
    expect(torn).toBeGreaterThan(2);
  });
});
