import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../system/this-computer.ts';

const PREFIX = 'rollcall-drop-';

/** A private folder for copies of dropped files, made when the first one comes. */
export interface DropFolder {
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
