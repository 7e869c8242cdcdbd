import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  leaveStartFolder,
  openCommand,
  runSystemCommand,
  showCommand,
  systemProgram,
} from '../../../electron/system/system-programs.ts';
import { temporaryFolder } from '../host/temporary.ts';

const installed = vi.hoisted(() => new Set<string>());
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  existsSync: (path: string) => installed.has(path),
}));

beforeEach(() => {
  vi.unstubAllEnvs();
  installed.clear();
  installed.add('/usr/bin/xdg-open');
});

const screen = { DISPLAY: ':0' };
const page = 'C:\\t\\rollcall.html';

describe('security 28: a browser is started with the path of the launch file alone', () => {
  it.each([
    ['win32', {}, ['C:\\Windows\\System32\\rundll32.exe', 'url.dll,FileProtocolHandler', page]],
    ['darwin', {}, ['/usr/bin/open', page]],
    ['linux', screen, ['/usr/bin/xdg-open', page]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['/usr/bin/xdg-open', page]],
  ] as const)('%s', (platform, environment, expected) => {
    const command = openCommand(page, platform, environment);
    expect([command?.program, ...(command?.parameters ?? [])]).toEqual(expected);
  });

  it('and none where there is no screen, or nothing that opens one', () => {
    expect(openCommand('/t/rollcall.html', 'linux', {})).toBeNull();
    installed.clear();
    expect(openCommand('/t/rollcall.html', 'linux', screen)).toBeNull();
  });
});

it('shows a file in its folder by the system’s file manager', () => {
  expect(showCommand('/r/a b.txt', 'darwin', {})?.parameters).toEqual(['-R', '/r/a b.txt']);
  expect(showCommand('/r/a b.txt', 'linux', screen)?.parameters).toEqual(['/r']);
  expect(showCommand('C:\\r\\a b.txt', 'win32', { SystemRoot: 'D:\\WINNT' })).toEqual({
    program: 'D:\\WINNT\\explorer.exe',
    parameters: ['/select,"C:\\r\\a b.txt"'],
    verbatim: true,
    mute: true,
  });
  expect(showCommand('/r/a.txt', 'linux', {})).toBeNull();
});

it('finds a program where the system keeps it, and nowhere else', () => {
  expect(systemProgram('flock', 'linux', { PATH: '.:/home/ana/bin' })).toBeNull();
  installed.add('/run/current-system/sw/bin/flock');
  expect(systemProgram('flock', 'linux', {})).toBe('/run/current-system/sw/bin/flock');
  const onWindows = systemProgram('rundll32.exe', 'win32', { PATH: 'C:\\rosters' });
  expect(win32.isAbsolute(onWindows ?? '')).toBe(true);
});

it('leaves the folder that it was started in, where no program is looked for from then on', async () => {
  const folder = await temporaryFolder();
  const before = process.cwd();
  onTestFinished(() => {
    process.chdir(before);
  });
  vi.stubEnv('NoDefaultCurrentDirectoryInExePath', undefined);
  leaveStartFolder(join(folder, 'rollcall'));
  expect(process.cwd()).toBe(realpathSync(folder));
  expect(process.env['NoDefaultCurrentDirectoryInExePath']).toBe('1');
});

it('is the only way in which a program is started', () => {
  const sources = readdirSync('electron', { recursive: true, encoding: 'utf8' });
  const starting = sources.filter(
    (name) => name.endsWith('.ts') && readFileSync(join('electron', name), 'utf8').includes('child_process'),
  );
  expect(starting).toEqual([join('system', 'system-programs.ts')]);
});

it('answers whether the program did it', async () => {
  const node = (code: string) => ({ program: process.execPath, parameters: ['-e', code] });
  expect(await runSystemCommand(node('process.exit(0)'))).toBe(true);
  expect(await runSystemCommand(node('process.exit(3)'))).toBe(false);
  expect(await runSystemCommand({ ...node('process.exit(1)'), mute: true })).toBe(true);
  expect(await runSystemCommand({ program: '/no/such/program', parameters: [] })).toBe(false);
  expect(await runSystemCommand(null)).toBe(false);
});
