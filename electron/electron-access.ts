import { join } from 'node:path';
import { net, safeStorage } from 'electron';
import { success } from '../shared/result.ts';
import { systemClock } from './agent-connect/client/system-clock.ts';
import { createCredentialStore } from './agent-connect/credentials/credential-store.ts';
import type { AgentConnectAccess } from './organization/agent-connect-access.ts';

/** How the app reaches Agent Connect, with keys and secrets in a folder of the user's data where they are protected. */
export function electronAccess(userData: string): AgentConnectAccess {
  const disk = { folder: join(userData, 'credentials'), protection: safeStorage };
  return {
    // Chromium's, which knows the system's proxies and certificates, and looks at them whatever Node is told.
    fetch: success((address, options) => net.fetch(address, options)),
    clock: systemClock,
    credentials: createCredentialStore({ disk, environment: null }),
    testServers: process.argv.includes('--allow-test-server'),
    weakTls: false,
  };
}
