import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { RowState } from '../../../shared/upload/journal/outcome.ts';
import { sayWhen } from '../../start/say-when.ts';
import { openCount, rowCount, sumOf } from '../run/run-words.ts';

/** The states of rows of which nothing is left to do. */
const DONE: readonly RowState[] = ['created', 'updated', 'skipped'];

/** Whether the app carries an upload out at the moment. */
export function isUnderWay({ state: { kind } }: KeptUpload): boolean {
  return kind !== 'paused' && kind !== 'ended';
}

/** Whether somebody can go on with an upload that nobody carries out. */
export function isUnfinished(upload: KeptUpload): boolean {
  return upload.isResumable && !isUnderWay(upload);
}

/** What an upload is of, and where it goes: “people.txt to Acme Support”. */
export function whatWords({ name, organization, host }: KeptUpload): string {
  return `${name} to ${organization?.name ?? host}`;
}

/** How far an upload is, and since when it stands still: “16 of 192 rows done, paused 10:42”. */
export function keptWords({ state, counts, writtenAt }: KeptUpload, now?: Date): string {
  const all = rowCount(counts);
  const done = sumOf(counts, DONE);
  const far = `${say(done)} of ${say(all)} rows done`;
  switch (state.kind) {
    case 'running':
      return `Running: ${far}`;
    case 'waiting':
      return `Waiting for Agent Connect: ${far}`;
    case 'pausing':
      return `Pausing: ${far}`;
    case 'stopping':
      return `Stopping: ${far}`;
    case 'paused':
      return `${far}, paused ${sayWhen(writtenAt, now)}`;
    case 'ended': {
      const notDone = all - done - openCount(counts);
      const how = state.how === 'stopped' ? 'stopped' : 'ended';
      return `${far}, ${say(notDone)} not, ${how} ${sayWhen(writtenAt, now)}`;
    }
  }
}

function say(count: number): string {
  return count.toLocaleString('en-US');
}
