import { readdir } from 'node:fs/promises';
import { arch, release } from 'node:os';
import { join } from 'node:path';
import type { Door } from '../../shared/support/log-entry.ts';
import type { DiagnosticFacts } from '../../shared/support/diagnostics.ts';
import type { OpenedUserData } from '../system/move-to-local.ts';

/** What only the caller knows of a running Rollcall. */
export interface Running {
  readonly version: string;
  readonly door: Door;
  readonly userData: OpenedUserData;
  /** Whether organizations may be at a test server on this computer. */
  readonly testServers: boolean;
  /** Whether certificates are not looked at. */
  readonly weakTls: boolean;
  /** Whether newer versions are looked for, or why not. */
  readonly updates: string;
}

/** Gathers what is told to support. */
export async function diagnose(running: Running): Promise<DiagnosticFacts> {
  const { electron, chrome, node } = process.versions;
  const isSet = (...names: string[]): string => (names.some((name) => process.env[name]) ? 'yes' : 'no');
  const { settings, local, note } = running.userData;
  const count = async (folder: string, name: RegExp): Promise<number> => {
    const names = await readdir(folder).catch(() => []);
    return names.filter((one) => name.test(one)).length;
  };
  return {
    version: running.version,
    door: running.door,
    system: `${process.platform} ${release()} ${arch()}`,
    runtime: { ...(electron && { electron }), ...(chrome && { chrome }), node },
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    settings: {
      'test servers': running.testServers ? 'allowed' : 'refused',
      certificates: running.weakTls ? 'not checked' : 'checked',
      'proxy in the environment': isSet('HTTPS_PROXY', 'https_proxy'),
      'own data folder': isSet('ROLLCALL_USER_DATA'),
      ...(note !== null && { 'local data': note }),
      updates: running.updates,
    },
    kept: {
      organizations: await count(join(settings, 'organizations'), /^[0-9a-f]+\.json$/),
      'unsaved rosters': await count(join(local, 'drafts'), /\.jsonl$/),
      uploads: await count(join(local, 'uploads'), /\.jsonl$/),
    },
  };
}
