import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDialog, showFailure } from '../../../../renderer/app/session/dialogs.ts';
import { newRoster } from '../../../../renderer/app/session/open-roster.ts';
import { listenToHost } from '../../../../renderer/app/window/listen-to-host.ts';
import type { HostEvent } from '../../../../shared/contract/contract.ts';
import { failed } from '../../../../shared/failures/failures.ts';
import { documentOf, testFile, testSession } from '../../test-session.ts';

/** A window that listens to a host, which tells it what a test says. */
function listening() {
  const { session, asked } = testSession();
  let listener: (event: HostEvent) => void = () => undefined;
  vi.spyOn(session.host, 'onEvent').mockImplementation((given) => {
    listener = given;
    return () => undefined;
  });
  const stop = listenToHost(session);
  /** The names of the files that were opened, which the host has not. */
  const opened = (): unknown[] =>
    asked.filter(({ channel }) => channel === 'file.hold').map(({ request }) => request);
  const openFile = (handle: string): void => {
    listener({ kind: 'openFile', file: { ...testFile('people.txt'), handle } });
  };
  const tell = (event: HostEvent): void => {
    listener(event);
  };
  return { session, asked, opened, openFile, stop, tell };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a file that the system opens', () => {
  it('is opened at once', async () => {
    const { opened, openFile } = listening();
    openFile('b'.repeat(16));
    await vi.advanceTimersByTimeAsync(0);
    expect(opened()).toEqual([{ file: 'b'.repeat(16) }]);
  });

  it('waits for the answer to what is asked, and is not forgotten', async () => {
    const { session, opened, openFile } = listening();
    showFailure(session, 'Not saved', failed('cancelled', {}));
    session.store.setState({ dialog: { kind: 'shortcuts' } });
    openFile('b'.repeat(16));
    // Of several the last is meant.
    openFile('c'.repeat(16));
    await vi.advanceTimersByTimeAsync(5000);
    expect(opened()).toEqual([]);
    closeDialog(session);
    await vi.advanceTimersByTimeAsync(5000);
    expect(opened()).toEqual([{ file: 'c'.repeat(16) }]);
  });

  it('waits also for the question to which the answer leads', async () => {
    const { session, opened, openFile } = listening();
    session.store.setState({ dialog: { kind: 'shortcuts' } });
    openFile('b'.repeat(16));
    closeDialog(session);
    await vi.advanceTimersByTimeAsync(100);
    session.store.setState({ dialog: { kind: 'shortcuts' } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(opened()).toEqual([]);
    closeDialog(session);
    await vi.advanceTimersByTimeAsync(5000);
    expect(opened()).toHaveLength(1);
  });

  it('is not opened by a window that listens no longer', async () => {
    const { session, opened, openFile, stop } = listening();
    session.store.setState({ dialog: { kind: 'shortcuts' } });
    openFile('b'.repeat(16));
    closeDialog(session);
    stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(opened()).toEqual([]);
  });
});

describe('undoing by the menu', () => {
  class Element {
    readonly isContentEditable = false;
    readonly #name: string;
    constructor(name: string) {
      this.#name = name;
    }
    matches(selector: string): boolean {
      return selector.split(', ').includes(this.#name);
    }
  }
  const focusOn = (name: string): void => {
    vi.stubGlobal('HTMLElement', Element);
    vi.stubGlobal('document', { activeElement: new Element(name) });
    vi.stubGlobal('window', { document: { activeElement: null } });
  };

  it.each([
    ['edit.undo', 'undo'],
    ['edit.redo', 'redo'],
  ])('is a text field’s while it has the focus: %s', (command, action) => {
    const { session, asked, tell } = listening();
    newRoster(session);
    focusOn('input');
    tell({ kind: 'command', command });
    expect(asked.at(-1)).toEqual({ channel: 'edit.natively', request: { action } });
    focusOn('div');
    asked.length = 0;
    tell({ kind: 'command', command });
    expect(asked).toEqual([]);
    expect(documentOf(session).name).toBe('New roster');
  });
});
