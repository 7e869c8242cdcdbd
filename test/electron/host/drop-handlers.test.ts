import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createDropFolder } from '../../../electron/host/drop-handlers.ts';
import { temporaryFolder } from './temporary.ts';
import { testHost } from './test-host.ts';

it('takes a dropped file in slices and opens it', async () => {
  const { get } = await testHost();
  const { file } = await get('drop.begin', { name: 'spring hires.txt' });
  expect(file).toMatchObject({ name: 'spring hires.txt', folder: '' });
  for (const part of ['Role\t', 'Émail\n']) {
    await get('drop.append', { file: file.handle, base64: Buffer.from(part).toString('base64') });
  }
  const { text } = await get('file.open', { file: file.handle, sheet: null, encoding: null });
  expect(await get('text.read', { text, from: 0 })).toEqual({ slice: 'Role\tÉmail\n', next: null });
  expect((await get('recent.list', {})).files).toEqual([]);
});

it('saves nothing over a dropped file: its copy is found by nobody', async () => {
  const { get, ask } = await testHost();
  const { file } = await get('drop.begin', { name: 'a.txt' });
  const begun = await ask('write.begin', {
    file: file.handle,
    format: 'xlsx',
    overwrite: true,
    inPlace: false,
  });
  expect(begun).toMatchObject({ failure: { code: 'call.unavailable' } });
});

it('security 14: adds to a dropped file and to no other', async () => {
  const { host, folder, ask } = await testHost();
  const path = join(folder, 'a.txt');
  await writeFile(path, 'mine');
  const known = await host.dropped(path);
  const handle = known.ok ? known.value.handle : '';
  expect(await ask('drop.append', { file: handle, base64: 'eHg=' })).toMatchObject({
    failure: { code: 'call.refused' },
  });
  expect(await readFile(path, 'utf8')).toBe('mine');
});

it('security 6: copies are their owner’s alone and go with the window', async () => {
  const parent = await temporaryFolder();
  const drops = createDropFolder(parent);
  const path = await drops.place('a.txt');
  const mode = async (at: string) => ((await stat(at)).mode & 0o777).toString(8);
  if (process.platform !== 'win32') expect(await mode(dirname(dirname(path)))).toBe('700');
  await drops.remove();
  expect(await readdir(parent)).toEqual([]);
});

it('security 2: removes what a process left that died, and nothing of one that lives', async () => {
  const parent = await temporaryFolder();
  await mkdtemp(join(parent, `rollcall-drop-${2 ** 30}-`));
  await mkdir(join(parent, `rollcall-drop-${process.ppid}-abcdef`));
  await mkdir(join(parent, 'rollcall-drop-photos'));
  await createDropFolder(parent).clearLeftovers();
  expect((await readdir(parent)).sort()).toEqual([
    `rollcall-drop-${process.ppid}-abcdef`,
    'rollcall-drop-photos',
  ]);
});
