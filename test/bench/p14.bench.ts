import { stat } from 'node:fs/promises';
import { openPeople } from './open-people.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';

const MEGABYTE = 1024 * 1024;
const path = await peopleFile(100_000);
const { size } = await stat(path);
// Opened once before: what the code itself keeps is not the roster's.
await openPeople(await peopleFile(1_000));
const before = memory();
const open = await openPeople(path);
const after = memory();
report({
  figure: (after - before) / size,
  details: `${Math.round((after - before) / MEGABYTE)} MB for ${open.read.roster.rows.length.toLocaleString('en-US')} people of a file of ${Math.round(size / MEGABYTE)} MB`,
});

/** Bytes of heap and buffers that are reachable. */
function memory(): number {
  if (globalThis.gc === undefined)
    throw new Error('Run it by `npm run bench`, which exposes the garbage collector.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
