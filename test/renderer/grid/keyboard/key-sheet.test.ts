import { expect, it } from 'vitest';
import { KEY_SHEET } from '../../../../renderer/grid/keyboard/key-sheet.ts';
import { EDITING_KEYS, KEYS } from '../../../../renderer/grid/keyboard/keys.ts';

/** A key of the grid as the sheet writes it; moving with Shift is said once, and Ctrl is Ctrl on a Mac too. */
function onSheet(key: string): string | null {
  if (/Shift\+(Up|Down|Left|Right|Home|End|PageUp|PageDown)$/.test(key)) return null;
  return key.replace(/ $/, 'Space').replace('Mod+Space', 'Ctrl+Space');
}

it('tells of every key that the grid hears', () => {
  const said = new Set(Object.values(KEY_SHEET).flatMap((lines) => lines.flatMap(({ keys }) => keys)));
  const heard = [...KEYS.keys(), ...EDITING_KEYS.keys()].map(onSheet).filter((key) => key !== null);
  expect([...new Set(heard)].filter((key) => !said.has(key))).toEqual([]);
});
