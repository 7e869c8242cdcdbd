import { describe, expect, it } from 'vitest';
import { openCommand, runSystemCommand, showCommand } from '../../../electron/web-host/system-command.ts';

const screen = { DISPLAY: ':0' };

describe('security 28: a browser is started with the path of the launch file alone', () => {
  it.each([
    ['win32', {}, ['rundll32.exe', 'url.dll,FileProtocolHandler', 'C:\\t\\rollcall.html']],
    ['darwin', {}, ['open', 'C:\\t\\rollcall.html']],
    ['linux', screen, ['xdg-open', 'C:\\t\\rollcall.html']],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', 'C:\\t\\rollcall.html']],
  ] as const)('%s', (platform, environment, expected) => {
    const command = openCommand('C:\\t\\rollcall.html', platform, environment);
    expect([command?.program, ...(command?.parameters ?? [])]).toEqual(expected);
  });

  it('and none where there is no screen', () => {
    expect(openCommand('/t/rollcall.html', 'linux', {})).toBeNull();
  });
});

it('shows a file in its folder by the system’s file manager', () => {
  expect(showCommand('/r/a b.txt', 'darwin', {})?.parameters).toEqual(['-R', '/r/a b.txt']);
  expect(showCommand('/r/a b.txt', 'linux', screen)?.parameters).toEqual(['/r']);
  expect(showCommand('C:\\r\\a b.txt', 'win32', {})).toMatchObject({
    parameters: ['/select,"C:\\r\\a b.txt"'],
    verbatim: true,
  });
  expect(showCommand('/r/a.txt', 'linux', {})).toBeNull();
});

it('answers whether the program did it', async () => {
  const node = (code: string) => ({ program: process.execPath, parameters: ['-e', code] });
  expect(await runSystemCommand(node('process.exit(0)'))).toBe(true);
  expect(await runSystemCommand(node('process.exit(3)'))).toBe(false);
  expect(await runSystemCommand({ ...node('process.exit(1)'), mute: true })).toBe(true);
  expect(await runSystemCommand({ program: 'no-such-program-here', parameters: [] })).toBe(false);
  expect(await runSystemCommand(null)).toBe(false);
});
