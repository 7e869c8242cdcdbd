import { describe, expect, it, vi } from 'vitest';
import { createCloseGuard } from '../../../electron/shell/close-guard.ts';
import { menuTemplate, type MenuParts } from '../../../electron/shell/menu-template.ts';
import { mayNavigate, mayOpenOutside, mayUse } from '../../../electron/shell/navigation-rules.ts';
import { fileInArguments, handedOver, toHandOver } from '../../../electron/shell/opening.ts';
import { windowOptions } from '../../../electron/shell/window-options.ts';
import { COMMANDS } from '../../../shared/commands.ts';

it('security 12: isolated, sandboxed, with web security; no Node, webview or experiments', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    experimentalFeatures: false,
    allowRunningInsecureContent: false,
  });
});

describe('security 13: the window stays where it is', () => {
  it('goes to its own page alone, and no frame goes anywhere', () => {
    expect(mayNavigate('app://rollcall/', true)).toBe(true);
    expect(mayNavigate('app://rollcall/', false)).toBe(false);
    for (const url of [
      'https://example.com/',
      'file:///a',
      'about:blank',
      'javascript:1',
      'data:text/html,',
      '',
    ]) {
      expect(mayNavigate(url, true)).toBe(false);
    }
  });

  it('opens listed sites outside, by https', () => {
    expect(mayOpenOutside('https://docs.medallia.com/en/agent-connect/')).toBe(true);
    expect(mayOpenOutside('https://acme-2.stellaconnect.net/')).toBe(true);
    const others = [
      'http://docs.medallia.com/',
      'https://docs.medallia.com.example.com/',
      'https://docs.medallia.com@example.com/',
      'https://ana@docs.medallia.com/',
      'https://docs.medallia.com:8443/',
      'https://stellaconnect.net/',
      'https://acme.api.stellaconnect.net/',
      'https://acme.stellaconnect.net.example.com/',
      'https://ana@acme.stellaconnect.net/',
      'http://acme.stellaconnect.net/',
      'https://acme.stellaconnect.net:8443/',
      'file:///etc/passwd',
      'smb://docs.medallia.com/',
      'docs.medallia.com',
      '',
    ];
    for (const url of others) expect(mayOpenOutside(url)).toBe(false);
  });

  it('may put cleaned text on the clipboard, and nothing else', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://rollcall')).toBe(true);
    expect(mayUse('clipboard-sanitized-write', 'app://rollcall/')).toBe(true);
    expect(mayUse('clipboard-sanitized-write', 'https://example.com')).toBe(false);
    for (const permission of [
      'clipboard-read',
      'media',
      'notifications',
      'usb',
      'openExternal',
      'fileSystem',
    ]) {
      expect(mayUse(permission, 'app://rollcall')).toBe(false);
    }
  });
});

describe('the menu', () => {
  const template = (parts: Partial<MenuParts> = {}) =>
    menuTemplate({ mac: false, development: false, updates: true, send: () => undefined, ...parts });
  const items = (parts: Partial<MenuParts> = {}) =>
    template(parts).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));

  it('holds every command once and sends it, but for those that are roles of the system', () => {
    const roles = ['edit.cut', 'edit.copy', 'edit.paste'];
    const names = Object.keys(COMMANDS).filter((name) => !roles.includes(name));
    const send = vi.fn<MenuParts['send']>();
    const commands = items({ send }).filter((item) => item.id !== undefined);
    expect(commands.map((item) => item.id).sort()).toEqual(names.sort());
    // Electron hands a click its item, window and event, which ours do not read.
    for (const item of commands) (item.click as (() => void) | undefined)?.();
    expect(send.mock.calls.flat().sort()).toEqual(names.sort());
  });

  it('security 30: offers to look for a newer version only where there is a channel', () => {
    const ids = (updates: boolean) => items({ updates }).map((item) => item.id);
    expect(ids(true)).toContain('help.update');
    expect(ids(false)).not.toContain('help.update');
    expect(ids(false)).toHaveLength(ids(true).length - 1);
  });

  it('shows keys in Electron’s form and leaves hearing them to the window', () => {
    expect(items().find((item) => item.id === 'file.saveAs')).toMatchObject({
      label: 'Save as…',
      accelerator: 'CmdOrCtrl+Shift+S',
      registerAccelerator: false,
    });
    expect(items().find((item) => item.id === 'file.close')).not.toHaveProperty('accelerator');
  });

  it('has what every app has, and reloads nothing', () => {
    const roles = items().map((item) => item.role);
    expect(roles).toEqual(expect.arrayContaining(['quit', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn']));
    for (const role of ['reload', 'forceReload', 'toggleDevTools'] as const)
      expect(roles).not.toContain(role);
    expect(items({ development: true }).map((item) => item.role)).toContain('toggleDevTools');
    const onMac = template({ mac: true });
    expect(onMac[0]).toEqual({ role: 'appMenu' });
    expect(items({ mac: true }).map((item) => item.role)).not.toContain('quit');
  });
});

it('asks before a window with unsaved work closes, unless its page is gone', () => {
  const guard = createCloseGuard();
  expect(guard.mayClose()).toBe(true);
  guard.showUnsaved(true);
  expect(guard.mayClose()).toBe(false);
  guard.showUnsaved(false);
  expect(guard.mayClose()).toBe(true);
  guard.showUnsaved(true);
  guard.letGo();
  expect(guard.mayClose()).toBe(true);
});

it('finds the file on a command line, in a checkout and in the packaged app', () => {
  expect(fileInArguments(['electron', '.', 'a.txt'], false, '/r')).toBe('/r/a.txt');
  expect(fileInArguments(['electron', '.'], false, '/r')).toBeNull();
  expect(fileInArguments(['rollcall', '--no-sandbox', '/b.txt'], true, '/r')).toBe('/b.txt');
});

it('takes neither switches before the app’s folder nor their values for it', () => {
  const inCheckout = (...given: string[]) => fileInArguments(['electron', ...given], false, '/r');
  const debugged = ['--inspect=0', '--remote-debugging-port=0'];
  expect(inCheckout(...debugged, '/app', 'a.txt')).toBe('/r/a.txt');
  expect(inCheckout(...debugged, '/app', '--allow-test-server', 'a.txt')).toBe('/r/a.txt');
  expect(inCheckout(...debugged, '/app')).toBeNull();
  for (const name of ['-r', '--require'])
    expect(inCheckout(name, '/hook.js', '/app', 'a.txt')).toBe('/r/a.txt');
  // The packaged app has no such switch.
  expect(fileInArguments(['rollcall', '-r', 'a.txt'], true, '/r')).toBe('/r/a.txt');
});

it('finds the file that a Linux desktop names by its address', () => {
  const open = (address: string) => fileInArguments(['rollcall', address], true, '/r');
  expect(open('file:///home/ana/New%20people%20%C3%A9.csv')).toBe('/home/ana/New people é.csv');
  for (const address of ['file://elsewhere/a.txt', 'file:///a%2Fb.txt', 'file:///%E0%A4%A'])
    expect(open(address)).toBeNull();
});

it('hands a file over from a second start in ASCII, and takes nothing else from it', () => {
  for (const file of ['/a.txt', '/Neue Leute/Größe 人 %20.txt', null]) {
    const handed = toHandOver(file);
    expect(JSON.stringify(handed)).toMatch(/^[!-~]+$/);
    expect(handedOver(handed)).toBe(file);
  }
  for (const data of [
    null,
    undefined,
    'a',
    {},
    { opening: 1 },
    { opening: null },
    { opening: 'https://a/b.txt' },
  ])
    expect(handedOver(data)).toBeNull();
});
