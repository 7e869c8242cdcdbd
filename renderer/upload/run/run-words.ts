import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { Situation } from '../../../shared/failures/entry.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { ROW_STATES, type RowState } from '../../../shared/upload/journal/outcome.ts';
import type { PushState, UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { aboutTime } from '../../../shared/upload/orders/upload-cost.ts';
import { sayWhen } from '../../ui/say-when.ts';

type Counts = UploadProgress['counts'];

/** The states of rows that are not done yet. */
const OPEN = ['waiting', 'lookingUp', 'sending', 'settling'] as const;

/** How many rows are in some states. */
export function sumOf(counts: Counts, states: readonly RowState[]): number {
  return states.reduce((sum, state) => sum + counts[state], 0);
}

/** Rows that are not done yet. */
export function openCount(counts: Counts): number {
  return sumOf(counts, OPEN);
}

/** All rows. */
export function rowCount(counts: Counts): number {
  return sumOf(counts, ROW_STATES);
}

/** How long it will take yet, roughly: people plan their coffee by it and nothing else. */
export function remainingWords(seconds: number | null): string {
  if (seconds === null) return 'Time left: not known yet';
  const time = aboutTime(seconds);
  return `${time.charAt(0).toUpperCase()}${time.slice(1)} left`;
}

/** Why nothing is sent at the moment and when it goes on; `now` is in milliseconds of the epoch. */
export function waitingWords(
  { until, why }: Extract<PushState, { kind: 'waiting' }>,
  now: number,
  here: Situation,
): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return why.code === 'connect.busy'
    ? `Agent Connect is limiting requests; going on in ${left}.`
    : `${failureSentence(why, here)} Going on by itself in ${left}.`;
}

/** The wave that is under way, in a line: “Wave 2 of 3: 12 of 30”. */
export function waveWords(waves: UploadProgress['waves']): string {
  const at = waves.findIndex(({ done, total }) => done < total);
  const wave = waves[at < 0 ? waves.length - 1 : at];
  if (wave === undefined) return '';
  const count = `${wave.done.toLocaleString('en-US')} of ${wave.total.toLocaleString('en-US')}`;
  const place = (at < 0 ? waves.length : at + 1).toLocaleString('en-US');
  return waves.length === 1 ? count : `Wave ${place} of ${waves.length.toLocaleString('en-US')}: ${count}`;
}

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

/** What the button says that leads to an upload: to its report when it is over. */
export function showWords({ state }: KeptUpload): string {
  return state.kind === 'ended' ? 'Show report' : 'Show it';
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
