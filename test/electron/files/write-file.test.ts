import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, writeFile as write } from '../../../electron/files/write-file.ts';
import { failed } from '../../../shared/failures.ts';
import { failure, success } from '../../../shared/result.ts';

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

/** Writes without a look at what was written. */
function writeFile(to: string, bytes: Uint8Array, system?: FileSystem) {
  return write(to, bytes, () => Promise.resolve(success(null)), system);
}

/** The real file system, but the nth call fails; `counted` counts them. */
function failingAt(nth: number, code: string, counted = { calls: 0 }): FileSystem {
  const count = (): void => {
    counted.calls += 1;
    if (counted.calls === nth) throw Object.assign(new Error(`${code}: made to fail`), { code });
  };
  const call =
    <Args extends unknown[], Answer>(real: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      count();
      return real(...args);
    };
  const open: typeof fs.open = async (...args) => {
    count();
    const file = await fs.open(...args);
    for (const name of ['write', 'chmod', 'sync', 'stat'] as const) {
      const real = file[name].bind(file) as (...args: unknown[]) => Promise<unknown>;
      Object.defineProperty(file, name, { value: call(real) });
    }
    return file;
  };
  return {
    open,
    lstat: call(fs.lstat) as typeof fs.lstat,
    stat: call(fs.stat) as typeof fs.stat,
    readlink: call(fs.readlink) as typeof fs.readlink,
    rename: call(fs.rename),
    unlink: fs.unlink,
  };
}

describe('writeFile', () => {
  it('security 1: writes a new file that only its owner may read', async () => {
    expect(await writeFile(path, after)).toEqual({ ok: true, value: null });
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
    expect(await writeFile(path, after, { ...fs, open })).toEqual({ ok: true, value: null });
    expect(await fs.readFile(path)).toEqual(after);
  });

  it('security 2: a system that takes nothing more counts as a full disk', async () => {
    await fs.writeFile(path, before);
    const open: typeof fs.open = async (...args) => {
      const file = await fs.open(...args);
      Object.defineProperty(file, 'write', { value: () => Promise.resolve({ bytesWritten: 0 }) });
      return file;
    };
    expect(await writeFile(path, after, { ...fs, open })).toMatchObject({
      failure: { code: 'write.diskFull' },
    });
    expect(await fs.readFile(path)).toEqual(before);
    expect(await fs.readdir(folder)).toEqual(['roster.txt']);
  });

  it('security 2: whichever call fails, the old bytes or the new ones are there and nothing else is left', async () => {
    const all = { calls: 0 };
    await fs.writeFile(path, before);
    await writeFile(path, after, failingAt(0, 'EIO', all));
    expect(all.calls).toBeGreaterThan(6);
    for (let nth = 1; nth <= all.calls; nth += 1) {
      await fs.writeFile(path, before);
      const written = await writeFile(path, after, failingAt(nth, 'EIO'));
      expect(await fs.readFile(path), `call ${nth}`).toEqual(written.ok ? after : before);
      expect(await fs.readdir(folder), `call ${nth}`).toEqual(['roster.txt']);
    }
    expect(await writeFile(path, after)).toEqual({ ok: true, value: null });
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
      const written = await writeFile(path, after, failingAt(3, code));
      expect(written).toMatchObject({ ok: false, failure: { code: said, facts: { name: 'roster.txt' } } });
    });
  }

  it('security 2: says that a folder is gone', async () => {
    const written = await writeFile(join(folder, 'gone', 'a.txt'), after);
    expect(written).toMatchObject({ failure: { code: 'write.noFolder' } });
  });

  it('security 2: shows the complete new file while the old one is in place, and answers what was found', async () => {
    await fs.writeFile(path, before);
    const written = await write(path, after, async (temporary) => {
      expect(await fs.readFile(path)).toEqual(before);
      return success(await fs.readFile(temporary));
    });
    expect(written).toEqual({ ok: true, value: after });
    expect(await fs.readFile(path)).toEqual(after);
  });

  it('security 2: leaves the old file where the new one is not found right', async () => {
    await fs.writeFile(path, before);
    const refusal = failure(failed('write.differs', { name: 'roster.txt' }));
    expect(await write(path, after, () => Promise.resolve(refusal))).toEqual(refusal);
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
