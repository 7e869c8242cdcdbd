import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { parseJson } from '../../../shared/text/plain-text.ts';
import { systemCode, writeFailure } from '../../system/file-failures.ts';
import { lockHandle } from '../../system/system-programs.ts';
import { isRunning, thisComputer } from '../../system/this-computer.ts';

/** A file that nobody else opens for writing until it is released, or this process ends. */
export interface FileLock {
  release(): Promise<void>;
}

interface LockOptions {
  /** Whether to lock a file that was last used on another computer, where it may still be open. */
  readonly takeOver?: boolean;
}

const ENDING = '.lock';

/** Who has, or had, a file: for people of other computers that share its folder. The lock is the handle, not this. */
const user = z.object({ id: z.string(), name: z.string() });

/**
 * Opens a file for one handle alone, in the one call, where the system can. O_EXLOCK of macOS' fcntl.h, and
 * UV_FS_O_EXLOCK of libuv (include/uv/win.h), which shares a file with nobody; Node hands both on, but names neither.
 */
const ALONE = new Map<NodeJS.Platform, number>([
  ['darwin', 0x20 | constants.O_NONBLOCK],
  ['win32', 0x10000000],
]);
/** What is answered where another handle has the file. */
const TAKEN: ReadonlySet<string | undefined> = new Set(['EAGAIN', 'EBUSY']);

/** A lock may be held for a moment only, by a process that looks whether it is. */
const TRIES = 4;

/** The locks of this process, by their files. None is collected as garbage from here, which would close its handle. */
const own = new Map<string, fs.FileHandle>();

/**
 * Locks a file for this process, by a file beside it that stays open: the system closes it when the process ends, however
 * it does. Fails with `record.held`, and with `record.heldElsewhere` where it was left on another computer.
 */
export async function lockFile(path: string, how: LockOptions = {}): Promise<Result<FileLock, Failure>> {
  const name = basename(path);
  try {
    const claim = await olderClaim(path, how);
    if (claim !== null) return failure(failed('record.heldElsewhere', { name, ...claim }));
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const handle = await openAlone(path + ENDING, constants.O_CREAT);
      if (handle !== null) return await take(path, handle, how);
      // Stryker disable next-line ArithmeticOperator: any short pause will do
      await wait(15 + Math.random() * 45);
    }
    return failure(failed('record.held', { name }));
  } catch (error) {
    return failure(writeFailure(error, name));
  }
}

/** Whether a file is locked now, by this process or another. */
export function isLocked(path: string): Promise<boolean> {
  return isTaken(path + ENDING);
}

/** Whether another process has locked a file of a folder. */
export async function hasLocksOfOthers(folder: string): Promise<boolean> {
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const lock = join(folder, name);
    if (name.endsWith(ENDING) && !own.has(lock) && (await isTaken(lock))) return true;
  }
  return false;
}

/** Gives up the locks of this process on the files of a folder: Windows removes no file that is open for one handle alone. */
export async function releaseLocksIn(folder: string): Promise<void> {
  for (const [lock, handle] of own) {
    if (dirname(lock) !== folder) continue;
    own.delete(lock);
    await letGo(lock, handle);
  }
}

/** Writes down who has the file now, unless it was left by another computer. */
async function take(
  path: string,
  handle: fs.FileHandle,
  { takeOver = false }: LockOptions,
): Promise<Result<FileLock, Failure>> {
  const lock = path + ENDING;
  const self = thisComputer();
  try {
    const last = user.safeParse(parseJson(await handle.readFile('utf8')));
    if (last.success && last.data.id !== self.id && !takeOver) {
      await handle.close();
      const computer = last.data.name;
      return failure(
        failed('record.heldElsewhere', { name: basename(path), computer, lock: basename(lock) }),
      );
    }
    await handle.truncate();
    await handle.write(JSON.stringify(self), 0);
  } catch (error) {
    await letGo(lock, handle);
    throw error;
  }
  own.set(lock, handle);
  return success({
    release: async () => {
      if (own.get(lock) !== handle) return;
      own.delete(lock);
      await letGo(lock, handle);
    },
  });
}

/** Removes the file while it is still locked, which Windows does not do. A file that stays is nobody's all the same. */
async function letGo(lock: string, handle: fs.FileHandle): Promise<void> {
  if (process.platform === 'win32') await handle.close();
  await fs.rm(lock, { force: true }).catch(() => undefined);
  if (process.platform !== 'win32') await handle.close();
}

/** Null where another handle has the file. */
async function openAlone(lock: string, create: number): Promise<fs.FileHandle | null> {
  for (;;) {
    const handle = await open(lock, create | constants.O_RDWR | (ALONE.get(process.platform) ?? 0));
    if (handle === null) return null;
    try {
      if (!ALONE.has(process.platform) && !(await lockHandle(handle.fd))) {
        await handle.close();
        return null;
      }
      if (await isThere(lock, handle)) return handle;
    } catch (error) {
      await handle.close();
      throw error;
    }
    // Its last holder removed it after it was opened here: the lock is that of a file without a name.
    await handle.close();
  }
}

async function open(lock: string, flags: number): Promise<fs.FileHandle | null> {
  try {
    return await fs.open(lock, flags, 0o600);
  } catch (error) {
    if (TAKEN.has(systemCode(error))) return null;
    throw error;
  }
}

/** Windows removes no file that is open for one handle alone. */
async function isThere(lock: string, handle: fs.FileHandle): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const [opened, found] = [await handle.stat({ bigint: true }), await statOf(lock)];
  return found?.ino === opened.ino && found.dev === opened.dev;
}

function statOf(lock: string) {
  return fs.stat(lock, { bigint: true }).catch(() => null);
}

async function isTaken(lock: string): Promise<boolean> {
  try {
    const handle = await openAlone(lock, 0);
    await handle?.close();
    return handle === null;
  } catch {
    // Not there, or not ours.
    return false;
  }
}

/** What Rollcall 0.1 kept beside a file for each process that had it: the number of a process, and the computer's name. */
const older = z.object({ process: z.number(), computer: z.string() });

/** The claim of an older Rollcall that may still run; those that cannot are removed, and all are where it is taken over. */
async function olderClaim(
  path: string,
  { takeOver = false }: LockOptions,
): Promise<{ readonly computer: string; readonly lock: string } | null> {
  const start = `${basename(path)}${ENDING}-`;
  for (const name of await fs.readdir(dirname(path))) {
    if (!name.startsWith(start)) continue;
    const file = join(dirname(path), name);
    const claim = older.safeParse(parseJson(await fs.readFile(file, 'utf8').catch(() => '')));
    const isOver = !claim.success || (claim.data.computer === hostname() && !isRunning(claim.data.process));
    if (!takeOver && !isOver) return { computer: claim.data.computer, lock: name };
    await fs.rm(file, { force: true });
  }
  return null;
}
