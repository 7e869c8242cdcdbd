import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

const MANY = 300_000;
const FEW = 10_000;
const [many, few] = [await peopleFile(MANY), await peopleFile(FEW)];
const times = await mediansOf({ many: () => openPeople(many), few: () => openPeople(few) }, 5);
report({
  figure: times.many / MANY / (times.few / FEW),
  details: `300,000 people open in ${milliseconds(times.many)}, 10,000 in ${milliseconds(times.few)}`,
});
