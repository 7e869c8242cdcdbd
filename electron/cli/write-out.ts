import type { Failure } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import type { WriteFormat } from '../../shared/text/formats.ts';
import { OpenFiles } from '../files/open-files.ts';
import { type WriteOptions, writeRoster, type Written } from '../files/write-roster.ts';
import { findUserData } from '../system/user-data.ts';

/** Writes a file safely in place of what is there, unless it is the open roster of a window: `file.openElsewhere`. */
export async function writeOut(
  path: string,
  format: WriteFormat,
  text: string | readonly string[],
  options: Pick<WriteOptions, 'hasTemplate' | 'signal'> = {},
): Promise<Result<Written, Failure>> {
  const free = await new OpenFiles(findUserData().local).expectFree(path);
  if (!free.ok) return free;
  return writeRoster(path, format, text, { overwrite: true, ...options });
}
