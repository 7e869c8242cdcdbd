import type { IncomingMessage, RequestOptions } from 'node:http';
import type { AppUpdater } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { CancellationToken } from 'electron-updater/out/types.js';
import { verifySignature } from 'electron-updater/out/windowsExecutableCodeSignatureVerifier.js';
import type { UpdateChannel } from '../../shared/app/update-channel.ts';
import { LED_AWAY, type Library } from './app-updates.ts';

type Open = Extract<UpdateChannel, { kind: 'on' }>;
type Latest = ReturnType<GenericProvider['getLatestVersion']>;

/** A version that is for everybody, and that the window can show. */
const RELEASE = /^\d{1,9}\.\d{1,9}\.\d{1,9}$/;

/**
 * The library's updater for this system, which downloads nothing and installs nothing until it is told to. `app` is
 * Electron's own unless a test has none.
 */
export function makeUpdater(channel: Open, app?: AppAdapter): Library {
  const updater =
    channel.platform === 'win32' ? new SignedUpdater(channel, app) : new SealedUpdater(channel, app);
  // Its notes hold addresses and paths.
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  // One way to download, of which the whole is compared with its checksum.
  updater.disableDifferentialDownload = true;
  const isOfThisSystem = updater.isUpdateSupported;
  updater.isUpdateSupported = (info) => RELEASE.test(info.version) && isOfThisSystem(info);
  // The library would give the computer a number, keep it, and tell it the feed.
  updater.isUserWithinRollout = () => true;
  return { updater, makeToken: () => new CancellationToken() };
}

/** On Windows: what it downloads is looked at before it may be run. */
class SignedUpdater extends NsisUpdater {
  /** Takes the place of the library's, which goes wherever it is led. */
  readonly httpExecutor: FeedExecutor;
  readonly #feed: Feed;

  constructor(channel: Open, app?: AppAdapter) {
    super(null, app);
    this.httpExecutor = new FeedExecutor(channel.feed);
    this.#feed = feedOf(channel, this, this.httpExecutor);
    this.verifyUpdateCodeSignature = (publishers, path) => verifySigned(publishers, path);
  }

  protected override getUpdateInfoAndProvider() {
    return this.#feed.latest();
  }
}

/** On macOS: the system itself installs nothing but what the same developer signed. */
class SealedUpdater extends MacUpdater {
  readonly httpExecutor: FeedExecutor;
  readonly #feed: Feed;

  constructor(channel: Open, app?: AppAdapter) {
    super(undefined, app);
    this.httpExecutor = new FeedExecutor(channel.feed);
    this.#feed = feedOf(channel, this, this.httpExecutor);
  }

  protected override getUpdateInfoAndProvider() {
    return this.#feed.latest();
  }
}

interface Feed {
  latest(): Promise<{ info: Awaited<Latest>; provider: GenericProvider }>;
}

/** What the feed says is the latest; the request tells it nothing of the computer that asks. */
function feedOf({ feed, platform }: Open, updater: AppUpdater, executor: FeedExecutor): Feed {
  const provider = new GenericProvider({ provider: 'generic', url: feed }, updater, {
    isUseMultipleRangeRequest: false,
    platform,
    executor,
  });
  return { latest: async () => ({ info: await provider.getLatestVersion(), provider }) };
}

type Request = ReturnType<ElectronHttpExecutor['createRequest']>;

/**
 * Sends requests through Electron's network, with the system's proxies and certificates, to the feed's own origin and
 * nowhere else: a redirect, or a file at another address, fails the request with `LED_AWAY`.
 */
export class FeedExecutor extends ElectronHttpExecutor {
  readonly #origin: string;

  constructor(feed: string) {
    super();
    this.#origin = new URL(feed).origin;
  }

  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): Request {
    if (originOf(options) !== this.#origin) throw ledAway();
    const request = super.createRequest({ ...options, redirect: 'error' }, (response: IncomingMessage) => {
      // The library follows this header even where the status is no redirect's.
      if (response.headers.location === undefined) callback(response);
      else {
        request.abort();
        request.emit('error', ledAway());
      }
    });
    return request;
  }
}

function originOf({ protocol, hostname, port }: RequestOptions): string {
  const place = typeof port === 'number' || typeof port === 'string' ? `:${port}` : '';
  return new URL(`${protocol ?? 'https:'}//${hostname ?? ''}${place}`).origin;
}

function ledAway(): Error {
  return Object.assign(new Error('The feed leads elsewhere'), { code: LED_AWAY });
}

type Verify = typeof verifySignature;

const UNCHECKED = 'the signature could not be checked';

/** What the library notes when Windows has vouched for the very file that was asked about. */
const VOUCHED = 'LiteralPath: ';
/** What it notes when it lets a file pass that it could not look at. */
const PASSED_OVER = /ignoring signature|unable to verify/i;

/**
 * Checks who signed an installer, by Windows' Authenticode: null where it is one of the publishers, else why not. The
 * library lets a file pass where PowerShell is missing, old or closed to it, as it is to many people at work; here
 * only what Windows has vouched for passes.
 */
export async function verifySigned(
  publishers: string[],
  path: string,
  verify: Verify = verifySignature,
): Promise<string | null> {
  const notes: string[] = [];
  const note = (said: unknown): void => void notes.push(String(said));
  const why = await verify(publishers, path, { info: note, warn: note, error: note }).catch(() => UNCHECKED);
  if (why !== null) return why;
  const isVouchedFor = notes.some((said) => said.startsWith(VOUCHED));
  return isVouchedFor && !notes.some((said) => PASSED_OVER.test(said)) ? null : UNCHECKED;
}
