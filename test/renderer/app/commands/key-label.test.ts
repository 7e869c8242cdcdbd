import { expect, it } from 'vitest';
import { COMMANDS } from '../../../../shared/commands.ts';
import { keyLabel } from '../../../../renderer/app/commands/key-label.ts';

it.each([
  ['Mod+Shift+S', 'Ctrl+Shift+S', '⇧⌘S'],
  ['Alt+Up', 'Alt+↑', '⌥↑'],
  ['Mod+Shift+.', 'Ctrl+Shift+.', '⇧⌘.'],
  ['F8', 'F8', 'F8'],
  ['Mod+-', 'Ctrl+−', '⌘−'],
  ['Mod+Plus', 'Ctrl++', '⌘+'],
  ['Ctrl+Space', 'Ctrl+Space', '⌃Space'],
])('writes %s as %s, and as %s on a Mac', (combined, elsewhere, mac) => {
  expect(keyLabel(combined, 'windows')).toBe(elsewhere);
  expect(keyLabel(combined, 'mac')).toBe(mac);
});

it('gives no key to two commands', () => {
  const keys = Object.values(COMMANDS).flatMap((command) => [...command.keys]);
  expect(new Set(keys).size).toBe(keys.length);
});
