import { applyChange } from '../../shared/roster/change.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { editsOf } from './edits.ts';
import { type OpenedFor, openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';
import { quantile } from './time.ts';

const WARM_UP = 2_000;
const EDITS = 20_000;

const [create, update] = [await recheckTimes('create'), await recheckTimes('update')];
report({
  figure: Math.max(quantile(create, 0.99), quantile(update, 0.99)),
  details: `${create.length.toLocaleString('en-US')} edits of 100,000 people; to create them ${described(create)}; to update them ${described(update)}`,
});

/** Microseconds of each edit's recheck. */
async function recheckTimes(mode: OpenedFor): Promise<number[]> {
  const { read, checker } = await openPeople(await peopleFile(100_000), mode);
  const times: number[] = [];
  for (const change of editsOf(read.roster, EDITS)) {
    finish(applyChange(read.roster, change));
    const began = performance.now();
    checker.recheck(change);
    times.push((performance.now() - began) * 1000);
  }
  return times.slice(WARM_UP);
}

function described(times: readonly number[]): string {
  const [middle, p99, slowest] = [0.5, 0.99, 1].map((share) => quantile(times, share));
  return `p99 ${p99?.toFixed(1)} µs, the middle one ${middle?.toFixed(1)} µs, the slowest ${slowest?.toFixed(0)} µs`;
}
