import type { TeamMember } from '../../../shared/person/team-member.ts';
import { quoted } from '../../../shared/rules/messages/words.ts';
import type { Reason, RowEnding } from '../../../shared/upload/journal/outcome.ts';
import type { RowRun } from '../../../shared/upload/journal/row-run.ts';
import { lookUpsOfPerson } from '../../../shared/upload/plan/add-up.ts';
import type { Connection } from '../client/connection.ts';
import type { Identity } from '../client/employee.ts';
import { type LookUp, lookUp } from '../client/look-up.ts';
import type { Refusal } from '../client/refusal.ts';
import { MAX_TRIES } from '../client/retry.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import type { KnownPeople } from './known-people.ts';
import type { Read, Requests } from './requests.ts';

/** What somebody is just about, beside what the journal says. */
export type LiveState = 'lookingUp' | 'sending' | 'settling';

/** All that it takes to carry out the order of one person. */
export interface PersonParts {
  readonly connection: Connection;
  readonly requests: Requests;
  readonly journal: UploadJournal;
  /** The current team by its pages; null where each person is looked up. */
  readonly known: KnownPeople | null;
  /** By place, of those who have one. */
  readonly passwords: ReadonlyMap<number, string>;
  /** Milliseconds during which somebody is looked for whose request got no answer. */
  readonly settle: number;
  /** False where only what is open is to be reconciled. */
  readonly maySend: boolean;
  readonly show: (place: number, state: LiveState) => void;
}

/**
 * How a row ends; that the key is forbidden for it, which is the row’s alone or everybody’s; or null where nothing goes
 * any more before it has ended.
 */
export type PersonEnd = RowEnding | { readonly forbidden: Refusal } | null;

/** When a person is looked for after a request without an answer, as shares of the settling time: three times at least. */
const MOMENTS = [0, 1 / 4, 1];

/**
 * Answers of success for one person that say nothing usable, after which they are not sent again. One may be the page of a
 * proxy that kept the request; a second is how this server answers, and a third would say no more.
 */
const MAX_USELESS_ANSWERS = 2;

/** Requests for one person that came to an unknown end, in turn. */
export class Losses {
  /** Why the last one did. */
  last: Refusal | null = null;
  count = 0;
  #useless = 0;

  add(refusal: Refusal): void {
    this.last = refusal;
    this.count += 1;
    if (refusal.kind === 'unknown' && refusal.said !== undefined) this.#useless += 1;
  }

  /** Whether sending again would be no better. */
  get areEnough(): boolean {
    return this.count >= MAX_TRIES || this.#useless >= MAX_USELESS_ANSWERS;
  }

  /** How the person's row ends where nobody knows whether a request was carried out. */
  endUnknown(reason: Reason): RowEnding {
    return { outcome: 'unknown', reason, words: '', ...(this.last && { why: this.last.failure }) };
  }
}

/** Looks a person up once: a request for each identifier. */
export function lookForOnce(
  { connection, requests }: PersonParts,
  place: number,
  identity: Identity,
): Promise<Read<LookUp>> {
  return requests.read(place, lookUpsOfPerson(identity, null), (signal) =>
    lookUp(connection, identity, signal),
  );
}

/**
 * Looks for a person during the whole settling time, as the server may be slow to do what it was sent: answers the first
 * who is found, or that nobody was there each time.
 */
export async function reconcile(
  parts: PersonParts,
  place: number,
  identity: Identity,
): Promise<Read<LookUp>> {
  let waited = 0;
  for (const moment of MOMENTS) {
    const wait = moment * parts.settle - waited;
    waited += wait;
    if (wait > 0 && !(await parts.requests.wait(wait))) return { kind: 'over' };
    const found = await lookForOnce(parts, place, identity);
    if (found.kind !== 'answer' || found.answer.kind !== 'absent') return found;
  }
  return { kind: 'answer', answer: { kind: 'absent' } };
}

/** How a row ends when nobody could say whether the person is there, or how they are. */
export function notFoundOut(row: RowRun, refusal: Refusal): PersonEnd {
  if (refusal.kind === 'forbidden') return { forbidden: refusal };
  return endUnanswered(row, refusal);
}

/** How a row ends for which the key is forbidden, where it is good for others. */
export function endForbidden(row: RowRun, refusal: Refusal): RowEnding {
  return wasSent(row) ? endUnanswered(row, refusal) : endRefused(refusal);
}

/** How a row ends that the server has said no to, with its words; where it said nothing, with what that means. */
export function endRefused(refusal: Refusal): RowEnding {
  const { failure: why } = refusal;
  const words =
    refusal.kind === 'notAccepted' ? refusal.words : why.code === 'connect.forbidden' ? why.facts.words : '';
  const said = words === '' && refusal.kind !== 'forbidden' ? { why } : {};
  return { outcome: 'failed', reason: 'notAccepted', words, ...said };
}

function endUnanswered(row: RowRun, { failure: why }: Refusal): RowEnding {
  return wasSent(row)
    ? { outcome: 'unknown', reason: 'notSettled', words: '', why }
    : { outcome: 'notTried', reason: 'lookUpFailed', words: '', why };
}

/** Whether a request of this upload may have done something for a row. */
export function wasSent({ open, isTouched }: RowRun): boolean {
  return open !== null || isTouched;
}

/** Who people are, in words: “Ana Ruiz” (ana@acme.com, E1). */
export function describeMembers(members: readonly TeamMember[]): string {
  return members
    .map(({ firstName, lastName, email, employeeId }) => {
      const ids = [email, employeeId].filter((id) => id !== '').join(', ');
      return `${quoted(`${firstName} ${lastName}`.trim())} (${ids})`;
    })
    .join(' and ');
}
