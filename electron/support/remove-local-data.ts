import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Failure } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { hasLocksOfOthers, releaseLocksIn } from '../files/record-log/lock-file.ts';
import { reasonOf } from '../files/system-error.ts';
import { isTemporary } from '../files/temporary-files.ts';

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
];

/** Whether another process has a part of what Rollcall keeps in a folder of the user's data open. */
export async function isInUse(userData: string): Promise<boolean> {
  for (const name of await keptIn(userData)) if (await hasLocksOfOthers(join(userData, name))) return true;
  return false;
}

/**
 * Removes all that Rollcall keeps in a folder of the user's data. Fails with `support.notRemoved` where the system does
 * not let something go.
 */
export async function removeLocalData(userData: string): Promise<Result<null, Failure>> {
  for (const name of await keptIn(userData)) {
    const path = join(userData, name);
    try {
      await releaseLocksIn(path);
      await rm(path, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      return failure(failed('support.notRemoved', { what: name, reason: reasonOf(error) }));
    }
  }
  return success(null);
}

/** With what was put beside: half written, or set aside because it could not be read. */
async function keptIn(userData: string): Promise<string[]> {
  const names = await readdir(userData).catch(() => []);
  return names.filter(
    (name) => isTemporary(name) || KEPT.some((kept) => name === kept || name.startsWith(`${kept}.`)),
  );
}
