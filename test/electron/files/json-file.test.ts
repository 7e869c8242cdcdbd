import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../../../electron/files/json-file.ts';
import { success } from '../../../shared/failures/result.ts';
import { temporaryFolder } from '../host/temporary.ts';

const KIND = { version: 2, schema: z.strictObject({ version: z.literal(2), roles: z.array(z.string()) }) };
const KEPT = { version: 2, roles: ['Coach'] } as const;
const found = (value: unknown, setAside = false) => success({ value, setAside });

/** A file of settings, and a system whose reading fails so many times. */
async function setUp() {
  const path = join(await temporaryFolder(), 'settings', 'roles.json');
  await writeJsonFile(path, KIND, { roles: ['Coach'] });
  const failing = (code: string, times: number) => {
    let left = times;
    const readFile = ((...args: Parameters<typeof fs.readFile>) => {
      left -= 1;
      return left < 0 ? fs.readFile(...args) : Promise.reject(Object.assign(new Error(code), { code }));
    }) as typeof fs.readFile;
    return { readFile };
  };
  return { path, failing };
}

describe('a file of settings', () => {
  it('security 6: is written whole, flushed, for its owner alone', async () => {
    const { path } = await setUp();
    expect(await readJsonFile(path, KIND)).toEqual(found(KEPT));
    if (process.platform !== 'win32') expect((await fs.stat(path)).mode & 0o777).toBe(0o600);
    expect(await fs.readdir(join(path, '..'))).toEqual(['roles.json']);
  });

  it('is read again where another program has it open for a moment', async () => {
    const { path, failing } = await setUp();
    for (const code of ['EBUSY', 'EPERM', 'EACCES'])
      expect(await readJsonFile(path, KIND, failing(code, 2))).toEqual(found(KEPT));
  });

  it('counts as none only where it is not there; one that cannot be read stays', async () => {
    const { path, failing } = await setUp();
    for (const code of ['EBUSY', 'EIO'])
      expect(await readJsonFile(path, KIND, failing(code, Infinity))).toMatchObject({
        failure: { code: 'settings.unreadable', facts: { name: 'roles.json', reason: code } },
      });
    expect(await readJsonFile(path, KIND)).toEqual(found(KEPT));
    expect(await readJsonFile(join(path, '..', 'none.json'), KIND)).toEqual(found(null));
  });

  it('is not written over what cannot be read', async () => {
    const { path } = await setUp();
    const folder = join(path, '..', 'folder.json');
    await fs.mkdir(folder);
    await expect(writeJsonFile(folder, KIND, { roles: [] })).rejects.toMatchObject({
      failure: { code: 'settings.unreadable' },
    });
    expect((await fs.stat(folder)).isDirectory()).toBe(true);
  });

  it('security 35: of a newer Rollcall is neither read, replaced nor set aside', async () => {
    const { path } = await setUp();
    const newer = '{"version":3,"roles":"all"}';
    await fs.writeFile(path, newer);
    expect(await readJsonFile(path, KIND)).toMatchObject({ failure: { code: 'settings.newer' } });
    await expect(writeJsonFile(path, KIND, { roles: [] })).rejects.toMatchObject({
      failure: { code: 'settings.newer' },
    });
    expect(await fs.readFile(path, 'utf8')).toBe(newer);
  });

  it('that makes no sense is set aside, and each under a name of its own', async () => {
    const { path } = await setUp();
    for (const [number, text] of ['{', '{"version":2,"roles":7}'].entries()) {
      await fs.writeFile(path, text);
      expect(await readJsonFile(path, KIND)).toEqual(found(null, true));
      const aside = `${path}.unreadable${number === 0 ? '' : '-2'}`;
      expect(await fs.readFile(aside, 'utf8')).toBe(text);
    }
    await writeJsonFile(path, KIND, { roles: ['Coach'] });
    expect(await readJsonFile(path, KIND)).toEqual(found(KEPT));
  });
});
