import type { Checker } from '../../../shared/rules/checker.ts';
import { type SlicedWork, within } from '../../../shared/roster/sliced-work.ts';

/** Share of the time that goes to preparing the search for Team Leaders, where one of them is not known. */
const LEADERS = 0.15;

/**
 * Checks everything, and makes ready what the sentences of unknown Team Leaders ask for: made when the first of them is
 * drawn, it would hold the window’s thread for as long as it takes.
 */
export function* loadChecker(checker: Checker): SlicedWork<void> {
  yield* within(checker.load(), 0, 1 - LEADERS);
  if (checker.counts.byCode.has('leader.notFound'))
    yield* within(checker.leaders.preparing(), 1 - LEADERS, 1);
}
