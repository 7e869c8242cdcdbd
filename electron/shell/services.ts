import { join } from 'node:path';
import { net, powerSaveBlocker, safeStorage, session } from 'electron';
import type { UpdateChannel } from '../../shared/app/update-channel.ts';
import { success } from '../../shared/failures/result.ts';
import { systemClock } from '../agent-connect/client/connection.ts';
import { type ConnectionRoom, unrepeatedFetch } from '../agent-connect/client/unrepeated-fetch.ts';
import { createCredentialStore } from '../agent-connect/credentials/credential-store.ts';
import type { AppUpdates } from '../app-update/app-updates.ts';
import { openAppUpdates } from '../app-update/open-app-updates.ts';
import { type HostServices, makeHostServices } from '../host/services.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import type { OpenedUserData } from '../system/move-to-local.ts';
import { USUAL_LIMITS } from '../uploads/upload-limits.ts';
import { WindowStateStore } from './window-state.ts';

/** What outlives a window of the app. */
export interface AppServices extends HostServices {
  readonly windowState: WindowStateStore;
  readonly channel: UpdateChannel;
  /** Null where the channel is off. */
  readonly appUpdates: AppUpdates | null;
}

/** Makes the app's services over the user's data; newer versions are looked for in the channel. */
export function makeAppServices(userData: OpenedUserData, channel: UpdateChannel): AppServices {
  const { local } = userData;
  const access = electronAccess(local);
  const services = makeHostServices(userData, {
    ...{ access, keepAwake },
    limits: USUAL_LIMITS,
    protection: safeStorage,
  });
  return {
    ...services,
    windowState: new WindowStateStore(local),
    channel,
    appUpdates: openAppUpdates(channel, services.log),
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
