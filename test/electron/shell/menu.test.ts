import { describe, expect, it, vi } from 'vitest';
import { type MenuParts, menuTemplate } from '../../../electron/shell/menu.ts';
import { menuCommands } from '../../../renderer/app/commands/show-menu.ts';
import { COMMAND_TABLES } from '../../../renderer/features.ts';
import { createSession, type Session } from '../../../renderer/app/session/session.ts';
import { CONTRACT } from '../../../shared/contract/contract.ts';
import type { MenuCommand } from '../../../shared/contract/app-calls.ts';
import { testSession } from '../../renderer/test-session.ts';

vi.mock('electron', () => ({}));

/** A window with all its commands on a platform. */
function windowOn(platform: Session['app']['platform'], updates = true): Session {
  const { host, app } = testSession().session;
  const session = createSession(host, { ...app, platform, chooser: 'native' }, COMMAND_TABLES);
  if (updates) session.store.setState({ appUpdate: { kind: 'newest' } });
  return session;
}

/** The commands that a window shows, as they come over the border. */
function shownBy(session: Session): readonly MenuCommand[] {
  return CONTRACT['app.showMenu'].request.parse({ commands: menuCommands(session) }).commands;
}

interface On extends Partial<MenuParts> {
  readonly updates?: boolean;
}

const template = ({ updates = true, ...parts }: On = {}) => {
  const commands = shownBy(windowOn(parts.mac === true ? 'mac' : 'windows', updates));
  return menuTemplate({ mac: false, development: false, commands, send: () => undefined, ...parts });
};
const items = (parts: On = {}) =>
  template(parts).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
const itemOf = (id: string, parts: On = {}) => items(parts).find((item) => item.id === id);

describe('the menu', () => {
  it('holds every command once and sends it, but for those that are roles of the system', () => {
    const roles = ['edit.cut', 'edit.copy', 'edit.paste'];
    const names = [...windowOn('windows').commands.keys()].filter((name) => !roles.includes(name));
    const send = vi.fn<MenuParts['send']>();
    const commands = items({ send }).filter((item) => item.id !== undefined);
    expect(commands.map((item) => item.id).sort()).toEqual(names.sort());
    // Electron hands a click its item, window and event, which ours do not read.
    for (const item of commands) (item.click as (() => void) | undefined)?.();
    expect(send.mock.calls.map(([{ id }]) => id).sort()).toEqual(names.sort());
  });

  it('security 30: offers to look for a newer version only where there is a channel', () => {
    const ids = (updates: boolean) => items({ updates }).map((item) => item.id);
    expect(ids(true)).toContain('help.update');
    expect(ids(false)).not.toContain('help.update');
    expect(ids(false)).toHaveLength(ids(true).length - 1);
  });

  it('has only what every app has until the window has shown its commands', () => {
    expect(template({ commands: [] }).map(({ label }) => label)).toEqual([
      '&File',
      '&Edit',
      '&View',
      '&Window',
      '&Help',
    ]);
    expect(template().map(({ label }) => label)).toEqual([
      '&File',
      '&Edit',
      '&Rows',
      '&Problems',
      '&Organization',
      '&View',
      '&Window',
      '&Help',
    ]);
  });

  it('takes no key from the window that Electron does not know', () => {
    const open = { id: 'file.open', title: 'Open…', menu: 'File', key: 'Hyper+Oops', opensWindow: true };
    expect(CONTRACT['app.showMenu'].request.safeParse({ commands: [open] }).success).toBe(false);
  });

  it('has what every app has, and reloads nothing', () => {
    const roles = items().map((item) => item.role);
    expect(roles).toEqual(expect.arrayContaining(['quit', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn']));
    for (const role of ['reload', 'forceReload', 'toggleDevTools'] as const)
      expect(roles).not.toContain(role);
    expect(items({ development: true }).map((item) => item.role)).toContain('toggleDevTools');
  });

  it('zooms in by Ctrl and the key of +, with Shift or without', () => {
    const zooming = items().filter((item) => item.role === 'zoomIn');
    expect(zooming.map(({ accelerator, visible }) => [accelerator, visible])).toEqual([
      [undefined, undefined],
      ['CmdOrCtrl+=', false],
    ]);
  });
});

describe('the menu on Windows and Linux', () => {
  it('shows keys in Electron’s form and leaves hearing them to the window', () => {
    expect(itemOf('file.saveAs')).toMatchObject({
      label: 'Save as…',
      accelerator: 'CmdOrCtrl+Shift+S',
      registerAccelerator: false,
    });
    expect(itemOf('file.close')).not.toHaveProperty('accelerator');
    for (const item of items())
      if (item.id !== undefined && item.accelerator !== undefined)
        expect(item.registerAccelerator).toBe(false);
  });

  it('has a letter for each menu, and none twice', () => {
    const letters = template().map(({ label }) => /&(\w)/.exec(label ?? '')?.[1]);
    expect(letters).not.toContain(undefined);
    expect(new Set(letters).size).toBe(letters.length);
  });
});

describe('the menu on a Mac', () => {
  const mac = { mac: true };

  it('has the app’s own menu first, no letters, and ends the app there', () => {
    expect(template(mac)[0]).toEqual({ role: 'appMenu' });
    expect(items(mac).map((item) => item.role)).not.toContain('quit');
    for (const { label } of template(mac)) expect(label ?? '').not.toContain('&');
  });

  // There the menu hears every key that the window leaves alone, whatever `registerAccelerator` says.
  it('has no key that the window leaves to text fields or to zooming', () => {
    const keys = items(mac).filter((item) => item.accelerator !== undefined && item.id !== undefined);
    const ids = keys.map(({ id }) => id ?? '');
    expect(ids).toContain('file.open');
    expect(ids.filter((id) => /^(edit\.(?!find|replace)|rows\.)/.test(id))).toEqual([
      'edit.undo',
      'edit.redo',
    ]);
    for (const id of ['rows.delete', 'edit.fillDown', 'edit.fillRight', 'rows.insertAbove'])
      expect(itemOf(id, mac)).not.toHaveProperty('accelerator');
  });

  it('leaves Cmd+H to hiding, and shows what a Mac has for Redo', () => {
    expect(itemOf('edit.redo', mac)?.accelerator).toBe('CmdOrCtrl+Shift+Z');
    expect(itemOf('edit.redo')?.accelerator).toBe('CmdOrCtrl+Y');
    expect(itemOf('edit.replace', mac)?.accelerator).toBe('CmdOrCtrl+Alt+F');
    for (const item of items(mac)) expect(item.accelerator).not.toBe('CmdOrCtrl+H');
  });

  it('offers the recent files of the system', () => {
    expect(items(mac).map((item) => item.role)).toContain('recentDocuments');
    expect(items().map((item) => item.role)).not.toContain('recentDocuments');
  });
});
