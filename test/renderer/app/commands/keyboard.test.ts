import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToKeys } from '../../../../renderer/app/commands/keyboard.ts';
import { COMMAND_TABLES } from '../../../../renderer/features.ts';
import { createSession } from '../../../../renderer/app/session/session.ts';
import { testSession } from '../../test-session.ts';

type Platform = 'windows' | 'mac' | 'linux';

/** Presses a key in a window of a platform and answers whether the window has answered it. */
function press(platform: Platform, pressed: Partial<KeyboardEvent>): boolean {
  const listeners: ((event: object) => void)[] = [];
  vi.stubGlobal('window', {
    addEventListener: (_name: string, listener: (event: object) => void) => listeners.push(listener),
  });
  const { host } = testSession().session;
  listenToKeys(
    createSession(
      host,
      { version: '0', platform, chooser: 'native', opening: null, uploadRate: 60 },
      COMMAND_TABLES,
    ),
  );
  const preventDefault = vi.fn();
  const none = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false, code: '', target: null };
  for (const listener of listeners) listener({ ...none, ...pressed, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

beforeEach(() => {
  vi.stubGlobal('HTMLElement', EventTarget);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('on a Mac', () => {
  it('Cmd+H hides the app, as the window leaves it alone', () => {
    expect(press('mac', { key: 'h', metaKey: true })).toBe(false);
    expect(press('mac', { key: 'f', metaKey: true, altKey: true })).toBe(true);
    expect(press('windows', { key: 'h', ctrlKey: true })).toBe(true);
  });

  it('redoes by both keys', () => {
    expect(press('mac', { key: 'z', metaKey: true, shiftKey: true })).toBe(true);
    expect(press('mac', { key: 'y', metaKey: true })).toBe(true);
  });
});
