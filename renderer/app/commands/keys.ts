import type { Command, Session } from '../session/session.ts';

type App = Pick<Session['app'], 'platform' | 'chooser'>;
type Platform = App['platform'];

const MAC: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  '-': '−',
  Plus: '+',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
const OTHER: Readonly<Record<string, string>> = {
  ...MAC,
  Mod: 'Ctrl',
  Ctrl: 'Ctrl',
  Alt: 'Alt',
  Shift: 'Shift',
  Enter: 'Enter',
};

/** A combination of the command table as the platform's own menus write it: `Ctrl+Shift+S`, or `⇧⌘S` on a Mac. */
export function keyLabel(combined: string, platform: Platform): string {
  const parts = combined.split('+');
  if (platform !== 'mac') return parts.map((part) => OTHER[part] ?? part).join('+');
  // A Mac writes the modifiers in this order, whatever the table's.
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod'];
  const modifiers = order.filter((part) => parts.includes(part));
  const keys = parts.filter((part) => !order.includes(part));
  return [...modifiers, ...keys].map((part) => MAC[part] ?? part).join('');
}

/** The keys of a command on a Mac or elsewhere, the one to show first. */
export function keysOf(
  { keys = [], macKeys }: Pick<Command, 'keys' | 'macKeys'>,
  platform: Platform,
): readonly string[] {
  return (platform === 'mac' ? macKeys : undefined) ?? keys;
}

/** Keys that a browser answers itself and gives to no page; Firefox keeps the one with P for private windows. */
const KEPT_BY_BROWSERS: ReadonlySet<string> = new Set([
  'Mod+N',
  'Mod+T',
  'Mod+W',
  'Mod+Shift+N',
  'Mod+Shift+P',
  'Mod+Shift+T',
  'Mod+Shift+W',
]);

/** The keys of a command as the platform writes them, without those that never reach this window. */
export function keyHints(asked: Pick<Command, 'keys' | 'macKeys'>, { platform, chooser }: App): string[] {
  // In a browser the window has a chooser of its own for files; in the desktop app there is the system's.
  const isInBrowser = chooser === 'page';
  return keysOf(asked, platform)
    .filter((key) => !(isInBrowser && KEPT_BY_BROWSERS.has(key)))
    .map((key) => keyLabel(key, platform));
}

/** The key to show beside a command; null where it has none that reaches this window. */
export function keyHint(asked: Pick<Command, 'keys' | 'macKeys'>, app: App): string | null {
  return keyHints(asked, app)[0] ?? null;
}
