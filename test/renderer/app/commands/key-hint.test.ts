import { describe, expect, it } from 'vitest';
import { keyHint, keyHints } from '../../../../renderer/app/commands/key-hint.ts';
import { COMMANDS } from '../../../../shared/commands.ts';

describe('a key is told of only where it reaches the window', () => {
  it('tells of all keys in the desktop app', () => {
    const app = { platform: 'windows', chooser: 'native' } as const;
    expect(keyHint('file.new', app)).toBe('Ctrl+N');
    expect(keyHints(COMMANDS['view.palette'].keys, app)).toEqual(['Ctrl+Shift+P', 'F1']);
  });

  it('leaves out what a browser keeps, and tells of the next key instead', () => {
    const app = { platform: 'windows', chooser: 'page' } as const;
    expect(keyHint('file.new', app)).toBeNull();
    expect(keyHint('view.palette', app)).toBe('F1');
    expect(keyHint('file.open', app)).toBe('Ctrl+O');
  });

  it('tells of a Mac’s own keys', () => {
    expect(keyHint('edit.replace', { platform: 'mac', chooser: 'native' })).toBe('⌥⌘F');
    expect(keyHint('edit.redo', { platform: 'mac', chooser: 'native' })).toBe('⇧⌘Z');
    expect(keyHint('edit.replace', { platform: 'linux', chooser: 'native' })).toBe('Ctrl+H');
  });

  it('has nothing to tell of a command without keys', () => {
    expect(keyHint('rows.leadersFirst', { platform: 'mac', chooser: 'native' })).toBeNull();
  });
});
