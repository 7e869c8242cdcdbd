import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardNavigation, mayOpenOutside } from '../../../electron/shell/navigation.ts';

const electron = vi.hoisted(() => ({ onContents: vi.fn(), openExternal: vi.fn() }));
vi.mock('electron', () => ({
  app: { on: electron.onContents },
  shell: { openExternal: electron.openExternal },
}));

type Handler = (...given: unknown[]) => unknown;

/** A session of Electron's that keeps what it is given, and the page that it then comes to have. */
function guarded() {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn<(handler: Handler) => void>(),
    setPermissionCheckHandler: vi.fn<(handler: Handler) => void>(),
    setDevicePermissionHandler: vi.fn<(handler: Handler) => void>(),
    setDisplayMediaRequestHandler: vi.fn<(handler: Handler) => void>(),
  });
  // The parts of a session that a guard uses.
  guardNavigation(session as unknown as Session);
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn<(handler: Handler) => void>(),
    isDestroyed: vi.fn(() => false),
    loadURL: vi.fn<(url: string) => Promise<void>>(() => Promise.resolve()),
  });
  const [name, created] = electron.onContents.mock.calls[0] as [string, Handler];
  expect(name).toBe('web-contents-created');
  created({}, contents);
  return { session, contents };
}

/** Whether a page is kept from what an event is about. */
function isPrevented(on: EventEmitter, name: string, about: object = {}): boolean {
  const event = { preventDefault: vi.fn(), ...about };
  expect(on.emit(name, event)).toBe(true);
  return event.preventDefault.mock.calls.length === 1;
}

const handlerOf = (set: { mock: { calls: [Handler][] } }): Handler => {
  const [handler] = set.mock.calls[0] ?? [];
  if (handler === undefined || set.mock.calls.length > 1) throw new Error('One handler is set');
  return handler;
};

beforeEach(() => {
  vi.clearAllMocks();
});

describe('security 13: every page that ever comes to be', () => {
  it.each([
    ['its own page', 'app://rollcall/', true, false],
    ['a place in it', 'app://rollcall/#a', true, false],
    ['its own page in a frame', 'app://rollcall/', false, true],
    ['a page elsewhere', 'https://example.com/', true, true],
    ['a listed page', 'https://docs.medallia.com/', true, true],
    ['a file', 'file:///etc/passwd', true, true],
    ['a script', 'javascript:alert(1)', true, true],
    ['data', 'data:text/html,a', true, true],
    ['nothing, in a frame', 'about:blank', false, true],
    ['another host of the app’s own scheme', 'app://other/', true, true],
  ])('goes to %s (%s, fills the window: %s) or is kept: %s', (_, url, isMainFrame, isKept) => {
    expect(isPrevented(guarded().contents, 'will-frame-navigate', { url, isMainFrame })).toBe(isKept);
  });

  it('follows no redirect, has no webview in it, and downloads nothing', () => {
    const { contents, session } = guarded();
    expect(isPrevented(contents, 'will-redirect', { url: 'app://rollcall/', isMainFrame: true })).toBe(true);
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
    expect(isPrevented(session, 'will-download')).toBe(true);
  });

  it('opens no window; a listed address goes to the browser, and no other', () => {
    const open = handlerOf(guarded().contents.setWindowOpenHandler);
    const urls = [
      'https://docs.medallia.com/en/',
      'http://docs.medallia.com/',
      'https://example.com/',
      'file:///etc/passwd',
      'smb://docs.medallia.com/share',
      'about:blank',
      'app://rollcall/',
      '',
    ];
    for (const url of urls) expect(open({ url })).toEqual({ action: 'deny' });
    expect(electron.openExternal.mock.calls).toEqual([['https://docs.medallia.com/en/']]);
  });
});

describe('security 13: a page that Chromium asked nobody about', () => {
  /** Whether the window is led back from an address to which it went, or at which it failed. */
  async function isLedBack(name: 'did-navigate' | 'did-fail-load', ...told: unknown[]): Promise<boolean> {
    const { contents } = guarded();
    contents.emit(name, {}, ...told);
    // Within the event Chromium is still navigating.
    expect(contents.loadURL).not.toHaveBeenCalled();
    await new Promise(setImmediate);
    const calls = contents.loadURL.mock.calls.flat();
    expect(calls).toEqual(calls.length === 0 ? [] : ['app://rollcall/']);
    return calls.length === 1;
  }

  it.each(['about:blank', 'about:blank#blocked', 'blob:app://rollcall/1', 'app://other/', ''])(
    'is left for the app’s own: %s',
    async (url) => {
      expect(await isLedBack('did-navigate', url)).toBe(true);
    },
  );

  it.each(['app://rollcall/', 'app://rollcall/#a', 'devtools://devtools/bundled/inspector.html'])(
    'stays: %s',
    async (url) => {
      expect(await isLedBack('did-navigate', url)).toBe(false);
    },
  );

  it('is left when it is shown as an error, but for one that was prevented, a frame’s, or the app’s own', async () => {
    expect(await isLedBack('did-fail-load', -300, 'ERR_INVALID_URL', 'about:srcdoc', true)).toBe(true);
    expect(await isLedBack('did-fail-load', -3, 'ERR_ABORTED', 'https://example.com/', true)).toBe(false);
    expect(await isLedBack('did-fail-load', -300, 'ERR_INVALID_URL', 'about:srcdoc', false)).toBe(false);
    expect(await isLedBack('did-fail-load', -6, 'ERR_FILE_NOT_FOUND', 'app://rollcall/', true)).toBe(false);
  });

  it('is left alone when its window is gone meanwhile', async () => {
    const { contents } = guarded();
    contents.emit('did-navigate', {}, 'about:blank');
    contents.isDestroyed.mockReturnValue(true);
    await new Promise(setImmediate);
    expect(contents.loadURL).not.toHaveBeenCalled();
  });
});

it('security 13: opens listed sites in the browser, by https', () => {
  expect(mayOpenOutside('https://docs.medallia.com/en/agent-connect/')).toBe(true);
  expect(mayOpenOutside('https://acme-2.stellaconnect.net/')).toBe(true);
  const others = [
    'http://docs.medallia.com/',
    'https://docs.medallia.com.example.com/',
    'https://docs.medallia.com@example.com/',
    'https://ana@docs.medallia.com/',
    'https://docs.medallia.com:8443/',
    'https://stellaconnect.net/',
    'https://acme.api.stellaconnect.net/',
    'https://acme.stellaconnect.net.example.com/',
    'https://ana@acme.stellaconnect.net/',
    'http://acme.stellaconnect.net/',
    'https://acme.stellaconnect.net:8443/',
    'file:///etc/passwd',
    'smb://docs.medallia.com/',
    'docs.medallia.com',
    '',
  ];
  for (const url of others) expect(mayOpenOutside(url)).toBe(false);
});

describe('security 13: what a page may use', () => {
  it('is asked for: text for the clipboard by the page itself, and nothing else', () => {
    const ask = handlerOf(guarded().session.setPermissionRequestHandler);
    const answers = (permission: string, requestingUrl: string): unknown => {
      const answer = vi.fn();
      ask(null, permission, answer, { requestingUrl });
      expect(answer).toHaveBeenCalledOnce();
      return answer.mock.calls[0]?.[0];
    };
    expect(answers('clipboard-sanitized-write', 'app://rollcall/')).toBe(true);
    for (const url of [
      'app://other/',
      'https://rollcall/',
      'https://example.com/app://rollcall',
      'about:blank',
      '',
    ])
      expect(answers('clipboard-sanitized-write', url)).toBe(false);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'fileSystem',
      'openExternal',
      'hid',
      'usb',
    ])
      expect(answers(permission, 'app://rollcall/')).toBe(false);
  });

  it('is looked up in the same way', () => {
    const check = handlerOf(guarded().session.setPermissionCheckHandler);
    expect(check(null, 'clipboard-sanitized-write', 'app://rollcall')).toBe(true);
    expect(check(null, 'clipboard-sanitized-write', 'https://example.com')).toBe(false);
    for (const permission of ['clipboard-read', 'media', 'serial', 'hid', 'usb', 'fileSystem'])
      expect(check(null, permission, 'app://rollcall')).toBe(false);
  });

  it('is no device, and no picture of the screen', () => {
    const { session } = guarded();
    expect(
      handlerOf(session.setDevicePermissionHandler)({ deviceType: 'usb', origin: 'app://rollcall' }),
    ).toBe(false);
    const answer = vi.fn();
    handlerOf(session.setDisplayMediaRequestHandler)({}, answer);
    expect(answer.mock.calls).toEqual([[null]]);
  });
});
