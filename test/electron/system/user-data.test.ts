import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUserData, MOVING, movable, userDataFolders } from '../../../electron/system/user-data.ts';
import { temporaryFolder } from '../host/temporary.ts';

const ROAMING = 'C:\\Users\\ana\\AppData\\Roaming';

it.each([
  ['win32', { APPDATA: ROAMING, LOCALAPPDATA: 'D:\\Local' }, `${ROAMING}\\Rollcall`, 'D:\\Local\\Rollcall'],
  ['win32', {}, '\\home\\ana\\AppData\\Roaming\\Rollcall', '\\home\\ana\\AppData\\Local\\Rollcall'],
  ['darwin', {}, '/home/ana/Library/Application Support/Rollcall'],
  ['linux', {}, '/home/ana/.config/Rollcall'],
  ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Rollcall'],
  ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ana/.config/Rollcall'],
  ['darwin', { ROLLCALL_USER_DATA: '/elsewhere' }, '/elsewhere'],
  ['win32', { APPDATA: ROAMING, ROLLCALL_USER_DATA: '/elsewhere' }, '/elsewhere'],
] as const)(
  'is where %s keeps such things, with %j: settings in %s',
  (platform, environment, settings, local?: string) => {
    const found = userDataFolders(environment, platform, '/home/ana');
    expect(found).toEqual({ settings, local: local ?? settings });
  },
);

describe('the local folder that is in use', () => {
  const made = async () => {
    const folder = await temporaryFolder();
    const folders = { settings: join(folder, 'roaming'), local: join(folder, 'local') };
    await mkdir(join(folders.settings, 'organizations'), { recursive: true });
    return folders;
  };

  it('is the one of its name where there is nothing else, or only settings', async () => {
    const folders = await made();
    for (const name of ['recent-files.json', 'column-layout.json.unreadable', 'lockfile'])
      await writeFile(join(folders.settings, name), '');
    expect(findUserData(folders)).toEqual(folders);
    expect(findUserData({ settings: '/nowhere', local: '/nor/here' }).local).toBe('/nor/here');
  });

  it.each(['drafts/x.jsonl', 'organizations/0a.team.jsonl', 'computer-id', `${MOVING}/7-1/drafts/x`])(
    'is that of the settings while %s lies there, until there is a local one',
    async (name) => {
      const folders = await made();
      await mkdir(join(folders.settings, name, '..'), { recursive: true });
      await writeFile(join(folders.settings, name), '');
      expect(findUserData(folders).local).toBe(folders.settings);
      await mkdir(folders.local);
      expect(findUserData(folders)).toEqual(folders);
    },
  );

  it('takes folders first, whose renaming fails while anything in them is open', async () => {
    const { settings } = await made();
    await mkdir(join(settings, 'uploads'));
    for (const name of ['Local State', 'organizations/0a.team.jsonl', 'organizations/0a.json'])
      await writeFile(join(settings, name), '');
    expect(movable(settings)).toEqual(['uploads', join('organizations', '0a.team.jsonl'), 'Local State']);
  });
});
