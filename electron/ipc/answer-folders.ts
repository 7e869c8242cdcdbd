import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Openable } from '../../shared/contract.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, success, type Result } from '../../shared/failures/result.ts';
import type { Answer, Handlers } from './door.ts';
import { isFileName } from './file-name.ts';
import { createHandles, type Handles } from '../system/handles.ts';
import { shownFolder, type KnownFiles } from './known-files.ts';
import { findPlaces } from './places.ts';
import { readFolder } from './read-folder.ts';

/** Where a window's own chooser begins. */
export interface Surroundings {
  readonly home: string;
  /** The folder in which the app was started. */
  readonly current: string;
  readonly platform: NodeJS.Platform;
}

/** Answers the calls of a chooser that the window shows itself; refuses them where the system has its own. */
export function answerFolders(
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
      const answer = await list(path.value, what, surroundings, folders, files);
      if (answer.ok) last = path.value;
      // The folder that was shown last may be gone by now; home is a place to go on from.
      else if (handle === null) return list(surroundings.home, what, surroundings, folders, files);
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

async function list(
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
