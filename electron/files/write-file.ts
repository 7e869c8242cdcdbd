import * as fs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Failure } from '../../shared/failures.ts';
import { failure, type Result } from '../../shared/result.ts';
import { systemCode } from './system-error.ts';
import { clearLeftovers, temporaryName } from './temporary-files.ts';
import { writeFailure } from './write-failure.ts';

/** The file-system calls that writing needs, so that tests can make the nth of them fail. */
export type FileSystem = Pick<typeof fs, 'lstat' | 'open' | 'readlink' | 'rename' | 'stat' | 'unlink'>;

/** A new file is the owner's alone: it holds names, addresses and perhaps passwords. */
const PRIVATE = 0o600;

/** How long a rename is tried again on Windows, where a virus scanner may hold the file for a moment. */
const RENAME_PATIENCE = 2000;
const HELD_BY_SCANNER = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Looks at the complete new file beside the old one; a failure leaves the old one in place. */
export type Inspect<Found> = (temporary: string) => Promise<Result<Found, Failure>>;

/**
 * Replaces a file's content so that the old bytes or the new ones are there whatever happens, never a mix: a private
 * file beside it is filled, flushed, measured and inspected, then takes its place. A symbolic link's target and the mode
 * are kept.
 */
export async function writeFile<Found>(
  path: string,
  bytes: Uint8Array,
  inspect: Inspect<Found>,
  system: FileSystem = fs,
): Promise<Result<Found, Failure>> {
  try {
    const target = await followLink(path, system);
    const mode = await modeOf(target, system);
    let inspected: Result<Found, Failure>;
    await clearLeftovers(dirname(target));
    const temporary = join(dirname(target), temporaryName());
    try {
      await fill(temporary, bytes, mode, system);
      inspected = await inspect(temporary);
      await (inspected.ok ? replace(temporary, target, system) : system.unlink(temporary));
    } catch (error) {
      await system.unlink(temporary).catch(() => undefined);
      throw error;
    }
    if (inspected.ok) await flushFolder(dirname(target), system);
    return inspected;
  } catch (error) {
    return failure(writeFailure(error, basename(path)));
  }
}

async function followLink(path: string, system: FileSystem): Promise<string> {
  const found = await unlessMissing(system.lstat(path));
  if (found?.isSymbolicLink() !== true) return path;
  return followLink(resolve(dirname(path), await system.readlink(path)), system);
}

async function modeOf(target: string, system: FileSystem): Promise<number> {
  const found = await unlessMissing(system.stat(target));
  if (found?.isDirectory() === true) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  return found === null ? PRIVATE : found.mode & 0o777;
}

async function fill(temporary: string, bytes: Uint8Array, mode: number, system: FileSystem): Promise<void> {
  const file = await system.open(temporary, 'wx', PRIVATE);
  try {
    // A write may take only part of the bytes; a disk that takes none is full, whatever it answers.
    for (let written = 0; written < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, written, bytes.length - written);
      if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
      written += bytesWritten;
    }
    if (mode !== PRIVATE) await file.chmod(mode);
    await file.sync();
    const { size } = await file.stat();
    if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes arrived`);
  } finally {
    await file.close();
  }
}

async function replace(temporary: string, target: string, system: FileSystem): Promise<void> {
  for (let waited = 0, pause = 20; ; waited += pause, pause = Math.min(pause * 2, 250)) {
    try {
      await system.rename(temporary, target);
      return;
    } catch (error) {
      const held = process.platform === 'win32' && HELD_BY_SCANNER.has(systemCode(error) ?? '');
      if (!held || waited >= RENAME_PATIENCE) throw error;
      await wait(pause);
    }
  }
}

/**
 * Flushes the name's change to disk where the system can. The new bytes are in place by now, so that a failure here is
 * not a failure to write.
 */
async function flushFolder(folder: string, system: FileSystem): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await system.open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close().catch(() => undefined);
}

async function unlessMissing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}
