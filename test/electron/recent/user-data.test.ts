import { expect, it } from 'vitest';
import { userDataFolder } from '../../../electron/recent/user-data.ts';

it.each([
  ['win32', { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' }, 'C:\\Users\\ana\\AppData\\Roaming\\Rollcall'],
  ['darwin', {}, '/home/ana/Library/Application Support/Rollcall'],
  ['linux', {}, '/home/ana/.config/Rollcall'],
  ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Rollcall'],
  ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ana/.config/Rollcall'],
  ['darwin', { ROLLCALL_USER_DATA: '/elsewhere' }, '/elsewhere'],
] as const)('is where %s keeps such things, with %j', (platform, environment, expected) => {
  expect(userDataFolder(environment, platform, '/home/ana')).toBe(expected);
});
