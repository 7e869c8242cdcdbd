import type { Reason, RowEnding, StoredOtherwise } from '../../../shared/upload/journal/outcome.ts';
import { storedDifferences, type StoredPerson } from '../../../shared/upload/orders/stored-person.ts';
import type { CreateOrder } from '../../../shared/upload/orders/upload-order.ts';
import type { RowRun } from '../../../shared/upload/journal/row-run.ts';
import type { LookUp } from '../client/look-up.ts';
import type { Refusal } from '../client/refusal.ts';
import { MAX_TRIES } from '../client/retry.ts';
import { createPerson } from '../client/write-person.ts';
import {
  describeMembers,
  endRefused,
  lookForOnce,
  Losses,
  notFoundOut,
  type PersonEnd,
  type PersonParts,
  reconcile,
  wasSent,
} from './reconcile.ts';
import type { Read, Written } from './requests.ts';

/** Statuses of refusals that may mean that the person is there already; with 200 came an error, whatever was done. */
const MAY_BE_THERE: ReadonlySet<number | null> = new Set([200, 400, 409, 412, 422]);

/**
 * Creates the person of an order, once, whatever was sent before: makes sure that nobody is there, sends, and where no
 * answer came looks before anything else. Answers how the row ends.
 */
export async function createOne(order: CreateOrder, parts: PersonParts): Promise<PersonEnd> {
  const losses = new Losses();
  for (;;) {
    const { found, holds } = await check(order, parts);
    if (found.kind === 'over') return null;
    const row = parts.journal.run.rowAt(order.place);
    if (found.kind === 'refused') return notFoundOut(row, found.refusal);
    if (found.answer.kind !== 'absent') return endingOf(row, found.answer, order);
    if (row.open !== null) parts.journal.note({ kind: 'absent', place: order.place });
    const ending = whyNotSent(parts, order.place, losses);
    if (ending !== null) return ending;
    const written = await send(order, parts, holds);
    if (written.kind === 'done') return await endDone(order, parts, written.answer);
    if (written.kind === 'over') return null;
    if (written.kind === 'refused') return await notAccepted(order, parts, written.refusal);
    if (written.kind === 'unknown') losses.add(written.refusal);
  }
}

interface Checked {
  readonly found: Read<LookUp>;
  /** Whether it may still be gone by. */
  readonly holds: () => boolean;
}

/** Whether the person is there: by the pages of the current team where nothing was sent yet, else by looking. */
async function check(order: CreateOrder, parts: PersonParts): Promise<Checked> {
  const { journal, known, requests, show } = parts;
  const row = journal.run.rowAt(order.place);
  // What somebody has asked to send again is looked for as thoroughly as what has just got no answer.
  const isReconciling = row.open !== null || row.isAgreed;
  show(order.place, isReconciling ? 'settling' : 'lookingUp');
  const isUnsent = !wasSent(row) && !isReconciling;
  const paged = isUnsent && known !== null ? await known.find(order) : null;
  if (paged !== null) return { found: { kind: 'answer', answer: { kind: 'absent' } }, holds: paged.holds };
  const { trips } = requests.breaker;
  const found = await (isReconciling ? reconcile : lookForOnce)(parts, order.place, order);
  return { found, holds: () => requests.breaker.trips === trips };
}

/** Somebody is there: this upload's doing, where it has sent a request that may have done it. */
function endingOf(row: RowRun, found: Exclude<LookUp, { kind: 'absent' }>, order: CreateOrder): RowEnding {
  if (found.kind === 'different')
    return { outcome: 'failed', reason: 'conflict', words: describeMembers(found.members) };
  if (!wasSent(row)) return { outcome: 'skipped', reason: 'thereAlready', words: '' };
  const reason = isSentTwice(row) ? 'sentTwice' : 'notConfirmed';
  return created(reason, storedDifferences(order.body, found));
}

/** Created; the answer, or one look-up where it says nothing of the fields, tells what was stored. */
async function endDone(order: CreateOrder, parts: PersonParts, answer: StoredPerson): Promise<RowEnding> {
  const row = parts.journal.run.rowAt(order.place);
  const found = tellsFields(answer) ? null : await lookForOnce(parts, order.place, order);
  const stored = found?.kind === 'answer' && found.answer.kind === 'same' ? found.answer : answer;
  return created(isSentTwice(row) ? 'sentTwice' : null, storedDifferences(order.body, stored));
}

/** Whether an answer says more than who it is about. */
function tellsFields({ told }: StoredPerson): boolean {
  return [...told].some((field) => field !== 'email' && field !== 'custom_employee_id');
}

function created(reason: Reason | null, stored: readonly StoredOtherwise[]): RowEnding {
  return { outcome: 'created', reason, words: '', ...(stored.length > 0 && { stored }) };
}

/** Perhaps sent twice: what was sent before may have been done after all, where nobody saw it for a while. */
function isSentTwice({ open, isTouched }: RowRun): boolean {
  return open !== null && isTouched;
}

/** Why somebody who is not there is not sent, or not sent again; null where they are. */
function whyNotSent({ journal, maySend }: PersonParts, place: number, losses: Losses): RowEnding | null {
  const row = journal.run.rowAt(place);
  // A machine invites nobody twice.
  if (journal.head.welcome === 'now' && row.isTouched && !row.isAgreed)
    return losses.endUnknown('absentAfterInvitation');
  if (!maySend) return losses.endUnknown('stoppedBefore');
  return row.attempts >= MAX_TRIES || losses.areEnough ? losses.endUnknown('absentAfterAll') : null;
}

function send(order: CreateOrder, parts: PersonParts, holds: () => boolean): Promise<Written<StoredPerson>> {
  const { connection, requests, journal, passwords } = parts;
  const { welcome } = journal.head;
  const { place } = order;
  const password = passwords.get(place);
  const body = { ...order.body, ...(password !== undefined && { temporary_password: password }) };
  const request = welcome === 'now' ? 'invite' : 'create';
  parts.show(place, 'sending');
  return requests.write({
    ...{ place, request, holds },
    ask: (signal) => createPerson(connection, body, welcome, signal),
  });
}

/**
 * Not accepted: perhaps because the person is there, put there by a request of before that was done late, or by somebody
 * else since the team was read.
 */
async function notAccepted(order: CreateOrder, parts: PersonParts, refusal: Refusal): Promise<PersonEnd> {
  if (refusal.kind === 'forbidden') return { forbidden: refusal };
  const row = parts.journal.run.rowAt(order.place);
  const mayBeThere = refusal.kind === 'notAccepted' && MAY_BE_THERE.has(refusal.status);
  if (!row.isTouched && !mayBeThere) return endRefused(refusal);
  const found = await lookForOnce(parts, order.place, order);
  if (found.kind === 'over') return null;
  if (found.kind === 'refused') return row.isTouched ? notFoundOut(row, found.refusal) : endRefused(refusal);
  if (found.answer.kind === 'absent') return endRefused(refusal);
  // Something between may have sent it twice, and the answer to the first was lost on the way.
  const isAsSent = found.answer.kind === 'same' && storedDifferences(order.body, found.answer).length === 0;
  return isAsSent && !row.isTouched ? created('notConfirmed', []) : endingOf(row, found.answer, order);
}
