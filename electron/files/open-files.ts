import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { type FileLock, isLocked, lockFile } from './record-log/lock-file.ts';

/** Of a file that could not be claimed, which must not keep anybody from working. */
const UNCLAIMED: FileLock = { release: () => Promise.resolve() };

/**
 * The files that the windows of a user have open, so that no two of them change one. A claim stands in a folder of the
 * user's own: beside the file it would be litter, and many a folder is read-only. What others do is told by the file's
 * version.
 */
export class OpenFiles {
  readonly #folder: string;

  constructor(userData: string) {
    this.#folder = join(userData, 'open-files');
  }

  /** Claims a file until it is let go or this process ends. Fails with `file.openElsewhere`. */
  async claim(path: string): Promise<Result<FileLock, Failure>> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    } catch {
      return success(UNCLAIMED);
    }
    // Another computer that has the same folder may have it open too: nobody could tell here.
    const lock = await lockFile(await this.#placeOf(path), { takeOver: true });
    if (lock.ok) return lock;
    return lock.failure.code === 'record.held' ? elsewhere(path) : success(UNCLAIMED);
  }

  /** Fails with `file.openElsewhere` where a window has the file open; claims nothing. */
  async expectFree(path: string): Promise<Result<null, Failure>> {
    return (await isLocked(await this.#placeOf(path))) ? elsewhere(path) : success(null);
  }

  /** One for each file, by whichever link or spelling it is named. */
  async #placeOf(path: string): Promise<string> {
    const digest = createHash('sha256')
      .update(await realPath(path))
      .digest('hex');
    return join(this.#folder, digest.slice(0, 32));
  }
}

/** A file that is not there yet is where its folder is. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, basename(path));
  }
}

function elsewhere(path: string): Result<never, Failure> {
  return failure(failed('file.openElsewhere', { name: basename(path) }));
}
