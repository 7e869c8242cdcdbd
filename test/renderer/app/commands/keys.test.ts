import { describe, expect, it } from 'vitest';
import { commandOf, registered } from '../../../../renderer/app/commands/command.ts';
import type { CommandId } from '../../../../renderer/app/session/session.ts';
import { testSession } from '../../test-session.ts';
import { keyHint, keyHints, keyLabel } from '../../../../renderer/app/commands/keys.ts';

const { session } = testSession();
const hint = (id: CommandId, app: Parameters<typeof keyHint>[1]): string | null =>
  keyHint(commandOf(session, id), app);

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
  const keys = registered(session).flatMap((command) => command.keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

describe('a key is told of only where it reaches the window', () => {
  it('tells of all keys in the desktop app', () => {
    const app = { platform: 'windows', chooser: 'native' } as const;
    expect(hint('file.new', app)).toBe('Ctrl+N');
    expect(keyHints(commandOf(session, 'view.palette'), app)).toEqual(['Ctrl+Shift+P', 'F1']);
  });

  it('leaves out what a browser keeps, and tells of the next key instead', () => {
    const app = { platform: 'windows', chooser: 'page' } as const;
    expect(hint('file.new', app)).toBeNull();
    expect(hint('view.palette', app)).toBe('F1');
    expect(hint('file.open', app)).toBe('Ctrl+O');
  });

  it('tells of a Mac’s own keys', () => {
    expect(hint('edit.replace', { platform: 'mac', chooser: 'native' })).toBe('⌥⌘F');
    expect(hint('edit.redo', { platform: 'mac', chooser: 'native' })).toBe('⇧⌘Z');
    expect(hint('edit.replace', { platform: 'linux', chooser: 'native' })).toBe('Ctrl+H');
  });

  it('has nothing to tell of a command without keys', () => {
    expect(hint('rows.leadersFirst', { platform: 'mac', chooser: 'native' })).toBeNull();
  });
});
