type Platform = 'windows' | 'mac' | 'linux';

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
