import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { readJournal } from '../agent-connect/journal/read-journal.ts';
import { lockFile } from '../files/record-log/lock-file.ts';
import { writeFailure } from '../system/file-failures.ts';

/** Where the journal of a roster's upload is unless told: beside the roster. */
export function journalBeside(roster: string): string {
  return `${roster}.upload-journal`;
}

/**
 * Makes room for the journal of a new upload. One that has ended is set aside, in place of the one before it, and one
 * that was left before anything was sent is removed; an upload that may go on, and any other file, is left as it is and refused.
 */
export async function makeRoom(path: string): Promise<Result<null, Failure>> {
  const found = await stat(path).catch(() => null);
  if (found === null) return success(null);
  const lock = await lockFile(path);
  if (!lock.ok) return lock;
  try {
    return await clear(path, found.size);
  } catch (error) {
    return failure(writeFailure(error, basename(path)));
  } finally {
    await lock.value.release();
  }
}

async function clear(path: string, size: number): Promise<Result<null, Failure>> {
  const read = await readJournal(path);
  // Nothing was sent yet when a journal is as short as that.
  if (size === 0 || (!read.ok && read.failure.code === 'upload.notBegun')) {
    await rm(path);
    return success(null);
  }
  if (!read.ok) return read;
  const { phase } = read.value.run;
  if (phase === 'open' || phase === 'paused')
    return failure(failed('upload.unfinished', { name: basename(path) }));
  await rename(path, `${path}.before`);
  return success(null);
}
