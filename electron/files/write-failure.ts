import { failed, type Failure } from '../../shared/failures/failures.ts';
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

/** Thrown on the way of writing where the reason is known already. */
export class WriteRefusal extends Error {
  readonly failure: Failure;

  constructor(why: Failure) {
    super(why.code);
    this.failure = why;
  }
}

/** Says why a file could not be written, from what was thrown; `name` is the file's, without its folder. */
export function writeFailure(error: unknown, name: string): Failure {
  if (error instanceof WriteRefusal) return error.failure;
  if (error instanceof Error && error.name === 'AbortError') return failed('cancelled', {});
  const meaning = MEANINGS.get(systemCode(error) ?? '');
  return meaning === undefined
    ? failed('write.failed', { name, reason: reasonOf(error) })
    : failed(meaning, { name });
}
