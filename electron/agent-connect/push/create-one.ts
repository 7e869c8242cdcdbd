import { READ_LATER } from '../../../shared/failure-entry.ts';
import { failureSentence } from '../../../shared/failures.ts';
import type { Reason, RowEnding } from '../../../shared/upload/journal/outcome.ts';
import type { RowRun } from '../../../shared/upload/journal/row-run.ts';
import type { CreateOrder } from '../../../shared/upload/orders/upload-order.ts';
import type { LookUp } from '../client/look-up.ts';
import { MOST_TRIES } from '../client/retry.ts';
import type { Refusal } from '../client/refusal.ts';
import { createPerson } from '../client/write-person.ts';
import { namesOf } from './names-of.ts';
import { notFoundOut, wordsOf } from './not-found-out.ts';
import type { PersonParts } from './person-parts.ts';
import type { Written } from './requests.ts';
import { lookForOnce, settle } from './settle.ts';

/**
 * Creates the person of an order, once, whatever was sent before: looks first, sends only if nobody is there, and where
 * no answer came looks again before anything else. Answers how the row ends; null where nothing goes any more before that.
 */
export async function createOne(order: CreateOrder, parts: PersonParts): Promise<RowEnding | null> {
  let lost: Refusal | null = null;
  for (;;) {
    const asked = parts.requests.asked;
    const found = await lookFor(order, parts);
    if (found.kind === 'over') return null;
    const row = parts.journal.run.rowAt(order.place);
    if (found.kind === 'refused') return notFoundOut(row, found.refusal);
    if (found.answer.kind !== 'absent') return endingOf(row, found.answer);
    if (row.open !== null) parts.journal.note({ kind: 'absent', place: order.place });
    const ending = whyNotSent(parts, order.place, lost);
    if (ending !== null) return ending;
    const written = await send(order, parts, asked);
    if (written.kind === 'done') return { outcome: 'created', reason: null, words: '' };
    if (written.kind === 'over') return null;
    if (written.kind === 'refused') return await notAccepted(order, parts, written.refusal);
    if (written.kind === 'unknown') lost = written.refusal;
  }
}

function lookFor(order: CreateOrder, parts: PersonParts) {
  const { open, isAgreed } = parts.journal.run.rowAt(order.place);
  // What somebody has asked to send again is looked for as thoroughly as what has just got no answer.
  const isSettling = open !== null || isAgreed;
  parts.show(order.place, isSettling ? 'settling' : 'lookingUp');
  return (isSettling ? settle : lookForOnce)(parts, order);
}

/** Somebody is there: this upload's doing, where it has sent a request that may have done it. */
function endingOf(row: RowRun, found: Exclude<LookUp, { kind: 'absent' }>): RowEnding {
  if (found.kind === 'different')
    return { outcome: 'failed', reason: 'conflict', words: namesOf(found.members) };
  return row.open !== null || row.isTouched
    ? { outcome: 'created', reason: 'notConfirmed', words: '' }
    : { outcome: 'skipped', reason: 'thereAlready', words: '' };
}

/** Why somebody who is not there is not sent, or not sent again; null where they are. */
function whyNotSent(
  { journal, maySend }: PersonParts,
  place: number,
  lost: Refusal | null,
): RowEnding | null {
  const row = journal.run.rowAt(place);
  const words = lost === null ? '' : failureSentence(lost.failure, READ_LATER);
  const unknown = (reason: Reason): RowEnding => ({ outcome: 'unknown', reason, words });
  // A machine invites nobody twice.
  if (journal.head.welcome === 'now' && row.isTouched && !row.isAgreed)
    return unknown('absentAfterInvitation');
  if (!maySend) return unknown('stoppedBefore');
  return row.attempts >= MOST_TRIES ? unknown('absentAfterAll') : null;
}

/** Sends the person until something is known: too many requests, or none that left, are sent again. */
async function send(order: CreateOrder, parts: PersonParts, asked: number): Promise<Written> {
  const { connection, requests, journal, passwords } = parts;
  const { welcome } = journal.head;
  const password = passwords.get(order.place);
  const body = { ...order.body, ...(password !== undefined && { temporary_password: password }) };
  const request = welcome === 'now' ? 'invite' : 'create';
  parts.show(order.place, 'sending');
  for (let tries = 1; ; tries += 1) {
    const written = await requests.write(order.place, request, asked, tries, (signal) =>
      createPerson(connection, body, welcome, signal),
    );
    if (written.kind !== 'again') return written;
  }
}

/** A request before this one may have been done late, so that the person is there already and is not taken twice. */
async function notAccepted(
  order: CreateOrder,
  parts: PersonParts,
  refusal: Refusal,
): Promise<RowEnding | null> {
  const failed: RowEnding = { outcome: 'failed', reason: 'notAccepted', words: wordsOf(refusal) };
  const row = parts.journal.run.rowAt(order.place);
  if (!row.isTouched) return failed;
  const found = await lookForOnce(parts, order);
  if (found.kind === 'over') return null;
  if (found.kind === 'refused') return notFoundOut(row, found.refusal);
  return found.answer.kind === 'absent' ? failed : endingOf(row, found.answer);
}
