import { appendFile, writeFile } from 'node:fs/promises';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, success, type Result } from '../../shared/failures/result.ts';
import type { Handlers } from './door.ts';
import type { DropFolder } from './drop-folder.ts';
import { toFileName } from './file-name.ts';
import type { KnownFile, KnownFiles } from './known-files.ts';

/** Megabytes of a dropped file; a little above what can be opened, so that the reader says what is too large. */
const MOST_MEGABYTES = 512;
const MEGABYTE = 1 << 20;

/** Answers the calls that hand over a file dropped on a page; `folder` is null where the window's drops have paths. */
export function answerDrops(
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
  if (size <= MOST_MEGABYTES * MEGABYTE) return success(null);
  const megabytes = Math.ceil(size / MEGABYTE);
  return failure(failed('file.tooLarge', { name: file.name, megabytes, most: MOST_MEGABYTES }));
}
