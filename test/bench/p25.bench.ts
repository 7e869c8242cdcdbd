import { sentenceOf } from '../../shared/rules/messages.ts';
import { peopleOf } from '../shared/rules/build-roster.ts';
import { openPeople } from './open-people.ts';
import { peopleFile, strangersFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

const ROUNDS = 5;

/** Opens a file and says every problem with its fixes, as the command line does. */
async function openAndSay(path: string): Promise<number> {
  const { read, checker } = await openPeople(path);
  const people = peopleOf(read.roster);
  let letters = 0;
  for (const row of read.roster.rows)
    for (const problem of checker.problemsOf(row.id))
      if (problem.code === 'leader.notFound')
        letters += sentenceOf(problem, people).length + problem.fixes.length;
  return letters;
}

// 5,000 of them are leaders, and 20,000 have one of their own whom nobody knows.
const [plain, strangers] = [await peopleFile(100_000), await strangersFile(100_000)];
const times = await mediansOf(
  { opened: () => openPeople(plain), said: () => openAndSay(strangers), unsaid: () => openPeople(strangers) },
  ROUNDS,
);
report({
  figure: times.said / times.opened - 1,
  details: `100,000 people open in ${milliseconds(times.opened)}, with 20,000 unknown leaders in ${milliseconds(times.unsaid)}, and with whom each may mean in ${milliseconds(times.said)}`,
});
