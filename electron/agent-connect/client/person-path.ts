import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';

/**
 * The path of one person by email address or employee ID. `.` and `..` are refused, as a path is walked up by them however
 * they are encoded, and so are half characters and nothing at all, which no path can hold.
 */
export function personPath(id: string): Result<string, Failure> {
  const nameable = id !== '' && id !== '.' && id !== '..' && id.isWellFormed();
  return nameable
    ? success(`/v2/employees/${encodeURIComponent(id)}`)
    : failure(failed('connect.unnameable', { id: id.toWellFormed() }));
}
