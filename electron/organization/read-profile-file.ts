import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { MAX_PROFILE_BYTES, type ProfileFile, readProfileText } from '../../shared/organization/profile.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import { readFailure } from '../system/file-failures.ts';

/** Reads a profile that was exported; fails as reading a file does, or where it is none. */
export async function readProfileFile(path: string): Promise<Result<ProfileFile, Failure>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failure(failed('file.isFolder', { name }));
    if (!found.isFile() || found.size > MAX_PROFILE_BYTES) return failure(failed('profile.notOne', { name }));
    return readProfileText(await readFile(path, 'utf8'), name);
  } catch (error) {
    return failure(readFailure(error, name));
  }
}
