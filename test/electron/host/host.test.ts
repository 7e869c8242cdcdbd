import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryName } from '../../../electron/files/temporary-files.ts';
import { platformName } from '../../../electron/host/app-handlers.ts';
import { shownFolder } from '../../../electron/host/known-files.ts';
import { createRecentFiles } from '../../../electron/host/recent-files.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure } from '../../../shared/failures/result.ts';
import { testHost } from './test-host.ts';

it('tells a page at its start who the host is and which file to open', async () => {
  const { get } = await testHost({}, { opening: '/rosters/spring.txt' });
  const start = await get('app.start', {});
  expect(start).toMatchObject({
    version: '1.2.3',
    chooser: 'page',
    opening: { name: 'spring.txt', folder: '/rosters' },
  });
});

it('security 2: removes at its start what one before it was writing when it was killed', async () => {
  const { get, folder } = await testHost();
  const roster = join(folder, 'June.txt');
  await createRecentFiles(join(folder, '.user-data')).add(roster);
  await writeFile(roster, 'x');
  const name = temporaryName().replace(`-${process.pid}-`, `-${2 ** 30}-`);
  await writeFile(join(folder, name), 'people');
  await get('app.start', {});
  await vi.waitFor(async () => {
    expect(await readdir(folder)).not.toContain(name);
  });
});

it('security 14: the window sees a handle and what to show, and no path to use', async () => {
  const { get, folder } = await testHost();
  await writeFile(join(folder, 'a.txt'), 'x');
  const listed = await get('folder.list', { folder: null, what: 'roster' });
  expect(Object.keys(listed.entries[0] ?? {}).sort()).toEqual(['handle', 'kind', 'modified', 'name', 'size']);
});

it('opens a file that the system names when the page has started, and tells it of later ones', async () => {
  const { host, get, events } = await testHost();
  host.openFile('/rosters/first.txt');
  expect((await get('app.start', {})).opening?.name).toBe('first.txt');
  host.openFile('/rosters/second.txt');
  expect(events).toMatchObject([{ kind: 'openFile', file: { name: 'second.txt' } }]);
});

it('passes on title, menu, closing, answers to events and signs of life', async () => {
  const { get, done } = await testHost();
  await get('app.showDocument', { title: 'a.txt – Rollcall', unsaved: true, file: null });
  const open = { id: 'file.open', title: 'Open…', menu: 'File', key: 'Mod+O', opensWindow: true } as const;
  await get('app.showMenu', { commands: [open] });
  await get('app.ping', {});
  await get('app.heard', { event: 'sessionEnding' });
  await get('app.close', {});
  expect(done).toEqual(['title a.txt – Rollcall true', 'menu file.open', 'heard sessionEnding', 'close']);
});

it('takes a file that was dropped on the app’s window, and no folder', async () => {
  const { host, folder } = await testHost();
  const path = join(folder, 'a.txt');
  await writeFile(path, 'x');
  expect(await host.dropped(path)).toMatchObject({ ok: true, value: { name: 'a.txt' } });
  expect(await host.dropped(join(folder, 'b.txt'))).toEqual(
    failure(failed('file.notFound', { name: 'b.txt' })),
  );
  expect(await host.dropped(folder)).toMatchObject({ ok: false, failure: { code: 'file.isFolder' } });
});

it('knows a file by one handle however often it is met', async () => {
  const { host, get, folder } = await testHost();
  const path = join(folder, 'a.txt');
  await writeFile(path, 'x');
  const [entry] = (await get('folder.list', { folder: null, what: 'roster' })).entries;
  expect(await host.dropped(path)).toMatchObject({ value: { handle: entry?.handle } });
});

it('opens an organization’s Agent Connect in the browser, and nothing that is no subdomain', async () => {
  const { get, ask, done } = await testHost();
  await get('page.open', { subdomain: 'acme' });
  expect(done).toEqual(['page https://acme.stellaconnect.net/']);
  for (const subdomain of ['', 'acme.example.com/', 'a@b', 'ACME', '../x', 'acme#'])
    expect(await ask('page.open', { subdomain })).toMatchObject({
      failure: { code: 'connect.badSubdomain' },
    });
  expect(done).toHaveLength(1);
  const without = await testHost({ openPage: () => Promise.resolve(false) });
  expect(await without.ask('page.open', { subdomain: 'acme' })).toMatchObject({
    failure: { code: 'call.unavailable' },
  });
});

it('tells its window the name of the system, and whether that has dialogs', async () => {
  expect((['win32', 'darwin', 'linux', 'freebsd'] as const).map(platformName)).toEqual([
    'windows',
    'mac',
    'linux',
    'linux',
  ]);
  const dialogs = { chooseToOpen: () => Promise.resolve(null), chooseToSave: () => Promise.resolve(null) };
  const { get } = await testHost({ dialogs });
  expect(await get('app.start', {})).toMatchObject({ chooser: 'native', opening: null });
});

it('leads the system to the open roster’s file, but not to a copy of what was dropped on a page', async () => {
  const shown: unknown[] = [];
  const { host, folder, get } = await testHost({ showDocument: ({ path }) => void shown.push(path) });
  const path = join(folder, 'a.txt');
  await writeFile(path, 'x');
  const known = await host.dropped(path);
  const { file: copy } = await get('drop.begin', { name: 'b.txt' });
  const handles = [null, known.ok ? known.value.handle : '', copy.handle, 'A'.repeat(24)];
  for (const file of handles) await get('app.showDocument', { title: 'x', unsaved: false, file });
  expect(shown).toEqual([null, path, null, null]);
});

it('edits natively where the system can, and says where it cannot', async () => {
  const able = await testHost({ editNatively: () => true });
  expect(await able.ask('edit.natively', { action: 'paste' })).toMatchObject({ ok: true });
  const unable = await testHost();
  expect(await unable.ask('edit.natively', { action: 'paste' })).toMatchObject({
    failure: { code: 'call.unavailable' },
  });
});

it('forgets at its end what was open, and removes copies of dropped files', async () => {
  const { host, get, ask } = await testHost();
  const { file } = await get('drop.begin', { name: 'a.txt' });
  await get('drop.append', { file: file.handle, base64: Buffer.from('First Name\nAna').toString('base64') });
  const { text } = await get('file.open', { file: file.handle, sheet: null, encoding: null });
  await host.end();
  expect(await ask('text.read', { text, from: 0 })).toMatchObject({ failure: { code: 'call.stale' } });
  expect(await ask('file.open', { file: file.handle, sheet: null, encoding: null })).toMatchObject({
    ok: false,
  });
});

it('holds four texts at most for a window that forgets to close them', async () => {
  const { host, folder, get, ask } = await testHost();
  await writeFile(join(folder, 'a.txt'), 'First Name\nAna');
  const known = await host.dropped(join(folder, 'a.txt'));
  const file = known.ok ? known.value.handle : '';
  const texts: string[] = [];
  for (let count = 0; count < 5; count += 1)
    texts.push((await get('file.open', { file, sheet: null, encoding: null })).text);
  const isThere = await Promise.all(
    texts.map(async (text) => (await ask('text.read', { text, from: 0 })).ok),
  );
  expect(isThere).toEqual([false, true, true, true, true]);
});

it('names the folder of a file from the home folder of its user, and other folders whole', () => {
  const home = join('/home', 'ana');
  expect(
    [home, join(home, 'rosters'), '/home/anabel', '/srv'].map((path) => shownFolder(path, home)),
  ).toEqual(
    process.platform === 'win32'
      ? [home, join(home, 'rosters'), '/home/anabel', '/srv']
      : ['~', '~/rosters', '/home/anabel', '/srv'],
  );
});
