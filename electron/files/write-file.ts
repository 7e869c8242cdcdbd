import * as fs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { systemCode, writeFailure, WriteRefusal } from '../system/file-failures.ts';
import { type FileVersion, versionOf } from './file-version.ts';
import { clearLeftovers, temporaryName } from './temporary-files.ts';
import { type FileSystem, flush, unlessUnable, writeAll, writeInPlace } from './write-in-place.ts';

/** How a file is written, and the system that it is written by, which tests replace. */
export interface WriteSettings {
  readonly signal?: AbortSignal | undefined;
  /** Called once when another program has held the file for a second, and it is waited for. */
  readonly onHeld?: (() => void) | undefined;
  /** Writes into the file that is there, which the user asked for: another program does not let it be replaced. */
  readonly inPlace?: boolean | undefined;
  readonly system?: FileSystem;
  readonly platform?: NodeJS.Platform;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Checks the complete new file beside the old one; a failure leaves the old one in place. */
export type Inspect = (temporary: string) => Promise<Failure | null>;

type Surroundings = Required<Pick<WriteSettings, 'system' | 'platform' | 'wait'>> & WriteSettings;

/** A new file is the owner's alone: it holds names, addresses and perhaps passwords. */
const PRIVATE = 0o600;

/** The bits of a mode that let anybody write; Windows' read-only attribute takes all of them away. */
const WRITABLE = 0o222;

/** Milliseconds for which a rename is tried again while a virus scanner, a viewer or Excel has the file open. */
const PATIENCE = 10_000;
/** Milliseconds after which the user is told that it is waited for. */
const UNNOTICED = 1000;

/** How Windows refuses to replace a file that is open; elsewhere a network drive answers EBUSY. */
const HELD_ON_WINDOWS = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Replaces a file's content so that the old bytes or the new ones are there whatever happens, never a mix: a private
 * file beside it is filled, flushed, measured and inspected, then takes its place. A symbolic link's target and the mode
 * are kept. Only regular files are replaced. Answers the version that is in place.
 */
export async function writeFile(
  path: string,
  bytes: Uint8Array,
  inspect: Inspect,
  settings: WriteSettings = {},
): Promise<Result<FileVersion, Failure>> {
  const { system = fs, platform = process.platform, wait = waitFor } = settings;
  const name = basename(path);
  try {
    return await write(path, bytes, inspect, { ...settings, system, platform, wait });
  } catch (error) {
    return failure(writeFailure(error, name));
  }
}

async function write(
  path: string,
  bytes: Uint8Array,
  inspect: Inspect,
  around: Surroundings,
): Promise<Result<FileVersion, Failure>> {
  const { system, inPlace = false } = around;
  const { target, mode } = await findTarget(path, system);
  await clearLeftovers(dirname(target));
  const temporary = join(dirname(target), temporaryName());
  try {
    await fill(temporary, bytes, mode ?? PRIVATE, around);
    const refused = await inspect(temporary);
    if (refused !== null) throw new WriteRefusal(refused);
    if (inPlace && mode !== null) {
      await writeInPlace(target, bytes, system);
      return success(await versionIn(target));
    }
    const version = await versionIn(temporary);
    await replace(temporary, target, around);
    await flushFolder(dirname(target), around);
    return success(version);
  } finally {
    // It is gone where it took the target's place.
    await system.unlink(temporary).catch(() => undefined);
  }
}

interface Target {
  /** Where the file is, symbolic links followed. */
  readonly target: string;
  /** Null where there is no file yet. */
  readonly mode: number | null;
}

async function findTarget(path: string, system: FileSystem): Promise<Target> {
  const name = basename(path);
  const found = await unlessMissing(system.stat(path));
  if (found === null) return { target: await followLink(path, system), mode: null };
  if (found.isDirectory()) throw new WriteRefusal(failed('file.isFolder', { name }));
  if (!found.isFile()) {
    const kind = found.isFIFO() ? 'pipe' : found.isSocket() ? 'socket' : 'device';
    throw new WriteRefusal(failed('write.notAFile', { name, kind }));
  }
  if ((found.mode & WRITABLE) === 0) throw new WriteRefusal(failed('write.readOnly', { name }));
  return { target: await followLink(path, system), mode: found.mode & 0o777 };
}

async function followLink(path: string, system: FileSystem): Promise<string> {
  const found = await unlessMissing(system.lstat(path));
  if (found?.isSymbolicLink() !== true) return path;
  return followLink(resolve(dirname(path), await system.readlink(path)), system);
}

async function fill(
  temporary: string,
  bytes: Uint8Array,
  mode: number,
  { system, platform }: Surroundings,
): Promise<void> {
  const file = await create(temporary, system, platform);
  try {
    await writeAll(file, bytes);
    // Windows keeps no modes: what is not read-only, which was looked for, is writable.
    if (mode !== PRIVATE && platform !== 'win32') await unlessUnable(file.chmod(mode));
    await flush(file);
    const { size } = await file.stat();
    if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes arrived`);
  } finally {
    await file.close();
  }
}

async function create(
  temporary: string,
  system: FileSystem,
  platform: NodeJS.Platform,
): Promise<fs.FileHandle> {
  try {
    return await system.open(temporary, 'wx', PRIVATE);
  } catch (error) {
    const folder = dirname(temporary);
    if (systemCode(error) !== 'ENOENT' || !(await isFolder(folder, system))) throw error;
    // So Windows answers where controlled folder access forbids it: https://github.com/marktext/marktext/issues/2663
    throw platform === 'win32'
      ? new WriteRefusal(failed('write.blocked', { folder: basename(folder) }))
      : new Error('ENOENT');
  }
}

async function replace(
  temporary: string,
  target: string,
  { system, platform, wait, signal, onHeld }: Surroundings,
): Promise<void> {
  for (let waited = 0, next = 20, isTold = false; ; waited += next, next = Math.min(next * 2, 250)) {
    try {
      await system.rename(temporary, target);
      return;
    } catch (error) {
      if (!isHeld(error, platform)) throw error;
      if (waited >= PATIENCE) throw new WriteRefusal(await whyHeld(target, system));
      if (waited >= UNNOTICED && !isTold) {
        isTold = true;
        onHeld?.();
      }
      await wait(next, signal);
    }
  }
}

function isHeld(error: unknown, platform: NodeJS.Platform): boolean {
  const code = systemCode(error) ?? '';
  return code === 'EBUSY' || (platform === 'win32' && HELD_ON_WINDOWS.has(code));
}

/** Why a file cannot be replaced: another program has it open, and perhaps lets it be written into; or nobody may. */
async function whyHeld(target: string, system: FileSystem): Promise<Failure> {
  const name = basename(target);
  try {
    const file = await system.open(target, 'r+');
    await file.close();
    return failed('write.held', { name });
  } catch (error) {
    return failed(systemCode(error) === 'EBUSY' ? 'write.locked' : 'write.notAllowed', { name });
  }
}

/**
 * Flushes the name's change to disk where the system can. The new bytes are in place by now, so that a failure here is
 * not a failure to write.
 */
async function flushFolder(folder: string, { system, platform }: Surroundings): Promise<void> {
  if (platform === 'win32') return;
  const handle = await system.open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close().catch(() => undefined);
}

async function versionIn(path: string): Promise<FileVersion> {
  const version = await versionOf(path);
  if (version === null) throw Object.assign(new Error('the file is gone'), { code: 'ENOENT' });
  return version;
}

async function isFolder(path: string, system: FileSystem): Promise<boolean> {
  return system.stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function unlessMissing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function waitFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { ...(signal && { signal }) });
}
