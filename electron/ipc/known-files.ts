import { homedir } from 'node:os';
import { basename, dirname, sep } from 'node:path';
import type { FileRef } from '../../shared/contract.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, success, type Result } from '../../shared/failures/result.ts';
import type { FileVersion } from '../files/file-version.ts';
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
