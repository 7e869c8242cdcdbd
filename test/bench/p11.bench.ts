import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { readSource } from '../../electron/files/read-source.ts';
import { parseText } from '../../shared/text/parse-text.ts';
import { scan } from './floor.ts';
import { peopleWorkbook } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { median } from './time.ts';
import { deflatedParts } from './zip-parts.ts';

const ROUNDS = 5;
const path = await peopleWorkbook(100_000);
const parts = deflatedParts(await readFile(path));
const [reading, bound]: [number[], number[]] = [[], []];
// Round 0 warms up.
for (let round = 0; round <= ROUNDS; round += 1) {
  const [read, least] = [await cpuOf(readRows), await cpuOf(inflateAndScan)];
  if (round === 0) continue;
  reading.push(read);
  bound.push(least);
}
report({
  figure: median(reading) / median(bound),
  details: `a workbook of 100,000 people takes ${milliseconds(median(reading))} of CPU, the bound ${milliseconds(median(bound))}`,
});

async function readRows(): Promise<void> {
  const source = await readSource(path);
  if (!source.ok) throw new Error(source.failure.code);
  if (parseText(source.value.text, '\t').length !== 100_001) throw new Error('Rows are missing');
}

function inflateAndScan(): void {
  for (const part of parts) scan(inflateRawSync(part).toString('utf8'));
}

/** Milliseconds of all threads' CPU: the workbook is read in a thread of its own. */
async function cpuOf(work: () => Promise<void> | void): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
