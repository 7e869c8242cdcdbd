import { failed, type Failure } from '../../shared/failures.ts';
import { reasonOf, systemCode } from './system-error.ts';

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
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('write.diskFull', { name });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed('write.notAllowed', { name });
    case 'EBUSY':
    case 'ETXTBSY':
      return failed('write.locked', { name });
    case 'ENOENT':
    case 'ENOTDIR':
      return failed('write.noFolder', { name });
    case 'EISDIR':
      return failed('file.isFolder', { name });
    default:
      return failed('write.failed', { name, reason: reasonOf(error) });
  }
}
