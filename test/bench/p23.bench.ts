import { DEFAULT_CHOICES } from '../../shared/import/merge-columns.ts';
import { mergeChange } from '../../shared/import/merge-plan.ts';
import { planMerge } from '../../shared/import/plan-merge.ts';
import { AT } from '../../shared/person/catalogue.ts';
import type { SlicedWork } from '../../shared/roster/sliced-work.ts';
import { mended } from '../../shared/rules/safe-fixes.ts';
import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

const ROUNDS = 3;
/** Of so many people of the second file one has moved, and one is new. */
const PEOPLE_TO_A_MOVE = 10;
const PEOPLE_TO_A_NEWCOMER = 100;

const path = await peopleFile(100_000);
const { read, checker } = await openPeople(path);
const second = (await openPeople(path)).read;
for (const { index, cells } of second.roster.rows) {
  if (index % PEOPLE_TO_A_MOVE === 0) cells[AT.homeTown] = 'Ghent';
  if (index % PEOPLE_TO_A_NEWCOMER > 0) continue;
  cells[AT.email] = `new${index}@acme.example`;
  cells[AT.employeeId] = `N${index}`;
}

let longest = 0;
const { merged, opened } = await mediansOf({ merged: merge, opened: () => openPeople(path) }, ROUNDS);
report({
  figure: merged / (2 * opened),
  details: `100,000 people and 100,000: ${milliseconds(merged)}, each file opened in ${milliseconds(opened)}; the longest slice ${milliseconds(longest)}`,
});

function merge(): void {
  longest = 0;
  const file = { name: 'more.txt', roster: second.roster, columns: second.columns };
  const mend = (position: number, text: string): string => mended(checker, position, text);
  const planned = inSlicesTimed(planMerge(read.roster, file, DEFAULT_CHOICES, { mend, team: null }));
  if (!planned.ok) throw new Error(planned.failure.code);
  inSlicesTimed(mergeChange(read.roster, planned.value));
}

function inSlicesTimed<Value>(work: SlicedWork<Value>): Value {
  for (;;) {
    const began = performance.now();
    const slice = work.next();
    longest = Math.max(longest, performance.now() - began);
    if (slice.done === true) return slice.value;
  }
}
