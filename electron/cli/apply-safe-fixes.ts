import { applyChange } from '../../shared/roster/change.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import { safeFixes } from '../../shared/rules/safe-fixes.ts';

/** Applies all safe fixes, and those that they bring to light, and answers how many cells changed. */
export function applySafeFixes(roster: Roster, checker: Checker): number {
  const change = finish(safeFixes(roster, checker));
  finish(applyChange(roster, change));
  checker.recheck(change);
  return change.cells.length;
}
