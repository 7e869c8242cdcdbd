import { join } from 'node:path';
import { net, powerSaveBlocker, safeStorage, session } from 'electron';
import type { UpdateChannel } from '../../shared/app/update-channel.ts';
import { success } from '../../shared/failures/result.ts';
import { systemClock } from '../agent-connect/client/connection.ts';
import { type ConnectionRoom, unrepeatedFetch } from '../agent-connect/client/unrepeated-fetch.ts';
import { createCredentialStore } from '../agent-connect/credentials/credential-store.ts';
import type { AppUpdates } from '../app-update/app-updates.ts';
import { openAppUpdates } from '../app-update/open-app-updates.ts';
import { DraftStore } from '../drafts/draft-store.ts';
import { OpenFiles } from '../files/open-files.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import { createOrganizationStore, type OrganizationStore } from '../organization/organization-store.ts';
import type { OpenedUserData } from '../system/move-to-local.ts';
import { createSupportLog, reportTo, type SupportLog, type Report } from '../system/support-log.ts';
import { makeUploads } from '../uploads/make-uploads.ts';
import { USUAL_LIMITS } from '../uploads/upload-limits.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { WindowStateStore } from './window-state.ts';

/** What outlives a window of the app. */
export interface AppServices {
  readonly userData: OpenedUserData;
  readonly access: AgentConnectAccess;
  readonly organizations: OrganizationStore;
  readonly uploads: Uploads;
  readonly drafts: DraftStore;
  readonly openFiles: OpenFiles;
  readonly windowState: WindowStateStore;
  readonly log: SupportLog;
  readonly report: Report;
  readonly channel: UpdateChannel;
  /** Null where the channel is off. */
  readonly appUpdates: AppUpdates | null;
}

/** Makes the app's services over the user's data; newer versions are looked for in the channel. */
export function makeAppServices(userData: OpenedUserData, channel: UpdateChannel): AppServices {
  const { local } = userData;
  const access = electronAccess(local);
  const organizations = createOrganizationStore(userData);
  const log = createSupportLog(local);
  const report = reportTo(log);
  const onBug = (error: unknown): void => {
    report('upload', error);
  };
  const uploads = makeUploads(local, organizations, access, USUAL_LIMITS, onBug, keepAwake);
  return {
    ...{ userData, access, organizations, uploads },
    drafts: new DraftStore(local, safeStorage),
    openFiles: new OpenFiles(local),
    windowState: new WindowStateStore(local),
    ...{ log, report, channel },
    appUpdates: openAppUpdates(channel, log),
  };
}

/** Keeps the computer, though not its screen, from going to sleep by itself until the answered function is called. */
export function keepAwake(): () => void {
  const id = powerSaveBlocker.start('prevent-app-suspension');
  return () => {
    powerSaveBlocker.stop(id);
  };
}

/** How the app reaches Agent Connect, with keys and secrets in the local folder where they are protected. */
export function electronAccess(local: string): AgentConnectAccess {
  const disk = { folder: join(local, 'credentials'), protection: safeStorage };
  return {
    // Chromium's, which knows the system's proxies and certificates, and checks them whatever Node is told.
    fetch: success(unrepeatedFetch((address, options) => net.fetch(address, options), makeRooms())),
    clock: systemClock,
    credentials: createCredentialStore({ disk, environment: null }),
    testServers: process.argv.includes('--allow-test-server'),
    weakTls: false,
  };
}

/** Sessions in memory, which have their connections to themselves. */
function makeRooms(): () => ConnectionRoom {
  let made = 0;
  return () => {
    const room = session.fromPartition(`agent-connect-${(made += 1)}`, { cache: false });
    return {
      fetch: (address, options) => room.fetch(address, options),
      closeAllConnections: () => room.closeAllConnections(),
    };
  };
}
