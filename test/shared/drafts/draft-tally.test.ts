import { describe, expect, it } from 'vitest';
import { DraftTally } from '../../../shared/drafts/draft-tally.ts';
import { MAX_STEPS } from '../../../shared/roster/history.ts';

function tallyOf(kinds: string): [hasSteps: boolean, isUnsaved: boolean, changes: number] {
  const tally = new DraftTally();
  for (const kind of kinds.split(' ')) tally.take(kind);
  return [tally.hasSteps, tally.isUnsaved, tally.changes];
}

describe('DraftTally', () => {
  it.each([
    ['origin rows', [false, false, 0]],
    ['origin rows past', [true, true, 1]],
    ['past step step', [true, true, 3]],
    ['past undo', [true, false, 0]],
    ['past undo redo', [true, true, 1]],
    ['past saved', [true, false, 0]],
    ['past saved step part mode', [true, true, 1]],
    ['past saved undo', [true, true, 0]],
    ['past saved undo redo', [true, false, 0]],
    ['past saved undo step', [true, true, 1]],
    ['past undo step redo', [true, true, 1]],
    ['past undo saved redo', [true, true, 1]],
    ['past undo undo redo redo', [true, true, 1]],
  ] as const)('%s', (kinds, seen) => {
    expect(tallyOf(kinds)).toEqual(seen);
  });

  it('counts as many steps as can be undone', () => {
    const steps = (count: number) => Array.from({ length: count }, () => 'step').join(' ');
    expect(tallyOf(steps(MAX_STEPS))[2]).toBe(MAX_STEPS);
    expect(tallyOf(steps(MAX_STEPS + 3))[2]).toBe(MAX_STEPS);
  });
});
