import { app, powerMonitor } from 'electron';
import type { Host } from '../host/host.ts';
import type { MenuCommand } from '../../shared/contract/app-calls.ts';
import { setMenu } from './menu.ts';
import { handedOver } from './opening.ts';
import type { AppServices } from './services.ts';
import { openWindow, type RollcallWindow } from './window.ts';

/** How the app was started. */
export interface ApplicationStart {
  /** Absolute path of the file to open first, or null. */
  readonly opening: string | null;
  /** The folder that was the current one. */
  readonly folder: string;
}

/** The running app: one window at most, and what outlives it. It follows what the system asks of an app. */
export class Application {
  readonly #folder: string;
  #opening: string | null;
  /** Null until the app is ready. */
  #services: AppServices | null = null;
  #window: RollcallWindow | null = null;
  /** Whether the app was asked to end, which asks its window to close next. */
  #isQuitRequested = false;
  /** Whether the app ends when its window, which was asked to close, does. */
  #quitsWithWindow = false;
  /** Hosts of windows that are gone. */
  #leaving: Promise<unknown> = Promise.resolve();
  #ending: Promise<void> | null = null;
  #hasEnded = false;

  constructor({ opening, folder }: ApplicationStart) {
    this.#opening = opening;
    this.#folder = folder;
    app.on('second-instance', (_event, _argv, _folder, data) => {
      this.#open(handedOver(data));
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.#open(path);
    });
    app.on('activate', () => {
      this.#open(null);
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('before-quit', () => {
      this.#isQuitRequested = true;
    });
    app.on('will-quit', (event) => {
      this.#onWillQuit(event);
    });
    app.on('browser-window-created', (_event, window) => {
      // On Windows neither a log-off nor a shutdown emits `will-quit`. Another app may still prevent its end.
      window.on('query-session-end', () => void this.#window?.keepChanges());
      window.on('session-end', () => {
        this.#window?.letGo();
        void this.#end();
      });
    });
  }

  /** Opens the first window, when the app is ready and its services are. */
  start(services: AppServices): void {
    this.#services = services;
    const { uploads } = services;
    powerMonitor.on('suspend', () => {
      uploads.suspend();
    });
    powerMonitor.on('resume', () => {
      uploads.wake();
      this.#window?.send({ kind: 'uploadWoken' });
    });
    powerMonitor.on('shutdown', this.#onShutdown);
    this.#open(this.#opening);
  }

  /** The host of the window whose page has an id; null where there is none. */
  hostOf(contentsId: number): Host | null {
    return this.#window?.contentsId === contentsId ? this.#window.host : null;
  }

  /** Passes a command of the menu to the window. On a Mac there may be none: what needs no roster opens one. */
  run({ id, opensWindow }: MenuCommand): void {
    if (this.#window === null && opensWindow) this.#open(null);
    this.#window?.send({ kind: 'command', command: id });
  }

  #open(path: string | null): void {
    if (this.#window !== null) {
      if (path !== null) this.#window.host.openFile(path);
      this.#window.show();
    } else if (this.#services !== null) {
      this.#window = this.#openWindow(path, this.#services);
    } else {
      this.#opening = path ?? this.#opening;
    }
  }

  #openWindow(opening: string | null, services: AppServices): RollcallWindow {
    const opened = openWindow({
      ...{ opening, services, folder: this.#folder },
      showMenu: (commands) => {
        setMenu(commands, (command) => {
          this.run(command);
        });
      },
      onCloseRequest: () => {
        // A user who cancels goes on working; closing the window later is no longer about the app.
        this.#quitsWithWindow = this.#isQuitRequested;
        this.#isQuitRequested = false;
      },
      onClosed: () => {
        this.#window = null;
        this.#leaving = Promise.all([this.#leaving, opened.host.end()]);
        // On a Mac the app outlives its window, and a question at closing has stopped its end.
        if (this.#quitsWithWindow) app.quit();
      },
    });
    return opened;
  }

  /** The system goes down: it waits for an app that asks it to, and the drafts get what is unsaved. */
  readonly #onShutdown = (event?: { preventDefault(): void }): void => {
    event?.preventDefault();
    this.#window?.letGo();
    void Promise.resolve(this.#window?.keepChanges()).then(() => {
      app.quit();
    });
  };

  #onWillQuit(event: { preventDefault(): void }): void {
    if (this.#hasEnded || this.#services === null) return;
    event.preventDefault();
    const { appUpdates } = this.#services;
    void this.#end().finally(() => {
      this.#hasEnded = true;
      if (appUpdates === null) app.quit();
      else appUpdates.leave();
    });
  }

  /** Ends in order what runs, once. An upload is paused when what is under way has ended; the next start offers to resume it. */
  #end(): Promise<void> {
    return (this.#ending ??= this.#endServices());
  }

  async #endServices(): Promise<void> {
    if (this.#services === null) return;
    const { uploads, windowState, log } = this.#services;
    await Promise.allSettled([this.#leaving, this.#window?.host.end(), uploads.end(), windowState.flush()]);
    log.write({ kind: 'end' });
    await log.close();
  }
}
