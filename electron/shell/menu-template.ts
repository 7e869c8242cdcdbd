import type { MenuItemConstructorOptions } from 'electron';
import { type Command, COMMANDS, type CommandName } from '../../shared/commands.ts';

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

/** The application menu: the table of commands by their menus, and what every app has at its usual place. */
export function menuTemplate(parts: MenuParts): Item[] {
  const commands = (menu: MenuName): Item[] => commandItems(menu, parts);
  const menu = (label: MenuName, submenu: Item[]): Item => ({ label, submenu });
  const [undo, redo, ...edit] = commands('Edit');
  const history = [undo, redo].filter((item) => item !== undefined);
  const tools = parts.development ? [separator, ...roles('toggleDevTools')] : [];
  return [
    ...(parts.mac ? roles('appMenu') : []),
    menu('File', [...commands('File'), separator, ...roles(parts.mac ? 'close' : 'quit')]),
    menu('Edit', [...history, separator, ...roles('cut', 'copy', 'paste', 'selectAll'), separator, ...edit]),
    menu('Rows', commands('Rows')),
    menu('Problems', commands('Problems')),
    menu('Organization', commands('Organization')),
    menu('View', [
      ...commands('View'),
      separator,
      ...roles('resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'),
      ...tools,
    ]),
    ...roles('windowMenu'),
    { ...menu('Help', commands('Help')), role: 'help' },
  ];
}

function commandItems(menu: MenuName, { send, updates }: MenuParts): Item[] {
  // The keys of the table are the names of its commands.
  const names = Object.keys(COMMANDS) as CommandName[];
  return names
    .filter((name) => COMMANDS[name].menu === menu && !isNative(COMMANDS[name]))
    .filter((name) => updates || name !== 'help.update')
    .map((name) => commandItem(name, COMMANDS[name], send));
}

/** Whether a role of the system's does it, in text fields as well. */
function isNative({ native }: Command): boolean {
  return native === true;
}

function commandItem(name: CommandName, { title, keys }: Command, send: MenuParts['send']): Item {
  const click = (): void => {
    send(name);
  };
  const [key] = keys;
  if (key === undefined) return { id: name, label: title, click };
  // The window hears the keys itself, as in a browser; the menu only shows them. Both would do everything twice.
  const accelerator = key.replace('Mod', 'CmdOrCtrl');
  return { id: name, label: title, click, accelerator, registerAccelerator: false };
}
