import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { HostEvent, Request } from '../../shared/contract/contract.ts';
import type { Report } from '../system/support-log.ts';
import { APP_ORIGIN } from './page-origin.ts';

/** Milliseconds in which a page that is asked to close has to show that it is alive. */
const REPLY_TIME = 5000;
/** Milliseconds in which a page hands over what it has not kept yet. Systems that shut down wait for about five seconds. */
const HAND_OVER_TIME = 2000;
/** Milliseconds within which a second crash is not followed by a third start of the page without a question. */
const CRASH_LOOP = 60_000;

const KEPT = 'Changes that were not saved are kept, and offered when Rollcall starts again.';
const OFFERED = 'Changes that were not saved are offered again.';

/** An event that the page answers. */
type Answered = Request<'app.heard'>['event'];

/** What a guard needs of the app. */
export interface CloseGuardParts {
  readonly send: (event: HostEvent) => void;
  /** Called when somebody or something asks the window to close. */
  readonly onCloseRequest: () => void;
  readonly report: Report;
}

/**
 * Asks the page of a window with unsaved work before it closes. A page that has crashed is loaded again, one that does
 * not respond can be waited for or closed; what was unsaved is offered again by its draft.
 */
export class CloseGuard {
  readonly #window: BrowserWindow;
  readonly #parts: CloseGuardParts;
  /** The page's answers, each named as the event that it answers. */
  readonly #answers = new EventEmitter();
  #isUnsaved = false;
  /** Whether the window may close without a question, as nobody can answer it. */
  #isFree = false;
  #crashedAt = Number.NEGATIVE_INFINITY;
  /** Takes the question whether to wait away; null while none is asked. */
  #waiting: AbortController | null = null;

  constructor(window: BrowserWindow, parts: CloseGuardParts) {
    this.#window = window;
    this.#parts = parts;
    const { webContents } = window;
    window.on('close', (event) => {
      this.#onClose(event);
    });
    window.on('unresponsive', () => void this.#askToWait());
    window.on('responsive', () => this.#waiting?.abort());
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      this.#onCrash(reason).catch((error: unknown) => {
        this.#parts.report('page-reload', error);
      });
    });
    webContents.on('did-finish-load', () => {
      this.#isFree = false;
    });
  }

  /** Takes from the page whether it has unsaved work. */
  showUnsaved(isUnsaved: boolean): void {
    this.#isUnsaved = isUnsaved;
  }

  /** Takes the page's answer to an event. */
  heard(event: Answered): void {
    this.#answers.emit(event);
  }

  /** Has the page hand over what it has not kept yet; settles when it has, or is too late. */
  async keepChanges(): Promise<void> {
    await this.#isAnswered('sessionEnding', HAND_OVER_TIME);
  }

  /** Lets the window close without a question: the system is going down, and the draft has what is unsaved. */
  letGo(): void {
    this.#isFree = true;
  }

  #onClose(event: { preventDefault(): void }): void {
    this.#parts.onCloseRequest();
    if (this.#isFree || !this.#isUnsaved) return;
    event.preventDefault();
    void this.#requestClose();
  }

  /** Closing asks nothing of a page's input, by which alone Chromium finds out that one hangs. */
  async #requestClose(): Promise<void> {
    if (!(await this.#isAnswered('closeRequested', REPLY_TIME))) await this.#askToWait();
  }

  /** Tells the page an event, and answers whether it is answered within so many milliseconds. */
  async #isAnswered(event: Answered, patience: number): Promise<boolean> {
    const over = new AbortController();
    const { signal } = over;
    const answered = once(this.#answers, event, { signal }).then(
      () => true,
      () => false,
    );
    const late = wait(patience, false, { signal }).catch(() => false);
    this.#parts.send({ kind: event });
    const isInTime = await Promise.race([answered, late]);
    over.abort();
    return isInTime;
  }

  async #askToWait(): Promise<void> {
    if (this.#waiting !== null || this.#window.isDestroyed()) return;
    this.#waiting = new AbortController();
    const chosen = await this.#ask(
      'Rollcall does not respond.',
      `It may still be working on something long. ${KEPT}`,
      ['Wait', 'Close'],
      this.#waiting.signal,
    );
    const isOver = this.#waiting.signal.aborted;
    this.#waiting = null;
    if (chosen === 1 && !isOver) this.#window.destroy();
  }

  async #onCrash(reason: string): Promise<void> {
    this.#isFree = true;
    this.#waiting?.abort();
    // Nobody answers any more, and that the page is gone is said in other words.
    for (const event of ['closeRequested', 'sessionEnding'] as const) this.heard(event);
    this.#parts.report(`page-${reason}`, new Error('The page is gone'));
    const isAgain = Date.now() - this.#crashedAt < CRASH_LOOP;
    this.#crashedAt = Date.now();
    if (isAgain) await this.#askToTryAgain();
    else await this.#loadAgain();
  }

  async #askToTryAgain(): Promise<void> {
    const chosen = await this.#ask('Rollcall’s window has failed again.', KEPT, ['Try again', 'Close']);
    if (chosen === 1) this.#window.destroy();
    else await this.#loadAgain();
  }

  async #loadAgain(): Promise<void> {
    // Not within the event, where Chromium is still ending the process.
    await new Promise(setImmediate);
    if (this.#window.isDestroyed()) return;
    const detail = this.#isUnsaved ? OFFERED : 'Nothing was unsaved.';
    await this.#window.loadURL(`${APP_ORIGIN}/`);
    await this.#ask('Rollcall’s window failed and was loaded again.', detail, ['OK']);
  }

  /** Answers the place of the button; that of the first where the question was taken away. */
  async #ask(message: string, detail: string, buttons: string[], signal?: AbortSignal): Promise<number> {
    if (this.#window.isDestroyed()) return 0;
    const { response } = await dialog.showMessageBox(this.#window, {
      ...{ type: 'warning', message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true },
      ...(signal !== undefined && { signal }),
    });
    return response;
  }
}
