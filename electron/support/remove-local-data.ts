import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { hasLocksOfOthers, releaseLocksIn } from '../files/record-log/lock-file.ts';
import { reasonOf } from '../system/file-failures.ts';
import { isTemporary } from '../files/temporary-files.ts';
import { MOVING, type UserData } from '../system/user-data.ts';

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
