import { readdir, rm } from 'node:fs/promises';
import { arch, release } from 'node:os';
import { basename, join } from 'node:path';
import type { SUPPORT_CALLS } from '../../shared/contract/app-calls.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import {
  type DiagnosticFacts,
  diagnosticsText,
  LOG_LINES,
  type WindowKind,
} from '../../shared/app/diagnostics.ts';
import { hasLocksOfOthers, releaseLocksIn } from '../files/record-log/lock-file.ts';
import { isTemporary } from '../files/temporary-files.ts';
import { reasonOf } from '../system/file-failures.ts';
import type { OpenedUserData } from '../system/move-to-local.ts';
import type { SupportLog } from '../system/support-log.ts';
import { MOVING, type UserData } from '../system/user-data.ts';
import type { Handlers } from './dispatcher.ts';

/** What a host has for the calls about Rollcall itself. */
export interface Support {
  readonly log: SupportLog;
  readonly userData: UserData;
  facts(): Promise<DiagnosticFacts>;
  /** Removes what the browser around the page keeps, and ends the app when its window is closed. */
  clearBrowser(): Promise<void>;
}

/** What must come to rest before the user's data is removed. */
interface Work {
  isUploading(): boolean;
  /** Lets go of everything on disk; nothing is written there from then on. */
  rest(): Promise<void>;
}

/** Answers the calls about Rollcall itself. */
export function supportHandlers(support: Support, work: Work): Handlers<keyof typeof SUPPORT_CALLS> {
  return {
    'support.diagnostics': async () => {
      const [facts, log] = [await support.facts(), await support.log.tail(LOG_LINES)];
      return success({ text: diagnosticsText(facts, log) });
    },
    'support.removeData': async () => {
      const removed = await remove(support, work);
      return removed.ok ? success({}) : removed;
    },
  };
}

async function remove(support: Support, work: Work): Promise<Result<null, Failure>> {
  if (work.isUploading()) return failure(failed('support.uploading', {}));
  if (await isInUse(support.userData)) return failure(failed('support.inUse', {}));
  await work.rest();
  await support.clearBrowser();
  return removeLocalData(support.userData);
}

/** What only the caller knows of a running Rollcall. */
interface Running {
  readonly version: string;
  readonly window: WindowKind;
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
    window: running.window,
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

/** What Rollcall keeps among the user's data, by name; beside them are only Chromium's own files. */
const KEPT = [
  'drafts',
  'open-files',
  'uploads',
  'organizations',
  'credentials',
  'logs',
  'recent-files.json',
  'column-layout.json',
  'computer-id',
  'window-state.json',
  MOVING,
];

/** Whether another process has a part of what Rollcall keeps among the user's data open. */
export async function isInUse(userData: UserData): Promise<boolean> {
  for (const path of await keptIn(userData)) if (await hasLocksOfOthers(path)) return true;
  return false;
}

/**
 * Removes all that Rollcall keeps among the user's data, in both folders. Fails with `support.notRemoved` where the
 * system does not let something go.
 */
export async function removeLocalData(userData: UserData): Promise<Result<null, Failure>> {
  for (const path of await keptIn(userData)) {
    try {
      await releaseLocksIn(path);
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      return failure(failed('support.notRemoved', { what: basename(path), reason: reasonOf(error) }));
    }
  }
  return success(null);
}

/** With what was put beside: half written, or set aside because it could not be read. */
async function keptIn({ settings, local }: UserData): Promise<string[]> {
  const found = await Promise.all([...new Set([settings, local])].map(keptInFolder));
  return found.flat();
}

async function keptInFolder(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => isTemporary(name) || KEPT.some((kept) => name === kept || name.startsWith(`${kept}.`)))
    .map((name) => join(folder, name));
}
