import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createRecentFiles } from '../../../electron/host/recent-files.ts';
import { temporaryFolder } from './temporary.ts';

/** A share that cannot be reached. */
const SHARE = '/unreachable/share/June.txt';
const asked = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const unless =
    <Answer>(call: (path: string, ...more: never[]) => Promise<Answer>) =>
    (path: string, ...more: never[]): Promise<Answer> => {
      if (!path.startsWith('/unreachable')) return call(path, ...more);
      asked.push(path);
      return new Promise(() => undefined);
    };
  const calls = ['access', 'stat', 'lstat', 'open', 'readdir', 'realpath'] as const;
  return { ...fs, ...Object.fromEntries(calls.map((name) => [name, unless(fs[name] as never)])) };
});

async function setUp() {
  const folder = await temporaryFolder();
  const userData = join(folder, 'user-data');
  let day = 0;
  const recent = createRecentFiles(userData, () => new Date(Date.UTC(2026, 0, ++day)));
  const file = async (name: string): Promise<string> => {
    await writeFile(join(folder, name), '');
    return join(folder, name);
  };
  const paths = async () => (await recent.list()).map(({ path }) => path);
  return { userData, recent, file, paths, list: join(userData, 'recent-files.json') };
}

it('keeps the latest ten, each once, the latest first', async () => {
  const { recent, file, paths } = await setUp();
  const names = await Promise.all(Array.from({ length: 12 }, (_, index) => file(`${index}.txt`)));
  await Promise.all(names.map((name) => recent.add(name)));
  await recent.add(names[5] ?? '');
  const expected = [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((index) => names[index]);
  expect(await paths()).toEqual(expected);
  expect((await recent.list())[0]?.openedAt).toBe('2026-01-13T00:00:00.000Z');
});

it('lists files of a share that cannot be reached at once, and asks nothing of it', async () => {
  const { recent, file, paths } = await setUp();
  const path = await file('a.txt');
  await recent.add(SHARE);
  await recent.add(path);
  expect(await paths()).toEqual([path, SHARE]);
  expect(asked).toEqual([]);
});

it('forgets a file that its folder does not have, and none whose folder is gone too', async () => {
  const { recent, file, paths, userData } = await setUp();
  const [gone, unplugged, there] = [
    await file('gone.txt'),
    join(userData, 'stick/b.txt'),
    await file('c.txt'),
  ];
  for (const path of [there, unplugged, gone]) await recent.add(path);
  await rm(gone);
  for (const path of [there, unplugged, gone]) await recent.forget(path);
  expect(await paths()).toEqual([unplugged, there]);
});

it.each(['', '{', '{}', '[{"path":1}]', 'null', '[{"path":"/a","openedAt":"yesterday"}]'])(
  'sets a garbled list aside: %s',
  async (text) => {
    const { recent, file, paths, userData, list } = await setUp();
    const path = await file('a.txt');
    await recent.add(path);
    await writeFile(list, text);
    expect(await paths()).toEqual([]);
    await recent.add(path);
    expect(await paths()).toEqual([path]);
    expect(await readFile(join(userData, 'recent-files.json.unreadable'), 'utf8')).toBe(text);
  },
);

it('security 6: the list is its owner’s alone, and nothing is left beside it', async () => {
  const { recent, file, userData, list } = await setUp();
  await recent.add(await file('a.txt'));
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
  if (process.platform !== 'win32') expect([await mode(userData), await mode(list)]).toEqual(['700', '600']);
  expect(await readdir(userData)).toEqual(['recent-files.json']);
  expect(await recent.clear()).toEqual({ ok: true, value: null });
  expect(await readdir(userData)).toEqual([]);
});

it('opens and saves nonetheless where the list cannot be written', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const recent = createRecentFiles(join(folder, 'file'));
  await recent.add(join(folder, 'file'));
  expect(await recent.list()).toEqual([]);
});

it('says once that a list which made no sense was set aside', async () => {
  const userData = await temporaryFolder();
  await writeFile(join(userData, 'recent-files.json'), '{"files": 7}');
  const recent = createRecentFiles(userData);
  expect(recent.takeSetAside()).toBe(false);
  expect(await recent.list()).toEqual([]);
  expect([recent.takeSetAside(), recent.takeSetAside()]).toEqual([true, false]);
  await recent.add(join(userData, 'a.txt'));
  expect(await recent.list()).toHaveLength(1);
  expect(recent.takeSetAside()).toBe(false);
  expect((await readdir(userData)).sort()).toEqual(['recent-files.json', 'recent-files.json.unreadable']);
});
