import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Application } from '../../../electron/shell/application.ts';
import type { AppServices } from '../../../electron/shell/services.ts';
import type { RollcallWindow, WindowParts } from '../../../electron/shell/window.ts';

const electron = vi.hoisted((): { app: unknown; powerMonitor: unknown } => ({
  app: null,
  powerMonitor: null,
}));
vi.mock('electron', () => ({
  get app() {
    return electron.app;
  },
  get powerMonitor() {
    return electron.powerMonitor;
  },
}));

const windows = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('../../../electron/shell/window.ts', () => ({ openWindow: windows.open }));

/** Electron’s `app`, of which a test says what the system does. */
class TestApp extends EventEmitter {
  /** What the app has done, in its order. */
  readonly done: string[] = [];
  quit = (): void => {
    this.done.push('quit');
  };
  /** Whether an event was prevented. */
  tell(name: string, ...given: unknown[]): boolean {
    const event = { preventDefault: vi.fn() };
    this.emit(name, event, ...given);
    return event.preventDefault.mock.calls.length > 0;
  }
}

/** An app with a window of which a test says what the user does. */
function running(
  opening: string | null = null,
  { appUpdates = null }: Pick<Partial<AppServices>, 'appUpdates'> = {},
) {
  const app = new TestApp();
  const powerMonitor = new EventEmitter();
  Object.assign(electron, { app, powerMonitor });
  const { done } = app;
  const parts: WindowParts[] = [];
  windows.open.mockImplementation((given: WindowParts): RollcallWindow => {
    parts.push(given);
    done.push(`window ${given.opening}`);
    return {
      contentsId: parts.length,
      host: {
        answer: () => Promise.reject(new Error('not asked for')),
        dropped: () => Promise.reject(new Error('not asked for')),
        openFile: (path) => void done.push(`open ${path}`),
        leave: () => Promise.resolve(),
        end: () => Promise.resolve(done.push('host ended')).then(() => undefined),
      },
      show: () => void done.push('show'),
      send: (event) => void done.push(event.kind === 'command' ? event.command : event.kind),
      keepChanges: () => Promise.resolve(done.push('changes kept')).then(() => undefined),
      letGo: () => void done.push('let go'),
    };
  });
  const note = (what: string) => () => {
    done.push(what);
    return Promise.resolve();
  };
  // The services that the app itself uses.
  const services = {
    uploads: { end: note('uploads ended'), suspend: note('suspended'), wake: note('woken') },
    windowState: { flush: note('window state written') },
    log: { write: () => undefined, close: note('log closed') },
    appUpdates,
  } as unknown as AppServices;
  const application = new Application({ opening, folder: '/home/ana' });
  const last = (): WindowParts => {
    const found = parts.at(-1);
    if (found === undefined) throw new Error('There is no window');
    return found;
  };
  const start = (): void => {
    application.start(services);
  };
  return { app, application, done, powerMonitor, services, last, start };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs a test as if on another system. */
async function on(platform: NodeJS.Platform, test: () => void | Promise<void>): Promise<void> {
  const own = process.platform;
  Object.defineProperty(process, 'platform', { value: platform });
  try {
    await test();
  } finally {
    Object.defineProperty(process, 'platform', { value: own });
  }
}

beforeEach(() => {
  vi.clearAllMocks();
});

describe('the app opens a file', () => {
  it('that it was started with, or that the system named before it was ready', () => {
    const first = running('/a.txt');
    first.start();
    expect(first.done).toEqual(['window /a.txt']);
    const second = running('/a.txt');
    expect(second.app.tell('open-file', '/b.txt')).toBe(true);
    second.start();
    expect(second.done).toEqual(['window /b.txt']);
  });

  it('in its window, which comes to the front', () => {
    const { app, done, start } = running();
    start();
    app.tell('open-file', '/b.txt');
    app.tell('activate');
    expect(done).toEqual(['window null', 'open /b.txt', 'show', 'show']);
  });

  it('in a new window, where a Mac’s app is without', () => {
    const { app, done, start, last } = running();
    start();
    last().onClosed();
    app.tell('open-file', '/b.txt');
    expect(done).toEqual(['window null', 'host ended', 'window /b.txt']);
  });
});

/** Commands as a window shows them. */
const FILL_DOWN = {
  id: 'edit.fillDown',
  title: 'Fill down',
  menu: 'Edit',
  key: null,
  opensWindow: false,
} as const;
const OPEN = { id: 'file.open', title: 'Open…', menu: 'File', key: 'Mod+O', opensWindow: true } as const;

describe('a command of the menu', () => {
  it('goes to the window', () => {
    const { application, done, start } = running();
    start();
    application.run(FILL_DOWN);
    expect(done).toEqual(['window null', 'edit.fillDown']);
  });

  it('opens a window where a Mac’s app is without, if it needs no roster', () => {
    const { application, done, start, last } = running();
    start();
    last().onClosed();
    application.run(FILL_DOWN);
    expect(done.slice(2)).toEqual([]);
    application.run(OPEN);
    expect(done.slice(2)).toEqual(['window null', 'file.open']);
  });
});

describe('the app ends', () => {
  it('with its last window, but for a Mac’s', async () => {
    const { app, done, start } = running();
    start();
    await on('darwin', () => void app.tell('window-all-closed'));
    expect(done).toEqual(['window null']);
    await on('win32', () => void app.tell('window-all-closed'));
    expect(done).toEqual(['window null', 'quit']);
  });

  it('on a Mac by Cmd+Q, also when its window has asked about unsaved work before', () => {
    const { app, done, start, last } = running();
    start();
    app.tell('before-quit');
    last().onCloseRequest();
    // The window asks; the user saves, and it is closed.
    last().onClosed();
    expect(done).toContain('quit');
  });

  it('no longer when Cmd+Q was answered by Cancel and the window is closed later', () => {
    const { app, done, start, last } = running();
    start();
    app.tell('before-quit');
    last().onCloseRequest();
    last().onCloseRequest();
    last().onClosed();
    expect(done).not.toContain('quit');
  });

  it('after its services have, once', async () => {
    const { app, done, start, last } = running();
    start();
    last().onClosed();
    expect(app.tell('will-quit')).toBe(true);
    await settled();
    expect(done.slice(1)).toEqual([
      'host ended',
      'uploads ended',
      'window state written',
      'log closed',
      'quit',
    ]);
    expect(app.tell('will-quit')).toBe(false);
  });

  it('at once where it was not ready', () => {
    expect(running().app.tell('will-quit')).toBe(false);
  });

  it('by installing what is ready', async () => {
    const leave = vi.fn();
    const { app, start } = running(null, { appUpdates: { leave } as unknown as AppServices['appUpdates'] });
    start();
    app.tell('will-quit');
    await settled();
    expect(leave).toHaveBeenCalledOnce();
  });
});

describe('the system', () => {
  it('is going to sleep, and wakes: what is uploaded waits, and the window is told that it goes on', () => {
    const { done, powerMonitor, start } = running();
    start();
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    expect(done.slice(1)).toEqual(['suspended', 'woken', 'uploadWoken']);
  });

  it('shuts down, and waits for an app that asks nobody and keeps what was changed', async () => {
    const { done, powerMonitor, start } = running();
    start();
    const event = { preventDefault: vi.fn() };
    powerMonitor.emit('shutdown', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    await settled();
    expect(done.slice(1)).toEqual(['let go', 'changes kept', 'quit']);
  });

  it('ends the session of Windows, which emits nothing else: all is left in order', async () => {
    const { app, done, start } = running();
    start();
    const window = new EventEmitter();
    app.tell('browser-window-created', window);
    window.emit('query-session-end', {});
    // Another app may have kept the session from ending until now: the window still asks.
    expect(done.slice(1)).toEqual(['changes kept']);
    window.emit('session-end', {});
    await settled();
    expect(done.slice(2)).toEqual([
      'let go',
      'host ended',
      'uploads ended',
      'window state written',
      'log closed',
    ]);
  });
});
