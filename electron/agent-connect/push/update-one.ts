import { READ_LATER } from '../../../shared/failure-entry.ts';
import { failureSentence } from '../../../shared/failures.ts';
import type { WriteRequest } from '../../../shared/upload/journal/journal-entry.ts';
import type { RowEnding } from '../../../shared/upload/journal/outcome.ts';
import type { RowRun } from '../../../shared/upload/journal/row-run.ts';
import { compareMember } from '../../../shared/upload/orders/compare-member.ts';
import type { UpdateOrder } from '../../../shared/upload/orders/upload-order.ts';
import type { Identity } from '../client/employee.ts';
import { isDeactivated } from '../client/employee-list.ts';
import { MOST_TRIES } from '../client/retry.ts';
import type { Refusal } from '../client/refusal.ts';
import { setStatus, updatePerson } from '../client/write-person.ts';
import { namesOf } from './names-of.ts';
import { notFoundOut, wordsOf } from './not-found-out.ts';
import type { PersonParts } from './person-parts.ts';
import type { Written } from './requests.ts';
import { lookForOnce } from './settle.ts';

type StepName = Exclude<WriteRequest, 'create' | 'invite'>;

/** What is left to be done for somebody, in turn, and the identifier by which Agent Connect knows them now. */
interface Work {
  readonly steps: readonly StepName[];
  readonly id: string;
}

/**
 * Changes the person of an order: looks first, sends only what is not as wanted yet, and where no answer came looks again
 * before anything else. Answers how the row ends; null where nothing goes any more before that.
 */
export async function updateOne(order: UpdateOrder, parts: PersonParts): Promise<RowEnding | null> {
  const { requests, journal } = parts;
  let lost: Refusal | null = null;
  for (let losses = 0; ;) {
    const asked = requests.asked;
    parts.show(order.place, lost === null ? 'lookingUp' : 'settling');
    const work = await findWork(order, parts);
    if (work === null || 'outcome' in work) return work;
    const row = journal.run.rowAt(order.place);
    if (work.steps.length === 0) return endingOf(row);
    if (row.open !== null) journal.note({ kind: 'absent', place: order.place });
    const ending = whyNotSent(parts, losses, lost);
    if (ending !== null) return ending;
    const written = await carryOut(order, work, parts, asked);
    if (written.kind === 'done') return { outcome: 'updated', reason: null, words: '' };
    if (written.kind === 'over') return null;
    if (written.kind === 'refused')
      return { outcome: 'failed', reason: 'notAccepted', words: wordsOf(written.refusal) };
    if (written.kind !== 'unknown') continue;
    lost = written.refusal;
    losses += 1;
    if (!(await requests.waitAfter(losses))) return null;
  }
}

/** Everything is as wanted: this upload's doing, where it has sent a request that may have done it. */
function endingOf({ open, isTouched }: RowRun): RowEnding {
  if (open !== null) return { outcome: 'updated', reason: 'notConfirmed', words: '' };
  return isTouched
    ? { outcome: 'updated', reason: null, words: '' }
    : { outcome: 'skipped', reason: 'asWanted', words: '' };
}

function whyNotSent({ maySend }: PersonParts, losses: number, lost: Refusal | null): RowEnding | null {
  const words = lost === null ? '' : failureSentence(lost.failure, READ_LATER);
  if (!maySend) return { outcome: 'unknown', reason: 'stoppedBefore', words };
  return losses >= MOST_TRIES ? { outcome: 'unknown', reason: 'absentAfterAll', words } : null;
}

/** Finds out what is left to be done, or that the row ends before; null where nothing goes any more. */
async function findWork(order: UpdateOrder, parts: PersonParts): Promise<Work | RowEnding | null> {
  const found = await findMember(order, parts);
  const row = parts.journal.run.rowAt(order.place);
  if (found.kind === 'over') return null;
  if (found.kind === 'refused') return notFoundOut(row, found.refusal);
  const { answer } = found;
  if (answer.kind === 'absent') return { outcome: 'failed', reason: 'gone', words: '' };
  if (answer.kind === 'different')
    return { outcome: 'failed', reason: 'conflict', words: namesOf(answer.members) };
  const { member } = answer;
  const fields = compareMember(order, member);
  if (fields.kind === 'changedSince')
    return { outcome: 'failed', reason: 'changedSince', words: fields.columns.join(', ') };
  const isStatusLeft = await isStatusMissing(order, member, parts);
  if (isStatusLeft.kind === 'over') return null;
  if (isStatusLeft.kind === 'refused') return notFoundOut(row, isStatusLeft.refusal);
  const isLeft = {
    activate: order.status === 'activate' && isStatusLeft.answer,
    update: order.body !== null && fields.kind === 'asBefore',
    deactivate: order.status === 'deactivate' && isStatusLeft.answer,
  };
  const steps = (['activate', 'update', 'deactivate'] as const).filter((step) => isLeft[step]);
  return { steps, id: member.email || member.employeeId };
}

/** The member as they are known before, or as the request makes them known, which may have been done already. */
async function findMember(order: UpdateOrder, parts: PersonParts) {
  const before = await lookForOnce(parts, order.member);
  if (before.kind !== 'answer' || before.answer.kind === 'same') return before;
  const after = identityAfter(order);
  if (after.email === order.member.email && after.employeeId === order.member.employeeId) return before;
  const now = await lookForOnce(parts, after);
  return now.kind !== 'answer' || now.answer.kind === 'same' ? now : before;
}

function identityAfter({ member, body }: UpdateOrder): Identity {
  return {
    email: body?.email ?? member.email,
    employeeId: body?.custom_employee_id ?? member.employeeId,
  };
}

/** Whether somebody is not active, or not deactivated, as they are to be. */
async function isStatusMissing(
  { status }: UpdateOrder,
  member: Identity,
  { connection, requests }: PersonParts,
) {
  if (status === null) return { kind: 'answer', answer: false } as const;
  const found = await requests.read(1, (signal) => isDeactivated(connection, member, signal));
  if (found.kind !== 'answer') return found;
  return { kind: 'answer', answer: found.answer !== (status === 'deactivate') } as const;
}

async function carryOut(
  order: UpdateOrder,
  { steps, id }: Work,
  parts: PersonParts,
  asked: number,
): Promise<Written> {
  parts.show(order.place, 'sending');
  let known = id;
  for (const [index, step] of steps.entries()) {
    const written = await send(order, step, known, parts, asked);
    if (written.kind !== 'done' || index === steps.length - 1) return written;
    parts.journal.note({ kind: 'accepted', place: order.place });
    if (step === 'update') known = nameAfter(order, known);
  }
  return { kind: 'done' };
}

/** An update may change the very identifier by which the next request names the person. */
function nameAfter(order: UpdateOrder, id: string): string {
  const { email, employeeId } = identityAfter(order);
  return id.includes('@') || employeeId === '' ? email : employeeId;
}

/** Sends a step until something is known: too many requests, or none that left, are sent again. */
async function send(
  order: UpdateOrder,
  step: StepName,
  id: string,
  { requests, connection }: PersonParts,
  asked: number,
): Promise<Written> {
  const { body, place } = order;
  for (let tries = 1; ; tries += 1) {
    const written = await requests.write(place, step, asked, tries, (signal) =>
      step === 'update' && body !== null
        ? updatePerson(connection, id, body, signal)
        : setStatus(connection, id, step === 'activate' ? 'activate' : 'deactivate', signal),
    );
    if (written.kind !== 'again') return written;
  }
}
