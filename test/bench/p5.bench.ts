import { applyChange } from '../../shared/roster/change.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { editsOf } from './edits.ts';
import { type OpenedFor, openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';

const EDITS = 900;

/** Work of an edit, in the middle. */
interface Visits {
  readonly rows: number;
  readonly rules: number;
}

const [create, update] = [await visitsAt('create'), await visitsAt('update')];
report({
  figure: Math.max(growthOf(create), growthOf(update)),
  details: `to create people ${described(create)}; to update them ${described(update)}`,
});

type AtBothSizes = Readonly<Record<'many' | 'few', Visits>>;

async function visitsAt(mode: OpenedFor): Promise<AtBothSizes> {
  return { many: await visitsOfAnEdit(300_000, mode), few: await visitsOfAnEdit(1_000, mode) };
}

/** Counted by the checker, so the same on every machine. */
async function visitsOfAnEdit(count: number, mode: OpenedFor): Promise<Visits> {
  const { read, checker } = await openPeople(await peopleFile(count), mode);
  const before = { ...checker.visits };
  let edits = 0;
  for (const change of editsOf(read.roster, EDITS)) {
    finish(applyChange(read.roster, change));
    checker.recheck(change);
    edits += 1;
  }
  return {
    rows: (checker.visits.rows - before.rows) / edits,
    rules: (checker.visits.rules - before.rules) / edits,
  };
}

function growthOf({ many, few }: AtBothSizes): number {
  return Math.max(many.rows / few.rows, many.rules / few.rules);
}

function described({ many, few }: AtBothSizes): string {
  return `an edit looks at ${many.rows.toFixed(2)} rows and asks ${many.rules.toFixed(1)} rules at 300,000, ${few.rows.toFixed(2)} and ${few.rules.toFixed(1)} at 1,000`;
}
