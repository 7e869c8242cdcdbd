import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPlaces, readFolder } from '../../../electron/host/folder-handlers.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { temporaryFolder } from './temporary.ts';
import { testHost } from './test-host.ts';

it('lists folders first, then the files that can be opened, nothing hidden and no broken link', async () => {
  const { folder, get } = await testHost();
  for (const name of ['b', '.git']) await mkdir(join(folder, name));
  for (const name of ['10.txt', '9.txt', 'Ä.csv', 'z.xlsx', 'photo.png', '.secret.csv', '~$z.xlsx']) {
    await writeFile(join(folder, name), 'x');
  }
  await symlink(join(folder, 'b'), join(folder, 'a-link'));
  await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'));
  const { entries } = await get('folder.list', { folder: null, what: 'roster' });
  expect(entries.map((entry) => entry.name)).toEqual(['a-link', 'b', '9.txt', '10.txt', 'Ä.csv', 'z.xlsx']);
  expect(entries.map((entry) => entry.kind).slice(0, 3)).toEqual(['folder', 'folder', 'file']);
});

it('goes into a folder and up again, and comes back to the one that was shown last', async () => {
  const { folder, get } = await testHost();
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'inner', 'a.txt'), 'x');
  const outer = await get('folder.list', { folder: null, what: 'roster' });
  const inner = await get('folder.list', { folder: outer.entries[0]?.handle ?? '', what: 'roster' });
  expect(inner).toMatchObject({
    folder: { name: 'inner' },
    parent: outer.folder.handle,
    entries: [{ name: 'a.txt' }],
  });
  expect((await get('folder.list', { folder: null, what: 'roster' })).folder.handle).toBe(
    inner.folder.handle,
  );
  await rm(join(folder, 'inner'), { recursive: true });
  expect((await get('folder.list', { folder: null, what: 'roster' })).folder.handle).toBe(
    outer.folder.handle,
  );
});

it('has no parent of the root', async () => {
  const { get } = await testHost();
  let parent = (await get('folder.list', { folder: null, what: 'roster' })).parent;
  for (let depth = 0; parent !== null && depth < 50; depth += 1) {
    parent = (await get('folder.list', { folder: parent, what: 'roster' })).parent;
  }
  expect(parent).toBeNull();
});

it('says a folder that is gone, and one that it never named', async () => {
  const { folder, get, ask } = await testHost();
  await mkdir(join(folder, 'inner'));
  const handle = (await get('folder.list', { folder: null, what: 'roster' })).entries[0]?.handle ?? '';
  await rm(join(folder, 'inner'), { recursive: true });
  expect(await ask('folder.list', { folder: handle, what: 'roster' })).toMatchObject({
    failure: { code: 'file.notFound' },
  });
  expect(await ask('folder.list', { folder: 'A'.repeat(24), what: 'roster' })).toMatchObject({
    failure: { code: 'call.stale' },
  });
});

it('names a file to write, and says whether it is there', async () => {
  const { folder, get, ask } = await testHost();
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'a.txt'), 'x');
  const handle = (await get('folder.list', { folder: null, what: 'roster' })).folder.handle;
  const target = (name: string) => ask('folder.target', { folder: handle, name });
  expect(await target('a.txt')).toMatchObject({ value: { exists: true, file: { name: 'a.txt' } } });
  expect(await target('b.txt')).toMatchObject({ value: { exists: false } });
  expect(await target('inner')).toMatchObject({ failure: { code: 'file.isFolder' } });
});

it.each(['../a.txt', '/etc/passwd', '..', 'C:\\a.txt', 'a\0.txt'])(
  'security 14: a name is no path: %j',
  async (name) => {
    const { get, ask } = await testHost();
    const folder = (await get('folder.list', { folder: null, what: 'roster' })).folder.handle;
    expect(await ask('folder.target', { folder, name })).toMatchObject({
      failure: { code: 'write.badName' },
    });
  },
);

it('says of each file how large it is and when it changed, and of a folder no size', async () => {
  const { folder, get } = await testHost();
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'a.TXT'), 'four');
  const at = new Date('2026-03-01T12:00:00.000Z');
  await utimes(join(folder, 'a.TXT'), at, at);
  const { entries } = await get('folder.list', { folder: null, what: 'roster' });
  expect(entries.map(({ name, size }) => [name, size])).toEqual([
    ['inner', 0],
    ['a.TXT', 4],
  ]);
  expect(entries[1]?.modified).toBe(at.toISOString());
});

it('lists more files than are asked for at once, each once and in order', async () => {
  const { folder, get } = await testHost();
  const names = Array.from({ length: 130 }, (_, at) => `${at}.csv`);
  for (const name of names) await writeFile(join(folder, name), '');
  const { entries } = await get('folder.list', { folder: null, what: 'roster' });
  expect(entries.map(({ name }) => name)).toEqual(names);
});

it('shows what can be opened for what is to be opened', async () => {
  const { folder, get } = await testHost();
  for (const name of ['p.json', 'r.csv', 'noending', '.csv']) await writeFile(join(folder, name), '');
  const listed = async (what: 'profile' | 'roster') =>
    (await get('folder.list', { folder: null, what })).entries.map(({ name }) => name);
  expect([await listed('profile'), await listed('roster')]).toEqual([['p.json'], ['r.csv']]);
});

it('says why a folder cannot be looked into', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.txt'), '');
  const code = async (path: string) => {
    const read = await readFolder(path, 'roster');
    return read.ok ? null : read.failure;
  };
  expect(await code(folder)).toBeNull();
  expect(await code(join(folder, 'gone'))).toEqual(failed('file.notFound', { name: 'gone' }));
  expect(await code(join(folder, 'a.txt'))).toMatchObject({ code: 'file.notFound' });
  expect(await code(join(folder, 'x'.repeat(300)))).toMatchObject({
    code: process.platform === 'win32' ? 'file.notFound' : 'file.readFailed',
  });
});

it('is not there where the system has a chooser of its own', async () => {
  const dialogs = { chooseToOpen: () => Promise.resolve(null), chooseToSave: () => Promise.resolve(null) };
  const { ask } = await testHost({ dialogs });
  const handle = 'A'.repeat(24);
  expect(await ask('folder.list', { folder: null, what: 'roster' })).toMatchObject({
    failure: { code: 'call.unavailable' },
  });
  expect(await ask('folder.target', { folder: handle, name: 'a.txt' })).toMatchObject({
    failure: { code: 'call.unavailable' },
  });
});

it('finds the places that are there, each once', async () => {
  const home = await temporaryFolder();
  await mkdir(join(home, 'Documents'));
  await mkdir(join(home, 'work'));
  const places = await findPlaces(home, join(home, 'work'), 'linux');
  expect(places.map((place) => place.name)).toEqual(['Home', 'Documents', 'work', 'Computer']);
  expect((await findPlaces(home, home, 'linux')).map((place) => place.name)).toEqual([
    'Home',
    'Documents',
    'Computer',
  ]);
  await writeFile(join(home, 'Downloads'), 'a file of that name');
  const names = (await findPlaces(home, '/', 'linux')).map((place) => place.name);
  expect(names).toEqual(['Home', 'Documents', process.platform === 'win32' ? 'Computer' : '/']);
  // No drive of this name is here, and no root.
  if (process.platform !== 'win32')
    expect((await findPlaces(home, home, 'win32')).map((place) => place.name)).toEqual(['Home', 'Documents']);
});
