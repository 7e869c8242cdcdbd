import { failed, type Failure } from '../../shared/failures.ts';
import { reasonOf, systemCode } from './system-error.ts';

type Meaning = 'file.isFolder' | `write.${'diskFull' | 'notAllowed' | 'locked' | 'noFolder' | 'nameTooLong'}`;

/** What each of the system's codes means to the person who saves. */
const MEANINGS = new Map<string, Meaning>([
  ['ENOSPC', 'write.diskFull'],
  ['EDQUOT', 'write.diskFull'],
  ['EACCES', 'write.notAllowed'],
  ['EPERM', 'write.notAllowed'],
  ['EROFS', 'write.notAllowed'],
  ['EBUSY', 'write.locked'],
  ['ETXTBSY', 'write.locked'],
  ['ENOENT', 'write.noFolder'],
  ['ENOTDIR', 'write.noFolder'],
  ['ENAMETOOLONG', 'write.nameTooLong'],
  ['EISDIR', 'file.isFolder'],
]);

/** Says why a file could not be written, from the system's error; `name` is the file's, without its folder. */
export function writeFailure(error: unknown, name: string): Failure {
  // Windows answers so where another program, often Excel, has the file open.
  if (
    process.platform === 'win32' &&
    error instanceof Error &&
    'syscall' in error &&
    error.syscall === 'rename'
  ) {
    return failed('write.locked', { name });
  }
  const meaning = MEANINGS.get(systemCode(error) ?? '');
  return meaning === undefined
    ? failed('write.failed', { name, reason: reasonOf(error) })
    : failed(meaning, { name });
}
