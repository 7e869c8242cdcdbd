import { link, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hasChanged, isSameFile, isStill, versionOf } from '../../../electron/files/file-version.ts';
import { temporaryFolder } from '../host/temporary.ts';

/** Whether the disk numbers its files; some network drives do not. */
let numbered = true;
vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  const stat = new Proxy(real.stat, {
    async apply(target, self, args) {
      const found: unknown = await Reflect.apply(target, self, args);
      if (!numbered && found instanceof Object) Object.assign(found, { ino: 0n });
      return found;
    },
  });
  return { ...real, stat };
});
beforeEach(() => {
  numbered = true;
});

describe('the version of a file', () => {
  it('is another when it was changed, in its length or later', async () => {
    const path = join(await temporaryFolder(), 'a.txt');
    expect(await versionOf(path)).toBeNull();
    await writeFile(path, 'one');
    const [before, at] = [await versionOf(path), new Date('2026-03-01T10:00:00Z')];
    if (before === null) throw new Error('not there');
    expect(before.size).toBe(3);
    expect([await hasChanged(path, before), await isStill(path, before)]).toEqual([false, true]);
    expect([
      await hasChanged(path, { ...before, size: 4 }),
      await isStill(path, { ...before, size: 4 }),
    ]).toEqual([true, false]);
    await utimes(path, at, at);
    expect([await hasChanged(path, before), await isStill(path, before)]).toEqual([true, false]);
    await rm(path);
    expect([await hasChanged(path, before), await isStill(path, before)]).toEqual([false, false]);
  });
});

describe('two paths', () => {
  it.each([true, false])(
    'are one file by a link or another spelling (a disk that numbers files: %s)',
    async (does) => {
      const folder = await temporaryFolder();
      const at = (name: string): string => join(folder, name);
      await mkdir(at('sub'));
      for (const name of ['a.txt', 'b.txt']) await writeFile(at(name), 'same');
      await symlink(at('a.txt'), at('link.txt'));
      await link(at('a.txt'), at('hard.txt'));
      numbered = does;
      expect(await isSameFile(at('a.txt'), at('link.txt'))).toBe(true);
      expect(await isSameFile(at('a.txt'), join(folder, 'sub', '..', 'a.txt'))).toBe(true);
      expect(await isSameFile(at('a.txt'), at('b.txt'))).toBe(false);
      expect(await isSameFile(at('a.txt'), at('hard.txt'))).toBe(does);
      expect(await isSameFile(at('a.txt'), at('gone.txt'))).toBe(false);
      expect(await isSameFile(at('gone.txt'), at('gone.txt'))).toBe(false);
    },
  );
});
