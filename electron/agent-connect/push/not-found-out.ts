import { READ_LATER } from '../../../shared/failure-entry.ts';
import { failureSentence } from '../../../shared/failures.ts';
import type { RowEnding } from '../../../shared/upload/journal/outcome.ts';
import type { RowRun } from '../../../shared/upload/journal/row-run.ts';
import type { Refusal } from '../client/refusal.ts';

/** How a row ends when nobody could say whether the person is there, or how they are. */
export function notFoundOut(row: RowRun, { failure: why }: Refusal): RowEnding {
  const words = failureSentence(why, READ_LATER);
  return row.open !== null || row.isTouched
    ? { outcome: 'unknown', reason: 'notSettled', words }
    : { outcome: 'notTried', reason: 'lookUpFailed', words };
}

/** What the server said against a person; where it said nothing, what that means. */
export function wordsOf(refusal: Refusal): string {
  return refusal.kind === 'notAccepted' && refusal.words !== ''
    ? refusal.words
    : failureSentence(refusal.failure, READ_LATER);
}
