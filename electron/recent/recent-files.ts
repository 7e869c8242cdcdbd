import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { failed, type Failure } from '../../shared/failures.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const recentFile = z.object({ path: z.string(), openedAt: z.iso.datetime() });
/** A file that was open before: an absolute path, and when (ISO date and time). */
export type RecentFile = z.infer<typeof recentFile>;

/** The files that were open before, the latest first. */
export interface RecentFiles {
  /** Those that are still there. */
  list(): Promise<RecentFile[]>;
  /** Puts a file first. A list that cannot be written stays as it was: it is a convenience. */
  add(path: string): Promise<void>;
  clear(): Promise<Result<null, Failure>>;
}

const MOST = 10;

/** The list that is kept in a folder of the user's data, made for its owner alone when it is missing. */
export function createRecentFiles(folder: string, now: () => Date = () => new Date()): RecentFiles {
  const path = join(folder, 'recent-files.json');
  // Changes follow each other: two at once would lose one.
  let last: Promise<unknown> = Promise.resolve();
  return {
    async list() {
      await last;
      const files = await read(path);
      const there = await Promise.all(files.map((file) => isThere(file.path)));
      return files.filter((_, index) => there[index]);
    },
    async add(added) {
      const change = async (): Promise<void> => {
        const others = (await read(path)).filter((file) => file.path !== added);
        const files = [{ path: added, openedAt: now().toISOString() }, ...others].slice(0, MOST);
        await writeJsonFile(path, files);
      };
      last = last.then(change).catch(() => undefined);
      await last;
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

async function read(path: string): Promise<RecentFile[]> {
  const list = await readJsonFile(path, z.array(recentFile));
  return list?.slice(0, MOST) ?? [];
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
