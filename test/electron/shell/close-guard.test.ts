import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CloseGuard, type CloseGuardParts } from '../../../electron/shell/close-guard.ts';

const electron = vi.hoisted(() => ({ showMessageBox: vi.fn() }));
vi.mock('electron', () => ({ dialog: electron }));
// The time that a page has to reply is over at the next turn.
vi.mock('node:timers/promises', () => ({
  setTimeout: (_milliseconds: number, value: unknown) =>
    new Promise((resolve) => setImmediate(resolve, value)),
}));

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly signal?: AbortSignal;
}

/** Guards a window of which Electron tells what a test says. */
function guarded() {
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isGone: false,
    isDestroyed: () => window.isGone,
    destroy: vi.fn(() => {
      window.isGone = true;
    }),
    loadURL: vi.fn<(url: string) => Promise<void>>(() => Promise.resolve()),
  });
  // A page that is alive answers at once.
  const send = vi.fn<CloseGuardParts['send']>(({ kind }) => {
    if (kind === 'closeRequested' || kind === 'sessionEnding') guard.heard(kind);
  });
  const parts = { send, onCloseRequest: vi.fn(), report: vi.fn() };
  // The parts of a window that a guard uses.
  const guard = new CloseGuard(window as unknown as BrowserWindow, parts);
  /** Whether the window goes on closing. */
  const close = (): boolean => {
    const event = { preventDefault: vi.fn() };
    window.emit('close', event);
    return event.preventDefault.mock.calls.length === 0;
  };
  const crash = (reason: string): unknown => webContents.emit('render-process-gone', {}, { reason });
  return { window, webContents, guard, close, crash, ...parts };
}

/** Answers the questions of the system's dialog in turn by the label of a button; null stays unanswered. */
function answer(...labels: (string | null)[]): Question[] {
  const asked: Question[] = [];
  electron.showMessageBox.mockImplementation((_window: unknown, question: Question) => {
    asked.push(question);
    const label = labels.shift() ?? null;
    if (label !== null) return Promise.resolve({ response: question.buttons.indexOf(label) });
    // As Electron does with a question that is taken away: the answer is that of `cancelId`.
    return new Promise((resolve) =>
      question.signal?.addEventListener('abort', () => {
        resolve({ response: 0 });
      }),
    );
  });
  return asked;
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
};

beforeEach(() => {
  vi.clearAllMocks();
});

describe('closing', () => {
  it('asks the page while it has unsaved work', () => {
    const { guard, close, send, onCloseRequest } = guarded();
    expect(close()).toBe(true);
    guard.showUnsaved(true);
    expect(close()).toBe(false);
    expect(send.mock.calls).toEqual([[{ kind: 'closeRequested' }]]);
    guard.showUnsaved(false);
    expect(close()).toBe(true);
    expect(onCloseRequest).toHaveBeenCalledTimes(3);
  });

  it('asks nobody when the system goes down', () => {
    const { guard, close, send } = guarded();
    guard.showUnsaved(true);
    guard.letGo();
    expect(close()).toBe(true);
    expect(send).not.toHaveBeenCalled();
  });

  it('asks the user whether to wait for a page that does not reply, and no other', async () => {
    const asked = answer('Close');
    const { guard, close, window, send } = guarded();
    guard.showUnsaved(true);
    close();
    await settled();
    expect(asked).toEqual([]);
    send.mockImplementation(() => undefined);
    expect(close()).toBe(false);
    expect(close()).toBe(false);
    await settled();
    expect(asked.map(({ buttons }) => buttons)).toEqual([['Wait', 'Close']]);
    expect(window.destroy).toHaveBeenCalledOnce();
  });
});

describe('the session of the system ends', () => {
  it('when the page has handed over what was changed, or is too late', async () => {
    const { guard, send } = guarded();
    await guard.keepChanges();
    expect(send.mock.calls).toEqual([[{ kind: 'sessionEnding' }]]);
    send.mockImplementation(() => undefined);
    let isOver = false;
    const kept = guard.keepChanges().then(() => (isOver = true));
    await Promise.resolve();
    expect(isOver).toBe(false);
    await kept;
  });

  it('at once where the page crashes meanwhile', async () => {
    const asked = answer('OK');
    const { guard, crash, send, close } = guarded();
    send.mockImplementation(() => undefined);
    guard.showUnsaved(true);
    close();
    const kept = guard.keepChanges();
    crash('crashed');
    await kept;
    await settled();
    expect(asked.map(({ buttons }) => buttons)).toEqual([['OK']]);
  });
});

describe('a page that does not respond', () => {
  it('is waited for or closed, as the user says', async () => {
    const asked = answer('Wait', 'Close');
    const { window } = guarded();
    window.emit('unresponsive');
    await settled();
    expect(window.destroy).not.toHaveBeenCalled();
    window.emit('unresponsive');
    await settled();
    expect(window.destroy).toHaveBeenCalledOnce();
    expect(asked.map(({ message }) => message)).toEqual(Array(2).fill('Rollcall does not respond.'));
  });

  it('is asked about once at a time, and no longer when it responds again', async () => {
    const asked = answer(null, null);
    const { window } = guarded();
    window.emit('unresponsive');
    window.emit('unresponsive');
    await settled();
    expect(asked).toHaveLength(1);
    window.emit('responsive');
    await settled();
    expect(asked[0]?.signal?.aborted).toBe(true);
    expect(window.destroy).not.toHaveBeenCalled();
    window.emit('unresponsive');
    await settled();
    expect(asked).toHaveLength(2);
  });
});

describe('a page that crashes', () => {
  it('is loaded again, and the user is told what became of unsaved work', async () => {
    const asked = answer('OK', 'OK');
    const { guard, crash, window, report } = guarded();
    guard.showUnsaved(true);
    crash('oom');
    await settled();
    expect(window.loadURL.mock.calls).toEqual([['app://rollcall/']]);
    expect(asked.map(({ detail }) => detail)).toEqual(['Changes that were not saved are offered again.']);
    expect(report.mock.calls[0]?.[0]).toBe('page-oom');
  });

  it('lets the window close until it is there again', async () => {
    answer('OK');
    const { guard, crash, close, webContents } = guarded();
    guard.showUnsaved(true);
    crash('crashed');
    expect(close()).toBe(true);
    await settled();
    webContents.emit('did-finish-load');
    guard.showUnsaved(true);
    expect(close()).toBe(false);
  });

  it('is not loaded a third time within a minute without a question', async () => {
    const asked = answer('OK', 'Try again', 'OK', 'Close');
    const { crash, window } = guarded();
    for (const loads of [1, 2, 2]) {
      crash('crashed');
      await settled();
      expect(window.loadURL).toHaveBeenCalledTimes(loads);
    }
    expect(asked.map(({ buttons }) => buttons.join())).toEqual([
      'OK',
      'Try again,Close',
      'OK',
      'Try again,Close',
    ]);
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  it('is nothing to speak of when it ends in order', async () => {
    const asked = answer();
    const { crash, window } = guarded();
    crash('clean-exit');
    await settled();
    expect(window.loadURL).not.toHaveBeenCalled();
    expect(asked).toEqual([]);
  });
});
