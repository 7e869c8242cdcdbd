import type { Failure } from '../../../shared/failures/failures.ts';
import type { Notice } from '../../../shared/roster/notices.ts';
import { createRosterReader, type ReadRoster } from '../../../shared/roster/read-roster.ts';
import type { Result } from '../../../shared/failures/result.ts';

/** What comes of the rows of a file called `hires.txt`. */
export function finish(
  rows: readonly (readonly string[])[],
  how: Parameters<typeof createRosterReader>[1] = {},
): Result<ReadRoster, Failure> {
  const reader = createRosterReader('hires.txt', how);
  reader.add(rows);
  return reader.finish();
}

/** The same of rows that are a roster. */
export function read(...rows: readonly (readonly string[])[]): ReadRoster {
  const result = finish(rows);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

export const kinds = (notices: readonly Notice[]): string[] => notices.map(({ kind }) => kind);
