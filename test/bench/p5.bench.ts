import { apply } from '../../shared/roster/apply.ts';
import { editsOf } from './edits.ts';
import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';

const EDITS = 900;
const [many, few] = [await visitsOfAnEdit(300_000), await visitsOfAnEdit(1_000)];
report({
  figure: Math.max(many.rows / few.rows, many.rules / few.rules),
  details: `an edit looks at ${many.rows.toFixed(2)} rows and asks ${many.rules.toFixed(1)} rules at 300,000 people, ${few.rows.toFixed(2)} and ${few.rules.toFixed(1)} at 1,000`,
});

/** Counted by the checker, so the same on every machine. */
async function visitsOfAnEdit(count: number): Promise<{ rows: number; rules: number }> {
  const { read, checker } = await openPeople(await peopleFile(count));
  const before = { ...checker.visits };
  let edits = 0;
  for (const change of editsOf(read.roster, EDITS)) {
    apply(read.roster, change);
    checker.recheck(change);
    edits += 1;
  }
  return {
    rows: (checker.visits.rows - before.rows) / edits,
    rules: (checker.visits.rules - before.rules) / edits,
  };
}
