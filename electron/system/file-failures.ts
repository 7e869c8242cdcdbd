import { failed, type Failure } from '../../shared/failures/failures.ts';

/** The code of an error of the operating system, such as ENOENT; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What an error says, without a path in it. */
export function reasonOf(error: unknown): string {
  return systemCode(error) ?? (error instanceof Error ? error.message : String(error));
}

/** Says why a file could not be read, from the system's error; `name` is the file's, without its folder. */
export function readFailure(error: unknown, name: string): Failure {
  if (error instanceof Error && error.name === 'AbortError') return failed('cancelled', {});
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failed('file.notFound', { name });
    case 'EACCES':
    case 'EPERM':
      return failed('file.notAllowed', { name });
    case 'EBUSY':
      return failed('file.locked', { name });
    case 'EISDIR':
      return failed('file.isFolder', { name });
    // What Windows says of a placeholder whose content cannot be had (ERROR_CLOUD_FILE_…, 358 to 398), libuv has no code
    // for; and macOS says so of a file without its data.
    case 'UNKNOWN':
    case 'EDEADLK':
      return failed('file.onlineOnly', { name });
    default:
      return failed('file.readFailed', { name, reason: reasonOf(error) });
  }
}

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
