import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, COMMANDS, type CommandName, FIELD_COMMANDS, keysOf } from '../../shared/commands.ts';

/** What a menu depends on. */
export interface MenuParts {
  readonly mac: boolean;
  /** Whether this is a checkout, whose developers want their tools. */
  readonly development: boolean;
  /** Whether newer versions are looked for. */
  readonly updates: boolean;
  readonly send: (command: CommandName) => void;
}

type Item = MenuItemConstructorOptions;
type MenuName = Command['menu'];

const separator: Item = { type: 'separator' };
const roles = (...names: NonNullable<Item['role']>[]): Item[] => names.map((role) => ({ role }));

/** Sets the application menu; `updates` says whether newer versions are looked for. */
export function setMenu(updates: boolean, send: MenuParts['send']): void {
  const mac = process.platform === 'darwin';
  const template = menuTemplate({ mac, development: !app.isPackaged, updates, send });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The application menu: the table of commands by their menus, and what every app has at its usual place. */
export function menuTemplate(parts: MenuParts): Item[] {
  const commands = (menu: MenuName): Item[] => commandItems(menu, parts);
  // The letter after `&` opens a menu by Alt; a Mac has no such letters.
  const labelOf = (name: string): string => (parts.mac ? name : `&${name}`);
  const menu = (name: MenuName, submenu: Item[]): Item => ({ label: labelOf(name), submenu });
  const [undo, redo, ...edit] = commands('Edit');
  const history = [undo, redo].filter((item) => item !== undefined);
  const tools = parts.development ? [separator, ...roles('toggleDevTools')] : [];
  return [
    ...(parts.mac ? roles('appMenu') : []),
    menu('File', fileMenu(commands('File'), parts.mac)),
    menu('Edit', [...history, separator, ...roles('cut', 'copy', 'paste', 'selectAll'), separator, ...edit]),
    menu('Rows', commands('Rows')),
    menu('Problems', commands('Problems')),
    menu('Organization', commands('Organization')),
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

function commandItems(menu: MenuName, { send, updates, mac }: MenuParts): Item[] {
  // The keys of the table are the names of its commands.
  const names = Object.keys(COMMANDS) as CommandName[];
  return names
    .filter((name) => COMMANDS[name].menu === menu && !isNative(COMMANDS[name]))
    .filter((name) => updates || name !== 'help.update')
    .map((name) => ({
      id: name,
      label: COMMANDS[name].title,
      click: () => {
        send(name);
      },
      ...keyOf(name, mac),
    }));
}

/** Whether a role of the system's does it, in text fields as well. */
function isNative({ native }: Command): boolean {
  return native === true;
}

/** Undoing and redoing, which a Mac's text fields do by the menu alone. */
const BY_MENU: ReadonlySet<CommandName> = new Set(['edit.undo', 'edit.redo']);

/**
 * The key beside a command. The window hears the keys itself, as in a browser; the menu shows them. Elsewhere than on a
 * Mac it can leave it at that. There, a key that the window does not answer goes to the menu
 * (https://github.com/electron/electron/issues/18295), so that keys which it leaves to text fields must not stand there.
 */
function keyOf(name: CommandName, mac: boolean): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  const [key] = keysOf(COMMANDS[name], mac);
  if (key === undefined || (mac && FIELD_COMMANDS.test(name) && !BY_MENU.has(name))) return {};
  return { accelerator: key.replace('Mod', 'CmdOrCtrl'), ...(!mac && { registerAccelerator: false }) };
}
