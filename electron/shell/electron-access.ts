import { join } from 'node:path';
import { net, safeStorage, session } from 'electron';
import { success } from '../../shared/result.ts';
import { systemClock } from '../agent-connect/client/system-clock.ts';
import { type ConnectionRoom, unrepeatedFetch } from '../agent-connect/client/unrepeated-fetch.ts';
import { createCredentialStore } from '../agent-connect/credentials/credential-store.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';

/** How the app reaches Agent Connect, with keys and secrets in a folder of the user's data where they are protected. */
export function electronAccess(userData: string): AgentConnectAccess {
  const disk = { folder: join(userData, 'credentials'), protection: safeStorage };
  return {
    // Chromium's, which knows the system's proxies and certificates, and looks at them whatever Node is told.
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
