import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { isRunning } from '../system/this-computer.ts';
import type { Handlers } from './dispatcher.ts';
import { type KnownFile, type KnownFiles, toFileName } from './known-files.ts';

/** Megabytes of a dropped file; a little above what can be opened, so that the reader says what is too large. */
const MAX_MEGABYTES = 512;
const MEGABYTE = 1 << 20;

/** Answers the calls that hand over a file dropped on a page; `folder` is null where the window's drops have paths. */
export function dropHandlers(
  files: KnownFiles,
  folder: DropFolder | null,
): Handlers<'drop.begin' | 'drop.append'> {
  const sizes = new Map<KnownFile, number>();
  return {
    'drop.begin': async ({ name }) => {
      if (folder === null) return failure(failed('call.unavailable', { what: 'Handing over a file' }));
      const path = await folder.place(toFileName(name));
      await writeFile(path, '', { flag: 'wx', mode: 0o600 });
      const { file, ref } = files.at(path, true);
      sizes.set(file, 0);
      return success({ file: ref });
    },
    'drop.append': async ({ file: handle, base64 }) => {
      const file = files.get(handle);
      if (!file.ok) return file;
      const size = sizes.get(file.value);
      if (size === undefined) return failure(failed('call.refused', { what: 'drop.append: file' }));
      const bytes = Buffer.from(base64, 'base64');
      const fits = roomFor(file.value, size + bytes.length);
      if (!fits.ok) return fits;
      sizes.set(file.value, size + bytes.length);
      await appendFile(file.value.path, bytes);
      return success({});
    },
  };
}

function roomFor(file: KnownFile, size: number): Result<null, Failure> {
  if (size <= MAX_MEGABYTES * MEGABYTE) return success(null);
  const megabytes = Math.ceil(size / MEGABYTE);
  return failure(failed('file.tooLarge', { name: file.name, megabytes, most: MAX_MEGABYTES }));
}

const PREFIX = 'rollcall-drop-';

/** A private folder for copies of dropped files, made when the first one comes. */
interface DropFolder {
  /** The path for a copy of this name, in a folder of its own. */
  place(name: string): Promise<string>;
  /** Removes all copies. */
  remove(): Promise<void>;
  /** Removes the copies of processes that died without doing so. */
  clearLeftovers(): Promise<void>;
}

/** No folder yet. */
export function createDropFolder(parent = tmpdir()): DropFolder {
  let folder: Promise<string> | null = null;
  let count = 0;
  // For its owner alone (0700).
  const make = (): Promise<string> => mkdtemp(join(parent, `${PREFIX}${process.pid}-`));
  return {
    async place(name) {
      const own = join(await (folder ??= make()), String(++count));
      await mkdir(own, { mode: 0o700 });
      return join(own, name);
    },
    async remove() {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
      folder = null;
    },
    clearLeftovers: () => sweep(parent),
  };
}

async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    // Another user's folder cannot be removed, and is not ours to.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
