import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/app-calls.ts';

/** What a menu depends on. */
export interface MenuParts {
  readonly mac: boolean;
  /** Whether this is a checkout, whose developers want their tools. */
  readonly development: boolean;
  /** The window’s, in the order in which they are listed. */
  readonly commands: readonly MenuCommand[];
  readonly send: (command: MenuCommand) => void;
}

type Item = MenuItemConstructorOptions;
type MenuName = MenuCommand['menu'];

/** Menus that no other app has. */
const OWN = ['Rows', 'Problems', 'Organization'] as const;

const separator: Item = { type: 'separator' };
const roles = (...names: NonNullable<Item['role']>[]): Item[] => names.map((role) => ({ role }));

/** Sets the application menu; `send` carries out what is chosen in it. */
export function setMenu(shown: MenuParts['commands'], send: MenuParts['send']): void {
  const mac = process.platform === 'darwin';
  const template = menuTemplate({ mac, development: !app.isPackaged, commands: shown, send });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The application menu: the window’s commands by their menus, and what every app has at its usual place. */
export function menuTemplate(parts: MenuParts): Item[] {
  const commands = (menu: MenuName): Item[] => commandItems(menu, parts);
  // The letter after `&` opens a menu by Alt; a Mac has no such letters.
  const labelOf = (name: string): string => (parts.mac ? name : `&${name}`);
  const menu = (name: MenuName, submenu: Item[]) => ({ label: labelOf(name), submenu });
  const [undo, redo, ...edit] = commands('Edit');
  const history = [undo, redo].filter((item) => item !== undefined);
  const tools = parts.development ? [separator, ...roles('toggleDevTools')] : [];
  return [
    ...(parts.mac ? roles('appMenu') : []),
    menu('File', fileMenu(commands('File'), parts.mac)),
    menu('Edit', [...history, separator, ...roles('cut', 'copy', 'paste', 'selectAll'), separator, ...edit]),
    ...OWN.map((name) => menu(name, commands(name))).filter(({ submenu }) => submenu.length > 0),
    menu('View', [...commands('View'), separator, ...zoom(), ...roles('togglefullscreen'), ...tools]),
    { label: labelOf('Window'), role: 'windowMenu' },
    { ...menu('Help', commands('Help')), role: 'help' },
  ];
}

function fileMenu(commands: Item[], mac: boolean): Item[] {
  if (!mac) return [...commands, separator, { role: 'quit', label: 'E&xit' }];
  const recent: Item = { role: 'recentDocuments', submenu: roles('clearRecentDocuments') };
  const after = commands.findIndex(({ id }) => id === 'file.open') + 1;
  return [...commands.slice(0, after), recent, ...commands.slice(after), separator, ...roles('close')];
}

/** Zooming in is by Ctrl with `+`, which most keyboards have above `=`: without Shift it is meant as well. */
function zoom(): Item[] {
  const unshifted: Item = { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false };
  return [...roles('resetZoom', 'zoomIn'), unshifted, ...roles('zoomOut')];
}

/**
 * Commands as items. The window hears the keys itself, as in a browser; the menu shows them. Elsewhere than on a Mac it can
 * leave it at that. There, a key that the window does not answer goes to the menu
 * (https://github.com/electron/electron/issues/18295), which is why the window names none that it leaves to text fields.
 */
function commandItems(menu: MenuCommand['menu'], { commands, send, mac }: MenuParts): Item[] {
  return commands
    .filter((command) => command.menu === menu)
    .map((command) => ({
      id: command.id,
      label: command.title,
      click: () => {
        send(command);
      },
      ...(command.key !== null && {
        accelerator: command.key.replace('Mod', 'CmdOrCtrl'),
        ...(!mac && { registerAccelerator: false }),
      }),
    }));
}
