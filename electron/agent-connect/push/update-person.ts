import type { WriteRequest } from '../../../shared/upload/journal/journal-entry.ts';
import type { Reason, RowEnding, StoredOtherwise } from '../../../shared/upload/journal/outcome.ts';
import type { RowRun } from '../../../shared/upload/journal/row-run.ts';
import { compareMember } from '../../../shared/upload/orders/compare-member.ts';
import { storedDifferences, type StoredPerson } from '../../../shared/upload/orders/stored-person.ts';
import type { UpdateOrder } from '../../../shared/upload/orders/upload-order.ts';
import type { Identity } from '../client/employee.ts';
import { isDeactivated } from '../client/employee-list.ts';
import type { LookUp } from '../client/look-up.ts';
import type { Refusal } from '../client/refusal.ts';
import { setStatus, updatePerson } from '../client/write-person.ts';
import {
  describeMembers,
  endRefused,
  lookForOnce,
  Losses,
  notFoundOut,
  type PersonEnd,
  type PersonParts,
  wasSent,
} from './reconcile.ts';
import type { Read, Written } from './requests.ts';

type StepName = Exclude<WriteRequest, 'create' | 'invite'>;

/** What is left to be done for somebody, in turn, and the identifier by which Agent Connect knows them now. */
interface Work {
  readonly steps: readonly StepName[];
  readonly id: string;
  /** What is there and neither as it was nor as it was sent. */
  readonly stored: readonly StoredOtherwise[];
  /** Whether what is known of the person may still be gone by. */
  readonly holds: () => boolean;
}

/**
 * Changes the person of an order: looks first, sends only what is not as wanted yet, and where no answer came looks again
 * before anything else. Answers how the row ends.
 */
export async function updateOne(order: UpdateOrder, parts: PersonParts): Promise<PersonEnd> {
  const { requests, journal } = parts;
  const losses = new Losses();
  for (;;) {
    parts.show(order.place, losses.last === null ? 'lookingUp' : 'settling');
    const work = await findWork(order, parts);
    if (work === null || !('steps' in work)) return work;
    const row = journal.run.rowAt(order.place);
    if (work.steps.length === 0) return endingOf(row, work.stored);
    if (row.open !== null) journal.note({ kind: 'absent', place: order.place });
    const ending = whyNotSent(parts, losses);
    if (ending !== null) return ending;
    const written = await carryOut(order, work, parts);
    if (written.kind === 'done') return updated(null, differences(order, written.answer));
    if (written.kind === 'over') return null;
    if (written.kind === 'refused') return endNotAccepted(written.refusal);
    if (written.kind !== 'unknown') continue;
    losses.add(written.refusal);
    if (!(await requests.waitAfter(losses.count))) return null;
  }
}

function endNotAccepted(refusal: Refusal): PersonEnd {
  return refusal.kind === 'forbidden' ? { forbidden: refusal } : endRefused(refusal);
}

/** Everything is as wanted, or was stored otherwise: this upload's doing, where it has sent a request that may have done it. */
function endingOf({ open, isTouched }: RowRun, stored: readonly StoredOtherwise[]): RowEnding {
  if (open !== null) return updated('notConfirmed', stored);
  return isTouched ? updated(null, stored) : { outcome: 'skipped', reason: 'asWanted', words: '' };
}

function updated(reason: Reason | null, stored: readonly StoredOtherwise[]): RowEnding {
  return { outcome: 'updated', reason, words: '', ...(stored.length > 0 && { stored }) };
}

/** What was stored otherwise than it was sent; nothing where the fields were not sent, or the answer does not say. */
function differences({ body }: UpdateOrder, found: StoredPerson | null): readonly StoredOtherwise[] {
  return body === null || found === null ? [] : storedDifferences(body, found);
}

function whyNotSent({ maySend }: PersonParts, losses: Losses): RowEnding | null {
  if (!maySend) return losses.endUnknown('stoppedBefore');
  return losses.areEnough ? losses.endUnknown('absentAfterAll') : null;
}

/** Finds out what is left to be done, or that the row ends before. */
async function findWork(order: UpdateOrder, parts: PersonParts): Promise<Work | PersonEnd> {
  const row = parts.journal.run.rowAt(order.place);
  const { trips } = parts.requests.breaker;
  const paged = wasSent(row) || row.isAgreed ? null : await parts.known?.find(order);
  if (paged?.member)
    return workOn(
      order,
      { member: paged.member, told: new Set() },
      row,
      paged.member.deactivated,
      paged.holds,
    );
  const found = await findMember(order, parts);
  if (found.kind === 'over') return null;
  if (found.kind === 'refused') return notFoundOut(row, found.refusal);
  const { answer } = found;
  if (answer.kind === 'absent')
    return wasSent(row)
      ? { outcome: 'unknown', reason: 'goneAfter', words: '' }
      : { outcome: 'failed', reason: 'gone', words: '' };
  if (answer.kind === 'different')
    return { outcome: 'failed', reason: 'conflict', words: describeMembers(answer.members) };
  const gone = await whetherDeactivated(order, answer.member, parts);
  if (gone.kind === 'over') return null;
  if (gone.kind === 'refused') return notFoundOut(row, gone.refusal);
  return workOn(order, answer, row, gone.answer, () => parts.requests.breaker.trips === trips);
}

/** What is left to be done for a member as they are; or that the row ends, as somebody has changed them since the plan. */
function workOn(
  order: UpdateOrder,
  found: StoredPerson,
  row: RowRun,
  deactivated: boolean,
  holds: () => boolean,
): Work | RowEnding {
  const { member } = found;
  const fields = compareMember(order, member);
  // After something was sent, a third value is what Agent Connect has made of it.
  if (fields.kind === 'changedSince' && !wasSent(row))
    return { outcome: 'failed', reason: 'changedSince', words: fields.columns.join(', ') };
  const isLeft = {
    activate: order.status === 'activate' && deactivated,
    update: order.body !== null && fields.kind === 'asBefore',
    deactivate: order.status === 'deactivate' && !deactivated,
  };
  const steps = (['activate', 'update', 'deactivate'] as const).filter((step) => isLeft[step]);
  const stored = wasSent(row) ? differences(order, found) : [];
  return { steps, id: member.email || member.employeeId, stored, holds };
}

/** The member as they are known before, or as the request makes them known, which may have been done already. */
async function findMember(order: UpdateOrder, parts: PersonParts): Promise<Read<LookUp>> {
  const before = await lookForOnce(parts, order.place, order.member);
  if (before.kind !== 'answer' || before.answer.kind === 'same') return before;
  const after = identityAfter(order);
  if (after.email === order.member.email && after.employeeId === order.member.employeeId) return before;
  const now = await lookForOnce(parts, order.place, after);
  return now.kind !== 'answer' || now.answer.kind === 'same' ? now : before;
}

function identityAfter({ member, body }: UpdateOrder): Identity {
  return {
    email: body?.email ?? member.email,
    employeeId: body?.custom_employee_id ?? member.employeeId,
  };
}

/** Whether somebody is deactivated, where the order is about that. */
async function whetherDeactivated(
  { status, place }: UpdateOrder,
  member: Identity,
  { connection, requests }: PersonParts,
): Promise<Read<boolean>> {
  if (status === null) return { kind: 'answer', answer: false };
  return requests.read(place, 1, (signal) => isDeactivated(connection, member, signal));
}

async function carryOut(
  order: UpdateOrder,
  { steps, id, holds }: Work,
  parts: PersonParts,
): Promise<Written<StoredPerson | null>> {
  parts.show(order.place, 'sending');
  let known = id;
  let stored: StoredPerson | null = null;
  for (const [index, step] of steps.entries()) {
    const written = await send(order, step, known, parts, holds);
    if (written.kind !== 'done') return written;
    stored = written.answer ?? stored;
    if (index === steps.length - 1) break;
    parts.journal.note({ kind: 'accepted', place: order.place });
    if (step === 'update') known = nameAfter(order, known);
  }
  return { kind: 'done', answer: stored };
}

/** An update may change the very identifier by which the next request names the person. */
function nameAfter(order: UpdateOrder, id: string): string {
  const { email, employeeId } = identityAfter(order);
  return id.includes('@') || employeeId === '' ? email : employeeId;
}

function send(
  order: UpdateOrder,
  step: StepName,
  id: string,
  { requests, connection }: PersonParts,
  holds: () => boolean,
): Promise<Written<StoredPerson | null>> {
  const { body, place } = order;
  return requests.write({
    ...{ place, request: step, holds },
    ask: (signal) =>
      step === 'update' && body !== null
        ? updatePerson(connection, id, body, signal)
        : setStatus(connection, id, step === 'activate' ? 'activate' : 'deactivate', signal),
  });
}
