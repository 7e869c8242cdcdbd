import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';
import type { Handlers } from './dispatcher.ts';
import type { KnownFiles } from './known-files.ts';

const recentFile = z.object({ path: z.string(), openedAt: z.iso.datetime() });
/** A file that was open before: an absolute path, and when (ISO date and time). */
type RecentFile = z.infer<typeof recentFile>;

/** The files that were open before, the latest first. */
export interface RecentFiles {
  /**
   * All of them, asking nothing of the disks that they are on: a share that cannot be reached answers after most of a
   * minute, and while a few are asked for at once, the process has no thread left to read any file.
   */
  list(): Promise<RecentFile[]>;
  /** Whether what was kept made no sense and was set aside, since this was last asked. */
  takeSetAside(): boolean;
  /** Puts a file first. A list that cannot be written stays as it was: it is a convenience. */
  add(path: string): Promise<void>;
  /** Forgets a file that was not found, where its folder is there and does not have it: a share may come back. */
  forget(path: string): Promise<void>;
  clear(): Promise<Result<null, Failure>>;
}

const MAX_FILES = 10;

/** Before it named its version, the list was the whole file. */
const KIND = {
  version: 1,
  schema: z.union([
    z.array(recentFile),
    z.strictObject({ version: z.literal(1), files: z.array(recentFile) }).transform(({ files }) => files),
  ]),
};

/** The list that is kept in a folder of the user's data, made for its owner alone when it is missing. */
export function createRecentFiles(folder: string, now: () => Date = () => new Date()): RecentFiles {
  const path = join(folder, 'recent-files.json');
  // Changes follow each other: two at once would lose one.
  let last: Promise<unknown> = Promise.resolve();
  let isSetAside = false;
  const read = async (): Promise<RecentFile[]> => {
    const found = await readJsonFile(path, KIND);
    if (!found.ok) throw new Error(found.failure.code);
    isSetAside ||= found.value.setAside;
    return found.value.value?.slice(0, MAX_FILES) ?? [];
  };
  const change = async (make: (files: RecentFile[]) => RecentFile[]): Promise<void> => {
    last = last
      .then(async () => writeJsonFile(path, KIND, { files: make(await read()) }))
      .catch(() => undefined);
    await last;
  };
  const without = (gone: string) => (files: RecentFile[]) => files.filter((file) => file.path !== gone);
  return {
    async list() {
      await last;
      return read().catch(() => []);
    },
    takeSetAside() {
      const was = isSetAside;
      isSetAside = false;
      return was;
    },
    async add(added) {
      const first = { path: added, openedAt: now().toISOString() };
      await change((files) => [first, ...without(added)(files)].slice(0, MAX_FILES));
    },
    async forget(gone) {
      const names = await readdir(dirname(gone)).catch(() => null);
      if (names?.includes(basename(gone)) === false) await change(without(gone));
    },
    async clear() {
      await last;
      try {
        await rm(path, { force: true });
        return success(null);
      } catch {
        return failure(failed('write.notAllowed', { name: 'recent-files.json' }));
      }
    },
  };
}

/** Answers the calls about the files that were open before. */
export function recentHandlers(
  recent: RecentFiles,
  files: KnownFiles,
): Handlers<'recent.list' | 'recent.clear'> {
  return {
    'recent.list': async () => {
      const found = await recent.list();
      return success({
        files: found.map(({ path, openedAt }) => ({ ...files.at(path).ref, openedAt })),
        setAside: recent.takeSetAside(),
      });
    },
    'recent.clear': async () => {
      const cleared = await recent.clear();
      return cleared.ok ? success({}) : cleared;
    },
  };
}
