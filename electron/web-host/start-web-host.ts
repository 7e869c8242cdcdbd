import { homedir } from 'node:os';
import { systemClock } from '../agent-connect/client/connection.ts';
import { proxiedFetch } from '../agent-connect/client/proxied-fetch.ts';
import { createCredentialStore } from '../agent-connect/credentials/credential-store.ts';
import { isTlsWeak, readCredentials } from '../agent-connect/credentials/credentials.ts';
import type { Desktop } from '../host/desktop.ts';
import { createHost, type Host } from '../host/host.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import { loadPage } from '../host/page.ts';
import { createLayoutStore } from '../host/column-layout.ts';
import { createRecentFiles } from '../host/recent-files.ts';
import { type HostServices, makeHostServices } from '../host/services.ts';
import { diagnose } from '../host/support-handlers.ts';
import type { OpenedUserData } from '../system/move-to-local.ts';
import { startEntry } from '../system/support-log.ts';
import { runSystemCommand, showCommand } from '../system/system-programs.ts';
import type { UploadLimits } from '../uploads/upload-limits.ts';
import { watchIdle } from './idle-watch.ts';
import { writeLaunchFile } from './launch-file.ts';
import { serve } from './serve.ts';
import { createSessions, ENTRY_TIME } from './sessions.ts';

/** How a web host is started. */
export interface WebHostOptions {
  readonly version: string;
  /** Folder of the built page. */
  readonly pageFolder: string;
  readonly userData: OpenedUserData;
  /** The folder in which it was started. */
  readonly folder: string;
  /** Absolute path of the file to open first, or null. */
  readonly opening: string | null;
  /** Where to write the launch file; null for a fresh folder. */
  readonly launchFile: string | null;
  readonly idleSeconds: number;
  /** Whether an organization may be at a test server on this computer. */
  readonly testServers: boolean;
  readonly limits: UploadLimits;
}

/** Why a web host ended: asked to, by the page; left alone by it; or never visited. */
export type Ending = 'closed' | 'idle' | 'unvisited';

/** A web host that runs. */
export interface WebHost {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Path of the file that leads a browser to the page, within a minute. */
  readonly launchFile: string;
  /** Settles when it has ended of itself or by `end`. */
  readonly ended: Promise<Ending>;
  end(): Promise<void>;
}

const PATIENCE = { headers: 10_000, request: 60_000 };

/** Starts a web host: the page and its calls on 127.0.0.1, and the file that leads a browser there. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const page = await loadPage(options.pageFolder);
  const services = makeHostServices(options.userData, {
    access: accessIn(process.env, options.testServers),
    limits: options.limits,
    protection: null,
  });
  const { log, uploads } = services;
  log.write(startEntry(options.version, 'browser'));
  const sessions = createSessions(() => makeHost(options, services, () => void end('closed')));
  const idle = watchIdle(
    { seconds: options.idleSeconds, afterLeaving: ENTRY_TIME / 1000 },
    () => void end('idle'),
  );
  const server = await serve(
    {
      page,
      sessions,
      onEnter: () => {
        clearTimeout(unvisited);
        idle.touch();
        void launch.remove();
      },
      onCall: idle.touch,
      onLeave: idle.shorten,
    },
    PATIENCE,
  );
  const launch = await writeLaunchFile(
    `http://${server.host}/#launch=${sessions.issueLaunch()}`,
    options.launchFile,
  );
  const unvisited = setTimeout(() => void end('unvisited'), ENTRY_TIME);
  let settle: (why: Ending) => void;
  const ended = new Promise<Ending>((resolve) => (settle = resolve));
  const end = async (why: Ending): Promise<void> => {
    clearTimeout(unvisited);
    idle.stop();
    await Promise.all([launch.remove(), uploads.end(), sessions.end(), server.close()]);
    log.write({ kind: 'end' });
    await log.close();
    settle(why);
  };
  return { host: server.host, launchFile: launch.path, ended, end: () => end('closed') };
}

/** How a web host reaches Agent Connect: keys and secrets are those of the environment, or stay in memory. */
function accessIn(environment: NodeJS.ProcessEnv, testServers: boolean): AgentConnectAccess {
  const given = readCredentials(environment);
  return {
    fetch: proxiedFetch(environment),
    clock: systemClock,
    credentials: createCredentialStore({ disk: null, environment: given.ok ? given.value : null }),
    testServers,
    weakTls: isTlsWeak(environment),
  };
}

/** Makes the host of a page that enters; the services stay from one to the next, as a reload is no farewell. */
function makeHost(options: WebHostOptions, services: HostServices, close: () => void): Host {
  const { userData, access, log } = services;
  return createHost({
    ...services,
    version: options.version,
    desktop: browserDesktop(close),
    recent: createRecentFiles(userData.settings),
    layout: createLayoutStore(userData.settings),
    support: {
      log,
      userData,
      facts: () =>
        diagnose({ ...options, window: 'browser', weakTls: access.weakTls, updates: 'not in a browser' }),
      // A browser keeps nothing of the page but, between two pages, a token.
      clearBrowser: () => Promise.resolve(),
    },
    surroundings: { home: homedir(), current: options.folder, platform: process.platform },
    opening: options.opening,
    // Whoever runs it brings the newer one.
    appUpdates: null,
    // A browser's page has no menu and is not asked to close or to open from outside.
    send: () => undefined,
  });
}

/** What a browser's page can do: it titles itself, and chooses files by itself. */
function browserDesktop(close: () => void): Desktop {
  return {
    dialogs: null,
    editNatively: () => false,
    showInFolder: (path) => runSystemCommand(showCommand(path, process.platform, process.env)),
    // A browser drags no files out of its pages, and opens their links by itself.
    startDrag: () => Promise.resolve(false),
    openPage: () => Promise.resolve(false),
    showDocument: () => undefined,
    showMenu: () => undefined,
    heard: () => undefined,
    // The answer to this call goes out first.
    closeWindow: () => setTimeout(close, 100),
  };
}
