import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Installed, readChannel } from '../../../electron/app-update/read-channel.ts';
import { temporaryFolder } from '../host/temporary.ts';

/** As electron-builder writes it. */
const CONFIG = `provider: generic
url: https://rollcall.example/updates
updaterCacheDirName: rollcall-updater
publisherName:
  - CN=Rollcall
`;

/** An app in a folder, as the installer of a Windows user leaves it. */
async function installed(): Promise<Installed> {
  const folder = await temporaryFolder();
  const resources = join(folder, 'resources');
  await mkdir(resources);
  await writeFile(join(resources, 'app-update.yml'), CONFIG);
  await writeFile(join(folder, 'Uninstall Rollcall.exe'), '');
  const program = join(folder, 'Rollcall.exe');
  return { platform: 'win32', isPackaged: true, resources, program, environment: {} };
}

it('reads the channel that a distributor named', async () => {
  const app = await installed();
  const on = { kind: 'on', feed: 'https://rollcall.example/updates' };
  expect(await readChannel(app)).toEqual({ ...on, platform: 'win32' });
  expect(await readChannel({ ...app, platform: 'darwin', program: '/' })).toEqual({
    ...on,
    platform: 'darwin',
  });
});

it('security 30: finds none where there is no file, no installer’s trace, or an administrator’s no', async () => {
  const app = await installed();
  const off = (why: string) => ({ kind: 'off', why });
  expect(await readChannel({ ...app, resources: '/nowhere' })).toEqual(off('no channel'));
  expect(await readChannel({ ...app, program: '/nowhere/Rollcall.exe' })).toEqual(
    off('installed by an administrator'),
  );
  expect(await readChannel({ ...app, environment: { ROLLCALL_UPDATES: 'off' } })).toEqual(
    off('switched off by ROLLCALL_UPDATES'),
  );
});

it.each(['', 'a: [', '- x', 'null'])('makes nothing of %j', async (text) => {
  const app = await installed();
  await writeFile(join(app.resources, 'app-update.yml'), text);
  expect(await readChannel(app)).toEqual({
    kind: 'off',
    why: 'app-update.yml names no generic provider by https',
  });
});
