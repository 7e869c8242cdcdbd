import { DEFAULT_CHOICES, type MergeChoices } from '../../../shared/import/merge-columns.ts';
import {
  mergeChange,
  type MergeEntry,
  type MergeFile,
  type MergePlan,
} from '../../../shared/import/merge-plan.ts';
import { planMerge } from '../../../shared/import/plan-merge.ts';
import { READ_LATER } from '../../../shared/failures/entry.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { applyChange, type Change } from '../../../shared/roster/change.ts';
import { createRosterReader, type ReadRoster } from '../../../shared/roster/read-roster.ts';
import { emptyRoster, type Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { mended } from '../../../shared/rules/safe-fixes.ts';
import { SETTINGS } from '../rules/build-roster.ts';

const CHECKER = check(emptyRoster(), SETTINGS);

/** Reads rows, the header first, as a file would be. */
export function readRows(rows: readonly (readonly string[])[]): ReadRoster {
  const reader = createRosterReader('people.txt');
  reader.add(rows);
  const read = reader.finish();
  if (!read.ok) throw new Error(failureSentence(read.failure, READ_LATER));
  return read.value;
}

/** The rows, the header first, as a file that is added. */
export function fileOf(rows: readonly (readonly string[])[]): MergeFile {
  const { roster, columns } = readRows(rows);
  return { name: 'more.txt', roster, columns };
}

/** What adding a file would do, or why it cannot be added. */
export function tryPlan(
  roster: Roster,
  file: MergeFile,
  choices: Partial<MergeChoices> = {},
  team: CurrentTeam | null = null,
): MergePlan | string {
  const mend = (position: number, text: string): string => mended(CHECKER, position, text);
  const planned = finish(planMerge(roster, file, { ...DEFAULT_CHOICES, ...choices }, { mend, team }));
  return planned.ok
    ? planned.value
    : failureSentence(planned.failure, { program: 'app', isRosterOpen: true });
}

/** The same where it can be added; a test in which it cannot is a bug. */
export function planHere(...given: Parameters<typeof tryPlan>): MergePlan {
  const plan = tryPlan(...given);
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

/** Adds a file to a roster and answers the change. */
export function mergeHere(roster: Roster, file: MergeFile, choices?: Partial<MergeChoices>): Change {
  const change = finish(mergeChange(roster, planHere(roster, file, choices)));
  finish(applyChange(roster, change));
  return change;
}

/** The texts of a roster, row by row. */
export function cellsOf(roster: Roster): string[][] {
  return roster.rows.map(({ cells }) => [...cells]);
}

/** Every line of the file once, as the plan has it. */
export function entriesOf({ added, changed, unchanged, doubtful }: MergePlan): MergeEntry[] {
  const left = doubtful.filter(({ outcome }) => outcome === 'leftOut');
  return [...added, ...changed, ...unchanged, ...left].sort((a, b) => a.row.index - b.row.index);
}
