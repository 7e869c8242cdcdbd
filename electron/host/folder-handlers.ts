import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Openable } from '../../shared/contract/file-calls.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { readFailure } from '../system/file-failures.ts';
import { createHandles, type Handles } from '../system/handles.ts';
import { isOpenable } from './desktop.ts';
import type { Answer, Handlers } from './dispatcher.ts';
import { isFileName, type KnownFiles, shownFolder } from './known-files.ts';

/** Where a window's own chooser begins. */
export interface Surroundings {
  readonly home: string;
  /** The folder in which the app was started. */
  readonly current: string;
  readonly platform: NodeJS.Platform;
}

/** Answers the calls of a chooser that the window shows itself; refuses them where the system has its own. */
export function folderHandlers(
  files: KnownFiles,
  surroundings: Surroundings | null,
): Handlers<'folder.list' | 'folder.target'> {
  const folders = createFolders();
  let last = surroundings?.current ?? '';
  return {
    'folder.list': async ({ folder: handle, what }) => {
      if (surroundings === null) return notHere;
      const path = handle === null ? success(last) : folders.get(handle);
      if (!path.ok) return path;
      const answer = await listFolder(path.value, what, surroundings, folders, files);
      if (answer.ok) last = path.value;
      // The folder that was shown last may be gone by now; home is a place to go on from.
      else if (handle === null) return listFolder(surroundings.home, what, surroundings, folders, files);
      return answer;
    },
    'folder.target': async ({ folder: handle, name }) => {
      if (surroundings === null) return notHere;
      const folder = folders.get(handle);
      if (!folder.ok) return folder;
      if (!isFileName(name)) return failure(failed('write.badName', { name }));
      const path = join(folder.value, name);
      const found = await stat(path).catch(() => null);
      if (found?.isDirectory() === true) return failure(failed('file.isFolder', { name }));
      return success({ file: files.at(path).ref, exists: found !== null });
    },
  };
}

const notHere = failure(failed('call.unavailable', { what: 'Looking into folders from the window' }));

interface Folders {
  /** The handle of a folder, the same however often it is met. */
  at(path: string): string;
  get(handle: string): Result<string, Failure>;
}

function createFolders(): Folders {
  const paths: Handles<string> = createHandles();
  const handles = new Map<string, string>();
  return {
    at(path) {
      const handle = handles.get(path) ?? paths.add(path);
      handles.set(path, handle);
      return handle;
    },
    get(handle) {
      const path = paths.get(handle);
      return path === undefined ? failure(failed('call.stale', { what: 'This folder' })) : success(path);
    },
  };
}

async function listFolder(
  path: string,
  what: Openable,
  surroundings: Surroundings,
  folders: Folders,
  files: KnownFiles,
): Promise<Answer<'folder.list'>> {
  const items = await readFolder(path, what);
  if (!items.ok) return items;
  const { home, current, platform } = surroundings;
  const places = await findPlaces(home, current, platform);
  const parent = dirname(path);
  return success({
    folder: { handle: folders.at(path), name: basename(path) || path, path: shownFolder(path, home) },
    parent: parent === path ? null : folders.at(parent),
    places: places.map((place) => ({ handle: folders.at(place.path), name: place.name })),
    entries: items.value.map(({ path: at, ...item }) => ({
      ...item,
      handle: item.kind === 'folder' ? folders.at(at) : files.at(at).ref.handle,
    })),
  });
}

/** A folder that people begin to look from. */
interface Place {
  readonly path: string;
  readonly name: string;
}

/** The places of this machine that are there: home and its usual folders, the folder of the start, drives on Windows. */
export async function findPlaces(home: string, current: string, platform: NodeJS.Platform): Promise<Place[]> {
  const usual = ['Documents', 'Downloads', 'Desktop'].map((name) => ({ path: join(home, name), name }));
  const here = { path: current, name: basename(current) || current };
  const candidates = [{ path: home, name: 'Home' }, ...usual, here, ...roots(platform)];
  const there = await Promise.all(candidates.map(({ path }) => isFolder(path)));
  const seen = new Set<string>();
  return candidates.filter(({ path }, index) => {
    const keep = there[index] === true && !seen.has(path);
    seen.add(path);
    return keep;
  });
}

function roots(platform: NodeJS.Platform): Place[] {
  if (platform !== 'win32') return [{ path: '/', name: 'Computer' }];
  // A and B are floppy drives: asking for them can take seconds.
  return Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => ({ path: `${letter}:\\`, name: `${letter}:` }));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Something in a folder that the window's chooser shows. */
interface FolderItem {
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
 * What cannot be looked at (a broken link) is left out. Fails as reading a file does.
 */
export async function readFolder(path: string, what: Openable): Promise<Result<FolderItem[], Failure>> {
  let names: Dirent[];
  try {
    names = await readdir(path, { withFileTypes: true });
  } catch (error) {
    return failure(readFailure(error, basename(path) || path));
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
