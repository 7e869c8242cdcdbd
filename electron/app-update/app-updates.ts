import type { AppUpdater, CancellationToken } from 'electron-updater';
import {
  type AppUpdateEvent,
  type AppUpdateState,
  nextState,
} from '../../shared/contract/app-update-calls.ts';
import type { CallName as Call } from '../../shared/contract/contract.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import type { SupportLog } from '../system/support-log.ts';

/** What is used of electron-updater. */
export interface Library {
  readonly updater: Pick<
    AppUpdater,
    'autoInstallOnAppQuit' | 'checkForUpdates' | 'downloadUpdate' | 'on' | 'quitAndInstall'
  >;
  readonly makeToken: () => CancellationToken;
}

/** What updates need of the app. */
interface AppUpdateParts {
  /** Loads the library, which nobody needs before the first look. */
  readonly load: () => Promise<Library>;
  readonly log: Pick<SupportLog, 'write'>;
  readonly quit: () => void;
}

/** Milliseconds for the system to take over a restart, after which the app ends all the same. */
const MOST_WAIT = 10_000;

/** Looks for a newer Rollcall, and gets and installs it when the user has said so. */
export class AppUpdates {
  readonly #parts: AppUpdateParts;
  readonly #listeners = new Set<(state: AppUpdateState) => void>();
  #state: AppUpdateState = { kind: 'idle' };
  #library: Promise<Library> | null = null;
  #looking: Promise<void> | null = null;
  /** Of the download that is under way. */
  #token: CancellationToken | null = null;
  #isRestarting = false;

  constructor(parts: AppUpdateParts) {
    this.#parts = parts;
  }

  get state(): AppUpdateState {
    return this.#state;
  }

  /** Tells every state until the returned function is called. */
  follow(listener: (state: AppUpdateState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** `asked` says that the user waits for the answer; else failing and finding nothing are for the log alone. */
  look(asked: boolean): Promise<void> {
    if (asked) this.#take({ kind: 'look' });
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    return this.#looking;
  }

  /** Downloads what was found, which is the user's word that it is installed when the app ends. */
  async download(): Promise<void> {
    const before = this.#state;
    this.#take({ kind: 'download' });
    if (this.#state !== before) await this.#download();
  }

  /** Stops the download. */
  stop(): void {
    this.#token?.cancel();
  }

  /** Ends the app to install what is ready, and starts it again. */
  restart(): void {
    this.#isRestarting = this.#isReady();
    if (this.#isRestarting) this.#parts.quit();
  }

  /** The last step of ending the app: by installing and starting again if that was wanted, else by quitting alone. */
  leave(): void {
    if (!this.#isRestarting) {
      this.#parts.quit();
      return;
    }
    setTimeout(this.#parts.quit, MOST_WAIT);
    void this.#load().then(({ updater }) => {
      // Without the installer's questions, and started again.
      updater.quitAndInstall(true, true);
    });
  }

  async #look(): Promise<void> {
    try {
      const { updater } = await this.#load();
      const found = await updater.checkForUpdates();
      const version = found?.isUpdateAvailable === true ? found.updateInfo.version : null;
      this.#take(version === null ? { kind: 'none' } : { kind: 'found', version });
    } catch (error) {
      this.#fail('appUpdate.look', error, 'look');
    }
  }

  async #download(): Promise<void> {
    const { updater, makeToken } = await this.#load();
    const token = (this.#token = makeToken());
    // The library asks for it as soon as the download ends.
    updater.autoInstallOnAppQuit = true;
    try {
      await updater.downloadUpdate(token);
      if (!token.cancelled) this.#take({ kind: 'downloaded' });
    } catch (error) {
      if (!token.cancelled) this.#fail('appUpdate.download', error, 'download');
    }
    if (token.cancelled) this.#take({ kind: 'stopped' });
    this.#token = null;
    updater.autoInstallOnAppQuit = this.#isReady();
  }

  #load(): Promise<Library> {
    return (this.#library ??= this.#prepare());
  }

  async #prepare(): Promise<Library> {
    const library = await this.#parts.load();
    const { updater } = library;
    updater.on('download-progress', ({ percent }) => {
      this.#take({ kind: 'progress', percent });
    });
    // Everything else that fails is thrown as well; this is macOS, which looks at the signature by itself afterwards.
    updater.on('error', (error) => {
      if (!this.#isReady()) return;
      updater.autoInstallOnAppQuit = false;
      this.#fail('appUpdate.download', error, 'handOver');
    });
    return library;
  }

  #isReady(): boolean {
    return this.#state.kind === 'ready';
  }

  #fail(place: Call, error: unknown, doing: Doing): void {
    const failure = failureOf(error, doing);
    this.#parts.log.write({ kind: 'failure', place, code: failure.code });
    this.#take({ kind: 'failed', failure });
  }

  #take(event: AppUpdateEvent): void {
    const before = this.#state;
    this.#state = nextState(before, event);
    if (this.#state !== before) for (const listener of this.#listeners) listener(this.#state);
  }
}

/** Milliseconds after the start, when there is nothing more to hurry for. */
const FIRST_LOOK = 60_000;
const DAY = 24 * 60 * 60_000;

/** Looks for a newer version a minute after the start and once a day, until the returned function is called. */
export function lookDaily(updates: Pick<AppUpdates, 'look'>): () => void {
  const look = (): void => void updates.look(false);
  const first = setTimeout(look, FIRST_LOOK);
  const daily = setInterval(look, DAY);
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}

/** The code of an error that says that a feed leads to another place. */
export const LED_AWAY = 'ERR_FEED_LEADS_AWAY';

/** What the library says of a feed that was reached and makes no sense: `Error.code`, in electron-updater's sources. */
const SENSELESS: ReadonlySet<unknown> = new Set([
  LED_AWAY,
  'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND',
  'ERR_UPDATER_INVALID_UPDATE_INFO',
  'ERR_UPDATER_INVALID_VERSION',
  'ERR_UPDATER_NO_CHECKSUM',
  'ERR_UPDATER_NO_FILES_PROVIDED',
  'ERR_UPDATER_WEB_INSTALLER_DISABLED',
  'ERR_UPDATER_ZIP_FILE_NOT_FOUND',
]);
const NOT_GENUINE: ReadonlySet<unknown> = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']);

/** What Squirrel.Mac says of an app on a mounted image, or translocated because it was never moved (`SQRLUpdater.m`). */
const READ_ONLY = /read-only volume/i;

/** What was under way. */
type Doing = 'look' | 'download' | 'handOver';

/** Says as a failure what the library threw while it looked for, downloaded or handed over a newer version. */
function failureOf(error: unknown, doing: Doing): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (error instanceof Error && READ_ONLY.test(error.message)) return failed('appUpdate.readOnly', {});
  // What comes from the system after the download is its word on the signature.
  if (NOT_GENUINE.has(code) || doing === 'handOver') return failed('appUpdate.refused', {});
  // A description that is no description: the library reads parts of nothing.
  if (SENSELESS.has(code) || error instanceof TypeError) return failed('appUpdate.unreadable', {});
  return failed(doing === 'look' ? 'appUpdate.unreachable' : 'appUpdate.notDownloaded', {});
}
