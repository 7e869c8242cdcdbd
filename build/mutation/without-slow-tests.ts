import fc from 'fast-check';
import { beforeEach } from 'vitest';

// A mutant that is noticed is noticed: nobody waits for the least example.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

/**
 * Tests that every mutant on their way would wait for, since they are of half a million rows, of memory or of time, and
 * one that needs the whole number of random runs.
 */
const SLOW = new Set([
  'has more people than there is room for',
  'leader.cycle: a chain of 100,000 people is followed without recursion, and closed into a circle',
  'workbook.tooLarge: ends the real thread when a real workbook takes too much memory',
  'has come by every rule on the way',
  'follows a chain of 100,000 people',
  'are too many, and are counted',
  'keeps every value while it grows, and none that no row has',
  'adds no more rows than a roster may have, and says so',
]);

beforeEach(({ task, skip }) => {
  if (SLOW.has(task.name)) skip();
});
