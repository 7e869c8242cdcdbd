import type { Failure } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import type { OpenFiles } from '../files/open-files.ts';
import type { FileLock } from '../files/record-log/lock-file.ts';
import type { KnownFile } from './known-files.ts';

/** The files that a window has claimed. */
export interface HeldFiles {
  /** Claims a file, once however often it is asked to. Fails with `file.openElsewhere`. */
  hold(file: KnownFile): Promise<Result<FileLock, Failure>>;
  /** Lets go all but one. */
  keepOnly(file: KnownFile | null): Promise<void>;
  /** Works on a file that nobody else may open meanwhile. Fails with `file.openElsewhere`, and then does nothing. */
  during<Value>(
    file: KnownFile,
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>>;
}

/** None yet. */
export function createHeldFiles(openFiles: OpenFiles): HeldFiles {
  const held = new Map<string, Promise<Result<FileLock, Failure>>>();
  const hold = async ({ path }: KnownFile): Promise<Result<FileLock, Failure>> => {
    const claim = held.get(path) ?? openFiles.claim(path);
    held.set(path, claim);
    const claimed = await claim;
    if (!claimed.ok && held.get(path) === claim) held.delete(path);
    return claimed;
  };
  const letGo = async (path: string): Promise<void> => {
    const claim = held.get(path);
    held.delete(path);
    const claimed = await claim;
    if (claimed?.ok === true) await claimed.value.release();
  };
  return {
    hold,
    keepOnly: async (file) => {
      for (const path of [...held.keys()]) if (path !== file?.path) await letGo(path);
    },
    during: async (file, work) => {
      const isHeld = held.has(file.path);
      const claimed = isHeld ? await hold(file) : await openFiles.claim(file.path);
      if (!claimed.ok) return claimed;
      try {
        return await work();
      } finally {
        if (!isHeld) await claimed.value.release();
      }
    },
  };
}
