import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

const path = await peopleFile(100_000);
const times = await mediansOf({
  open: () => openPeople(path),
  papaparse: async () => new Papa.Parser({ delimiter: '\t', newline: '\n' }).parse(await text(), 0, false),
});
report({
  figure: times.open / times.papaparse,
  details: `read and papaparse alone take ${milliseconds(times.papaparse)}`,
});

async function text(): Promise<string> {
  return (await readFile(path)).toString('utf16le');
}
