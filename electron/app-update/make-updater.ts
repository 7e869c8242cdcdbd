import type { AppUpdater } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import { CancellationToken } from 'electron-updater/out/types.js';
import type { UpdateChannel } from '../../shared/app/update-channel.ts';
import type { Library } from './app-updates.ts';
import { FeedExecutor } from './feed-executor.ts';
import { verifySigned } from './verify-signed.ts';

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
