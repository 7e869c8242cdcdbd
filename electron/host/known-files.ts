import { homedir } from 'node:os';
import { basename, dirname, sep } from 'node:path';
import type { FileRef } from '../../shared/contract/call.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { FileVersion } from '../files/file-version.ts';
import type { OpenFiles } from '../files/open-files.ts';
import type { FileLock } from '../files/record-log/lock-file.ts';
import { createHandles } from '../system/handles.ts';

/** A file that the window has a handle of. */
export interface KnownFile {
  readonly path: string;
  readonly name: string;
  /** Whether it is a copy of what was dropped on a page: it can be read, and nobody would find it if written to. */
  readonly dropped: boolean;
  /** As it was when it was last read or written here; null when it never was. */
  version: FileVersion | null;
}

/** The files of one window, each under one handle however often it is met. */
export interface KnownFiles {
  /** The file at an absolute path, known from now on. */
  at(path: string, dropped?: boolean): { file: KnownFile; ref: FileRef };
  /** The file of a handle, or `call.stale`. */
  get(handle: string): Result<KnownFile, Failure>;
  ref(file: KnownFile): FileRef;
}

/** No files yet. */
export function createKnownFiles(): KnownFiles {
  const files = createHandles<KnownFile>();
  const handles = new Map<string, string>();
  const ref = (file: KnownFile): FileRef => {
    const handle = handles.get(file.path) ?? files.add(file);
    handles.set(file.path, handle);
    return { handle, name: file.name, folder: file.dropped ? '' : shownFolder(dirname(file.path)) };
  };
  return {
    ref,
    at(path, dropped = false) {
      const known = files.get(handles.get(path) ?? '');
      const file = known ?? { path, name: basename(path), dropped, version: null };
      return { file, ref: ref(file) };
    },
    get(handle) {
      const file = files.get(handle);
      return file === undefined ? failure(failed('call.stale', { what: 'This file' })) : success(file);
    },
  };
}

/** A folder's path for showing: below the own home folder it begins with `~`, but not on Windows, where nobody knows it. */
export function shownFolder(path: string, home = homedir()): string {
  if (sep === '\\') return path;
  return path === home || path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}

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

const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether a text can be the name of a file on every system, and is no way into another folder.
 * Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function isFileName(name: string): boolean {
  return name !== '' && name.search(FORBIDDEN) === -1 && !RESERVED.test(name) && !/[. ]$/.test(name);
}

/** A text as the name of a file: what no system allows in one becomes `_`. */
export function toFileName(text: string): string {
  const name = text.replace(FORBIDDEN, '_').replace(/[. ]+$/, '_');
  return isFileName(name) ? name : `_${name}`;
}
