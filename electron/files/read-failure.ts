import { failed, type Failure } from '../../shared/failures/failures.ts';
import { reasonOf, systemCode } from './system-error.ts';

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
