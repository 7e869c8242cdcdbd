import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Openable } from '../../shared/contract.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, success, type Result } from '../../shared/failures/result.ts';
import { isOpenable } from './openable-files.ts';

/** Something in a folder that the window's chooser shows. */
export interface FolderItem {
  readonly path: string;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** Bytes; 0 for a folder. */
  readonly size: number;
  /** ISO date and time. */
  readonly modified: string;
}

const AT_ONCE = 64;
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * The folders and the files of a folder that are opened for something, folders first, each by name, nothing hidden.
 * What cannot be looked at (a broken link) is left out. Fails with `file.notFound`, `file.notAllowed` or
 * `file.readFailed`.
 */
export async function readFolder(path: string, what: Openable): Promise<Result<FolderItem[], Failure>> {
  let names: Dirent[];
  try {
    names = await readdir(path, { withFileTypes: true });
  } catch (error) {
    return failure(folderFailure(path, error));
  }
  const shown = names.filter(
    (entry) => !entry.name.startsWith('.') && (mayBeFolder(entry) || isOpenable(entry.name, what)),
  );
  const items: FolderItem[] = [];
  for (let from = 0; from < shown.length; from += AT_ONCE) {
    const part = shown.slice(from, from + AT_ONCE);
    const found = await Promise.all(part.map((entry) => readItem(path, entry.name, what)));
    items.push(...found.filter((item) => item !== null));
  }
  return success(items.sort(foldersFirst));
}

function mayBeFolder(entry: Dirent): boolean {
  return entry.isDirectory() || entry.isSymbolicLink();
}

async function readItem(folder: string, name: string, what: Openable): Promise<FolderItem | null> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  const modified = found.mtime.toISOString();
  if (found.isDirectory()) return { path, name, kind: 'folder', size: 0, modified };
  if (!found.isFile() || !isOpenable(name, what)) return null;
  return { path, name, kind: 'file', size: found.size, modified };
}

function foldersFirst(a: FolderItem, b: FolderItem): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return byName.compare(a.name, b.name);
}

function folderFailure(path: string, error: unknown): Failure {
  const name = basename(path) || path;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return failed('file.notFound', { name });
  if (code === 'EACCES' || code === 'EPERM') return failed('file.notAllowed', { name });
  return failed('file.readFailed', { name, reason: code });
}
