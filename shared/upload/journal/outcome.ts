import { z } from 'zod';
import { columns } from '../../person/catalogue.ts';
import { failureSchema } from '../../failures/failures.ts';

/** How a row of an upload ends: in exactly one of these. */
export const OUTCOMES = ['created', 'updated', 'skipped', 'failed', 'held', 'unknown', 'notTried'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a row is while an upload runs, or how it has ended. */
export const ROW_STATES = ['waiting', 'lookingUp', 'sending', 'settling', ...OUTCOMES] as const;
export type RowState = (typeof ROW_STATES)[number];

/** Whether a row has not ended yet. */
export function isOpen(state: RowState): state is Exclude<RowState, Outcome> {
  return !OUTCOMES.some((outcome) => outcome === state);
}

/** Why a row has ended as it has, where its outcome does not say all. */
export const reason = z.enum([
  /** Created or updated: the request got no answer, and the person was found as they should be. */
  'notConfirmed',
  /** Created: sent again after the person was not found for the whole settling time; the first may have worked late. */
  'sentTwice',
  /** Skipped: in Agent Connect when it was planned, when it was to be sent, or with all that should change. */
  'planned',
  'thereAlready',
  'asWanted',
  /** Failed: the identifiers are somebody else's; the server has said no. */
  'conflict',
  'notAccepted',
  /** Failed, of an update: someone has changed or removed them since the plan. */
  'changedSince',
  'gone',
  /** Unknown, of an update: nobody is found after something was sent that got no answer. */
  'goneAfter',
  /** Held: the leader's row was not carried out. */
  'leader',
  /** Unknown: no look-up was answered; nobody was there after an invitation, or after every try; it was stopped before. */
  'notSettled',
  'absentAfterInvitation',
  'absentAfterAll',
  'stoppedBefore',
  /** Not tried: problems; nobody said whether they are there; the upload was stopped by somebody, or by the server. */
  'blocked',
  'lookUpFailed',
  'stopped',
  'forbidden',
]);
export type Reason = z.infer<typeof reason>;

/** What Agent Connect stored otherwise than it was sent, in the words of a roster. */
export const storedOtherwise = z.strictObject({
  column: z.enum(columns.map(({ key }) => key)),
  sent: z.string(),
  stored: z.string(),
});
export type StoredOtherwise = z.infer<typeof storedOtherwise>;

/** What a creation does that no look-up can confirm: the invitation that it sends, the temporary password that it sets. */
export const unverifiable = z.enum(['invitation', 'password']);
export type Unverifiable = z.infer<typeof unverifiable>;

/** How a row has ended. */
export const ending = z.strictObject({
  outcome: z.enum(OUTCOMES),
  reason: reason.nullable(),
  /** What there is to add: the server's words, who has the identifiers, which columns; empty where there is nothing. */
  words: z.string(),
  /** What the server or the network did, where that is why. */
  why: failureSchema.optional(),
  /** Created or updated: the fields that were stored otherwise than they were sent. */
  stored: z.array(storedOtherwise).readonly().optional(),
});
export type RowEnding = z.infer<typeof ending>;
