import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { OpenFiles } from '../../../electron/files/open-files.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { lockingProcesses } from './lock-in-others.ts';

const start = lockingProcesses();
let userData = '';
let path = '';

beforeEach(async () => {
  userData = await temporaryFolder();
  path = join(await temporaryFolder(), 'June.txt');
  await fs.writeFile(path, 'here');
});

const claims = () => fs.readdir(join(userData, 'open-files'));
const elsewhere = { failure: { code: 'file.openElsewhere', facts: { name: 'June.txt' } } };

/** The file that stands for one that is open, without its ending. */
async function placeOf(openFiles: OpenFiles): Promise<string> {
  const claimed = await openFiles.claim(path);
  const [name = ''] = await claims();
  if (claimed.ok) await claimed.value.release();
  return join(userData, 'open-files', name.replace(/\.lock$/, ''));
}

describe('a file that a window has open', () => {
  it('security 5: is nobody else’s until it is let go', async () => {
    const claimed = await new OpenFiles(userData).claim(path);
    if (!claimed.ok) throw new Error('not claimed');
    const other = new OpenFiles(userData);
    expect(await other.claim(path)).toMatchObject(elsewhere);
    expect(await other.expectFree(path)).toMatchObject(elsewhere);
    await claimed.value.release();
    expect(await claims()).toEqual([]);
    expect(await other.expectFree(path)).toEqual({ ok: true, value: null });
    expect(await other.claim(path)).toMatchObject({ ok: true });
  });

  it('is the same by every name that it has, also before it is there', async () => {
    const link = join(userData, 'link.txt');
    await fs.symlink(path, link);
    const openFiles = new OpenFiles(userData);
    await openFiles.claim(link);
    expect(await openFiles.claim(path)).toMatchObject({ ok: false });
    const folder = join(userData, 'folder');
    await fs.symlink(await temporaryFolder(), folder);
    await openFiles.claim(join(folder, 'new.txt'));
    expect(await openFiles.claim(join(await fs.realpath(folder), 'new.txt'))).toMatchObject({ ok: false });
    expect(await openFiles.claim(join(folder, 'newer.txt'))).toMatchObject({ ok: true });
  });

  it('security 5: is free when the process is gone, and not before', async () => {
    const openFiles = new OpenFiles(userData);
    const other = start();
    expect(await other.lock(await placeOf(openFiles))).toBe('locked');
    expect(await openFiles.claim(path)).toMatchObject(elsewhere);
    expect(await openFiles.expectFree(path)).toMatchObject(elsewhere);
    other.kill('SIGKILL');
    await other.ended;
    expect(await openFiles.expectFree(path)).toMatchObject({ ok: true });
    expect(await openFiles.claim(path)).toMatchObject({ ok: true });
  });

  it('is opened though another computer had it open: nobody could ever tell that it has ended', async () => {
    const openFiles = new OpenFiles(userData);
    const lock = `${await placeOf(openFiles)}.lock`;
    await fs.writeFile(lock, JSON.stringify({ id: '0'.repeat(16), name: 'BERT-PC' }));
    expect(await openFiles.expectFree(path)).toMatchObject({ ok: true });
    expect(await openFiles.claim(path)).toMatchObject({ ok: true });
    expect(await openFiles.expectFree(path)).toMatchObject(elsewhere);
  });

  it('is opened where claims cannot be kept', async () => {
    await fs.writeFile(join(userData, 'open-files'), 'in the way');
    const openFiles = new OpenFiles(userData);
    const claimed = await openFiles.claim(path);
    expect(claimed).toMatchObject({ ok: true });
    if (claimed.ok) await claimed.value.release();
    expect(await openFiles.expectFree(path)).toMatchObject({ ok: true });
  });

  it.runIf(process.platform !== 'win32')(
    'security 6: is claimed in a folder of the owner’s alone',
    async () => {
      await new OpenFiles(userData).claim(path);
      const folder = join(userData, 'open-files');
      expect((await fs.stat(folder)).mode & 0o777).toBe(0o700);
      const [name = ''] = await claims();
      expect((await fs.stat(join(folder, name))).mode & 0o777).toBe(0o600);
      expect(name).not.toContain('June');
    },
  );
});
