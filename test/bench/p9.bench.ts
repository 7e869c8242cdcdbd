import { planExport, planRows } from '../../shared/export/plan-export.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { serialize, serializeInBatches } from '../../shared/text/serialize.ts';
import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

const { read, checker } = await openPeople(await peopleFile(100_000));
const { roster } = read;
const text = flat(serialize(rows(), '\t'));
const times = await mediansOf({
  export: () =>
    Array.from(serializeInBatches(rows(), '\t', 400), (batch) => Buffer.from(batch.text, 'utf16le')),
  encode: () => Buffer.from(text, 'utf16le'),
});
report({
  figure: times.export / times.encode,
  details: `100,000 people become bytes in ${milliseconds(times.export)}; ENCODE is ${milliseconds(times.encode)}`,
});

function rows(): Iterable<readonly string[]> {
  const options = { rows: 'all', leadersFirst: false, passwords: true, carried: true } as const;
  return planRows(roster, finish(planExport(roster, (row) => checker.problemsOf(row), options)), 'written');
}

/** The same text as one piece in memory; a text that was joined is a tree of its parts until somebody needs it flat. */
function flat(joined: string): string {
  return Buffer.from(joined, 'utf16le').toString('utf16le');
}
