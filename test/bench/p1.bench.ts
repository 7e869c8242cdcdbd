import { floor } from './floor.ts';
import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

const path = await peopleFile(100_000);
const times = await mediansOf({ open: () => openPeople(path), floor: () => floor(path) });
report({
  figure: times.open / times.floor,
  details: `100,000 people open in ${milliseconds(times.open)}; FLOOR is ${milliseconds(times.floor)}`,
});
