import { apply } from '../../shared/roster/apply.ts';
import { editsOf } from './edits.ts';
import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';
import { quantile } from './time.ts';

const WARM_UP = 2_000;
const { read, checker } = await openPeople(await peopleFile(100_000));
const times: number[] = [];
for (const change of editsOf(read.roster, 20_000)) {
  apply(read.roster, change);
  const began = performance.now();
  checker.recheck(change);
  times.push((performance.now() - began) * 1000);
}
const warm = times.slice(WARM_UP);
const figure = quantile(warm, 0.99);
report({
  figure,
  details: `${warm.length.toLocaleString('en-US')} edits of 100,000 people; the middle one took ${quantile(warm, 0.5).toFixed(1)} µs, the slowest ${quantile(warm, 1).toFixed(0)} µs`,
});
