import { type Failure, failureSentence } from '../../failures/failures.ts';
import { READ_LATER } from '../../failures/entry.ts';
import { assertNever } from '../../failures/result.ts';
import type { UploadOrder } from '../orders/upload-order.ts';
import type { JournalEvent, WriteRequest } from './journal-entry.ts';
import type { Outcome, Reason, RowEnding, StoredOtherwise } from './outcome.ts';

/** What a row is after the entries of a journal. */
export interface RowRun {
  /** `sending` while a request is open; what else it does meanwhile is not written down. */
  readonly state: 'waiting' | 'sending' | Outcome;
  readonly reason: Reason | null;
  readonly words: string;
  /** What the server or the network did, where that is why it has ended so. */
  readonly why: Failure | null;
  /** What was stored otherwise than it was sent. */
  readonly stored: readonly StoredOtherwise[];
  /** Requests that were sent and not refused, since somebody last asked to go on. */
  readonly attempts: number;
  /** The request of which no answer is written down. */
  readonly open: WriteRequest | null;
  /** Whether a request of this upload may have done something for the row: what is found then is likely its doing. */
  readonly isTouched: boolean;
  /** Whether somebody has asked to go on after the row ended unknown, and nothing was sent since: an invitation may be. */
  readonly isAgreed: boolean;
}

const WAITING: RowRun = {
  state: 'waiting',
  reason: null,
  words: '',
  why: null,
  stored: [],
  attempts: 0,
  open: null,
  isTouched: false,
  isAgreed: false,
};

/** What a row is before anything has happened: what the plan leaves out has ended already. */
export function plannedRow(order: UploadOrder): RowRun {
  switch (order.kind) {
    case 'create':
    case 'update':
      return WAITING;
    case 'skip':
      return { ...WAITING, state: 'skipped', reason: 'planned' };
    case 'blocked':
      return { ...WAITING, state: 'notTried', reason: 'blocked', words: order.reason };
    case 'held':
      return { ...WAITING, state: 'held', reason: 'planned', words: order.reason };
    default:
      return assertNever(order);
  }
}

/** What a row is after an event of its own; null where the event cannot follow. */
export function rowAfter(row: RowRun, event: Extract<JournalEvent, { place: number }>): RowRun | null {
  if (row.state !== 'waiting' && row.state !== 'sending') return null;
  if (event.kind === 'outcome') return rowEnded(row, event);
  if (event.kind === 'sending')
    return row.open === null && event.attempt === row.attempts + 1
      ? { ...row, state: 'sending', attempts: event.attempt, open: event.request }
      : null;
  if (row.open === null) return null;
  const answered = { ...row, state: 'waiting', open: null } as const;
  return event.kind === 'refused'
    ? { ...answered, attempts: row.attempts - 1 }
    : { ...answered, isTouched: true, isAgreed: false };
}

/** Rows that are done for good are alike, and of many people most are: one for all of them. */
const DONE = new Map<string, RowRun>();
const FOR_GOOD: ReadonlySet<Outcome> = new Set(['created', 'updated', 'skipped']);

function rowEnded(row: RowRun, { outcome, reason, words, stored = [], ...more }: RowEnding): RowRun {
  const why = more.why ?? null;
  const isPlain = words === '' && why === null && stored.length === 0;
  if (!FOR_GOOD.has(outcome) || !isPlain)
    return { ...row, state: outcome, reason, words, why, stored, open: null };
  const kind = `${outcome} ${reason ?? ''}`;
  const done = DONE.get(kind) ?? { ...WAITING, state: outcome, reason };
  DONE.set(kind, done);
  return done;
}

/** What is told of a row's ending: its words, or what the server or the network did, in a sentence. */
export function toldRow({ state, reason, words, why, stored }: RowRun) {
  return {
    state,
    reason,
    words: why === null ? words : failureSentence(why, READ_LATER),
    ...(stored.length > 0 && { stored }),
  };
}

/** Why nothing was done for a row that is tried when somebody asks to go on. */
const TRIED_AGAIN: ReadonlySet<Reason> = new Set(['leader', 'lookUpFailed', 'stopped', 'forbidden']);

/** Whether anything would be done for a row that has ended, were somebody to ask to go on. */
export function isTriedAgain({
  state,
  reason,
}: {
  readonly state: string;
  readonly reason: Reason | null;
}): boolean {
  return state === 'unknown' || (reason !== null && TRIED_AGAIN.has(reason));
}

/** Nobody is created any more in these. */
const NOT_CREATED: ReadonlySet<RowRun['state']> = new Set(['created', 'skipped', 'failed']);

/** Whether the row's temporary password, which is in no journal, is needed to go on. */
export function needsPassword(order: UploadOrder, { state }: RowRun): boolean {
  return order.kind === 'create' && order.hasPassword && !NOT_CREATED.has(state);
}

/** What a row is when somebody asks to go on. */
export function rowResumed(row: RowRun): RowRun {
  if (row.state === 'unknown') return { ...WAITING, isTouched: true, isAgreed: true };
  return isTriedAgain(row) ? { ...WAITING, isTouched: row.isTouched } : row;
}

/** What a row is when the run has ended; null where it cannot end so. */
export function rowAtEnd(row: RowRun, how: Extract<JournalEvent, { kind: 'ended' }>['how']): RowRun | null {
  if (row.state === 'sending') return null;
  if (row.state !== 'waiting') return row;
  return how === 'finished' ? null : { ...row, state: 'notTried', reason: how };
}
