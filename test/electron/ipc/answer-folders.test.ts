import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPlaces } from '../../../electron/ipc/places.ts';
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
});
