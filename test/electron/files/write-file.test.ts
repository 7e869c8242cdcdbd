import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../electron/files/write-in-place.ts';
import { writeFile as write, type WriteSettings } from '../../../electron/files/write-file.ts';
import { versionOf } from '../../../electron/files/file-version.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failingAt, systemError } from './failing-system.ts';

const before = Buffer.from('what was there before');
const after = Buffer.from('what is there now, which is longer');
const posix = process.platform !== 'win32';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'rollcall-write-'));
  path = join(folder, 'roster.txt');
});

afterEach(async () => {
  await fs.chmod(folder, 0o700);
  await fs.rm(folder, { recursive: true });
});

/** Writes without inspecting what was written. */
function writeFile(to: string, bytes: Uint8Array, settings: WriteSettings = {}) {
  return write(to, bytes, () => Promise.resolve(null), settings);
}

describe('writeFile', () => {
  it('security 1: writes a new file that only its owner may read', async () => {
    expect(await writeFile(path, after)).toEqual({ ok: true, value: await versionOf(path) });
    expect(await fs.readFile(path)).toEqual(after);
    if (posix) expect((await fs.stat(path)).mode & 0o777).toBe(0o600);
  });

  it.runIf(posix)('security 1: keeps the mode of the file that it replaces', async () => {
    await fs.writeFile(path, before);
    await fs.chmod(path, 0o640);
    await writeFile(path, after);
    expect((await fs.stat(path)).mode & 0o777).toBe(0o640);
  });

  it.runIf(posix)('security 1: writes to the target of a symbolic link and leaves the link', async () => {
    const link = join(folder, 'link.txt');
    await fs.writeFile(path, before);
    await fs.symlink('roster.txt', link);
    await writeFile(link, after);
    expect(await fs.readFile(path)).toEqual(after);
    expect(await fs.readlink(link)).toBe('roster.txt');
  });

  it.runIf(posix)('security 1: follows a link whose target is not there yet', async () => {
    const link = join(folder, 'link.txt');
    await fs.symlink('new.txt', link);
    await writeFile(link, after);
    expect(await fs.readFile(join(folder, 'new.txt'))).toEqual(after);
  });

  it('security 1: goes on when the system takes only part of the bytes', async () => {
    const open: typeof fs.open = async (...args) => {
      const file = await fs.open(...args);
      const write = file.write.bind(file) as (
        bytes: Uint8Array,
        at: number,
        length: number,
      ) => Promise<unknown>;
      Object.defineProperty(file, 'write', {
        value: (bytes: Uint8Array, at: number, length: number) => write(bytes, at, Math.min(length, 5)),
      });
      return file;
    };
    expect(await writeFile(path, after, { system: { ...fs, open } })).toMatchObject({ ok: true });
    expect(await fs.readFile(path)).toEqual(after);
  });

  it('security 2: a system that takes nothing more counts as a full disk', async () => {
    await fs.writeFile(path, before);
    const open: typeof fs.open = async (...args) => {
      const file = await fs.open(...args);
      Object.defineProperty(file, 'write', { value: () => Promise.resolve({ bytesWritten: 0 }) });
      return file;
    };
    expect(await writeFile(path, after, { system: { ...fs, open } })).toMatchObject({
      failure: { code: 'write.diskFull' },
    });
    expect(await fs.readFile(path)).toEqual(before);
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
  });

  it('security 2: whichever call fails, the old bytes or the new ones are there and nothing else is left', async () => {
    const all = { calls: 0 };
    await fs.writeFile(path, before);
    await writeFile(path, after, { system: failingAt(0, 'EIO', all) });
    expect(all.calls).toBeGreaterThan(6);
    for (let nth = 1; nth <= all.calls; nth += 1) {
      await fs.writeFile(path, before);
      const written = await writeFile(path, after, { system: failingAt(nth, 'EIO') });
      expect(await fs.readFile(path), `call ${nth}`).toEqual(written.ok ? after : before);
      expect(await fs.readdir(folder), `call ${nth}`).toEqual(['roster.txt']);
    }
    expect(await writeFile(path, after)).toEqual({ ok: true, value: await versionOf(path) });
  });

  const codes = {
    ENOSPC: 'write.diskFull',
    EACCES: 'write.notAllowed',
    EROFS: 'write.notAllowed',
    EBUSY: 'write.locked',
    EIO: 'write.failed',
  };
  for (const [code, said] of Object.entries(codes)) {
    it(`security 2: says ${code} as ${said}`, async () => {
      const written = await writeFile(path, after, { system: failingAt(3, code) });
      expect(written).toMatchObject({ ok: false, failure: { code: said, facts: { name: 'roster.txt' } } });
    });
  }

  it('security 2: says that a folder is gone', async () => {
    const written = await writeFile(join(folder, 'gone', 'a.txt'), after);
    expect(written).toMatchObject({ failure: { code: 'write.noFolder' } });
  });

  it('security 2: shows the complete new file while the old one is in place', async () => {
    await fs.writeFile(path, before);
    const written = await write(path, after, async (temporary) => {
      expect(await fs.readFile(path)).toEqual(before);
      expect(await fs.readFile(temporary)).toEqual(after);
      return null;
    });
    expect(written).toMatchObject({ ok: true });
    expect(await fs.readFile(path)).toEqual(after);
  });

  it('security 2: leaves the old file where the new one is not found right', async () => {
    await fs.writeFile(path, before);
    const refusal = failed('write.differs', { name: 'roster.txt' });
    const written = await write(path, after, () => Promise.resolve(refusal));
    expect(written).toEqual({ ok: false, failure: refusal });
    expect(await fs.readFile(path)).toEqual(before);
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
  });

  it('file.isFolder: refuses a folder before anything is written', async () => {
    await fs.mkdir(path);
    expect(await writeFile(path, after)).toMatchObject({ failure: { code: 'file.isFolder' } });
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
    expect(await fs.readdir(path)).toEqual([]);
  });

  it.runIf(posix)('write.nameTooLong: a name that no file can have', async () => {
    const name = `${'n'.repeat(252)}.txt`;
    const written = await writeFile(join(folder, name), after);
    expect(written).toEqual({ ok: false, failure: { code: 'write.nameTooLong', facts: { name } } });
    expect(await fs.readdir(folder)).toEqual([]);
  });

  it('writes a name as long as names may be, in a script of three bytes a letter', async () => {
    const name = `${'名'.repeat(83)}.txt`;
    expect(await writeFile(join(folder, name), after)).toMatchObject({ ok: true });
    expect(await fs.readdir(folder)).toEqual([name]);
  });

  it('writes to a path with emoji, spaces and quotes', async () => {
    const inside = join(folder, 'spring hires 🌱', 'Zoë’s “team” 👩‍🚀.txt');
    await fs.mkdir(join(folder, 'spring hires 🌱'));
    expect(await writeFile(inside, after)).toMatchObject({ ok: true });
    expect(await fs.readFile(inside)).toEqual(after);
  });
});

/** The real file system, but a call on an open file throws an error of this code. */
function withHandles(name: 'sync' | 'chmod', code: string): FileSystem {
  const open: typeof fs.open = async (...args) => {
    const file = await fs.open(...args);
    Object.defineProperty(file, name, { value: () => Promise.reject(systemError(code, name)) });
    return file;
  };
  return { ...fs, open };
}

describe('writeFile, where a file system does not flush or keep modes', () => {
  for (const code of ['EINVAL', 'ENOTSUP', 'EPERM', 'ENOSYS'])
    it(`saves where flushing answers ${code}, as network drives and synced folders do`, async () => {
      await fs.writeFile(path, before);
      expect(await writeFile(path, after, { system: withHandles('sync', code) })).toMatchObject({ ok: true });
      expect(await fs.readFile(path)).toEqual(after);
    });

  it('fails where flushing fails for another reason: the disk is broken', async () => {
    await fs.writeFile(path, before);
    expect(await writeFile(path, after, { system: withHandles('sync', 'EIO') })).toMatchObject({ ok: false });
    expect(await fs.readFile(path)).toEqual(before);
  });

  it('saves where the mode cannot be kept, and asks for none on Windows', async () => {
    await fs.writeFile(path, before, { mode: 0o640 });
    expect(await writeFile(path, after, { system: withHandles('chmod', 'EPERM') })).toMatchObject({
      ok: true,
    });
    await fs.chmod(path, 0o640);
    const system = withHandles('chmod', 'EIO');
    expect(await writeFile(path, after, { system, platform: 'linux' })).toMatchObject({ ok: false });
    expect(await writeFile(path, after, { system, platform: 'win32' })).toMatchObject({ ok: true });
  });
});

describe('security 33: writeFile replaces regular files only', () => {
  it.runIf(posix)('refuses a device and leaves it what it is, by its name and by a link', async () => {
    const link = join(folder, 'null.txt');
    await fs.symlink('/dev/null', link);
    for (const device of ['/dev/null', link])
      expect(await writeFile(device, after)).toMatchObject({
        failure: { code: 'write.notAFile', facts: { kind: 'device' } },
      });
    expect((await fs.stat('/dev/null')).isCharacterDevice()).toBe(true);
    expect(await fs.readdir(folder)).toEqual(['null.txt']);
  });

  it.runIf(posix)('refuses a pipe without waiting for its other end, and a socket', async () => {
    execFileSync('mkfifo', [path]);
    expect(await writeFile(path, after)).toMatchObject({ failure: { facts: { kind: 'pipe' } } });
    const server = createServer().listen(join(folder, 's'));
    await once(server, 'listening');
    expect(await writeFile(join(folder, 's'), after)).toMatchObject({
      failure: { facts: { kind: 'socket' } },
    });
    server.close();
    expect((await fs.stat(path)).isFIFO()).toBe(true);
  });

  it('refuses a file that is marked as read-only, and says so', async () => {
    await fs.writeFile(path, before, { mode: 0o444 });
    expect(await writeFile(path, after)).toMatchObject({ failure: { code: 'write.readOnly' } });
    expect(await fs.readFile(path)).toEqual(before);
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
    await fs.chmod(path, 0o600);
  });
});

describe('writeFile in a folder that Windows protects', () => {
  const open: typeof fs.open = (file, flags, ...rest) =>
    flags === 'wx' ? Promise.reject(systemError('ENOENT', 'open')) : fs.open(file, flags, ...rest);

  it('says what forbids the new file and how it is allowed', async () => {
    const written = await writeFile(path, after, { system: { ...fs, open }, platform: 'win32' });
    expect(written).toEqual({
      ok: false,
      failure: { code: 'write.blocked', facts: { folder: basename(folder) } },
    });
  });

  it('does not say so where the folder is gone, nor of another system', async () => {
    const gone = join(folder, 'gone', 'a.txt');
    expect(await writeFile(gone, after, { system: { ...fs, open }, platform: 'win32' })).toMatchObject({
      failure: { code: 'write.noFolder' },
    });
    expect(await writeFile(path, after, { system: { ...fs, open }, platform: 'linux' })).toMatchObject({
      failure: { code: 'write.failed' },
    });
  });
});
