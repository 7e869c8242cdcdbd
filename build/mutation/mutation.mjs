// `npm run mutation [-- AREA… --sample [SHARE] --workers COUNT]`: changes the source in small ways and counts how many of them
// the unit tests notice, area by area. Without an area all are gone over. What has not changed since the last run is not tried
// again, so a run that was stopped goes on with the next area.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { listAreas, ROOT } from './areas.mjs';
import { describe, isMissed, isUnnoticed, mutantsOf, sayScore, scoreOf } from './score.mjs';

/** @typedef {import('./areas.mjs').Area} Area */
/** @typedef {import('./score.mjs').Score} Score */

const OUT = 'out/mutation';
const CACHE = 'node_modules/.cache/mutation';
const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js';
/** What `--sample` alone draws: one mutant in twenty. */
const SAMPLE = '0.05';

process.chdir(ROOT);
const { share, workers, areas } = readArguments(process.argv.slice(2));
if (areas.length === 0 || !(share > 0 && share <= 1) || !(workers >= 1)) {
  console.error('Give areas such as shared/rules or shared, and a sample such as 0.1 of their mutants.');
  process.exit(2);
}
mkdirSync(OUT, { recursive: true });
mkdirSync(CACHE, { recursive: true });
/** @type {(Score | null)[]} */
const scores = [];
for (const area of areas) {
  scores.push(tryArea(area));
  writeFileSync(`${OUT}/scores.json`, JSON.stringify(scores, null, 2));
}
const missed = scores.filter((score) => score === null || isMissed(score));
console.log(`\n${scores.length - missed.length} of ${scores.length} areas reach their score.`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** @param {string[]} args */
function readArguments(args) {
  const at = args.indexOf('--sample');
  if (at >= 0 && !/^[\d.]+$/.test(args[at + 1] ?? '')) args.splice(at + 1, 0, SAMPLE);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sample: { type: 'string', default: '1' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const areas = listAreas().filter(
    ({ name }) =>
      positionals.length === 0 || positionals.some((asked) => name === asked || name.startsWith(`${asked}/`)),
  );
  return { share: Number(values.sample), workers: Number(values.workers), areas };
}

/**
 * Goes over one area and says what came of it, with what nobody noticed; null where its tests fail as they are.
 * @param {Area} area
 * @returns {Score | null}
 */
function tryArea(area) {
  const name = area.name.replaceAll('/', '-').replace('*', 'files');
  const report = `${OUT}/${name}.json`;
  rmSync(report, { force: true });
  // A mutant that was not drawn must not be taken for one that was tried: each sample has a memory of its own.
  const incremental = `${CACHE}/${name}${share === 1 ? '' : `-${share}`}.json`;
  const began = performance.now();
  const run = runStryker(area, report, incremental);
  if (run.status !== 0) {
    console.error(`${area.name}: Stryker failed.\n${run.stdout}`);
    return null;
  }
  const mutants = mutantsOf(JSON.parse(readFileSync(report, 'utf8')));
  const score = scoreOf(area, share, mutants, (performance.now() - began) / 1000);
  for (const mutant of mutants) if (isUnnoticed(mutant)) console.log(describe(mutant));
  console.log(sayScore(score));
  return score;
}

/**
 * @param {Area} area
 * @param {string} report where what came of each mutant is written
 * @param {string} incremental where it is kept for the next run
 */
function runStryker(area, report, incremental) {
  return spawnSync(process.execPath, [STRYKER, 'run', 'build/mutation/stryker.config.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: {
      ...process.env,
      // A proof ends with this, and no mutant waits for its whole runs: the tier of `npm test`, with the seed that stays.
      ROLLCALL_PROOF: '0',
      ROLLCALL_SEED: undefined,
      MUTATION_AREA: JSON.stringify({ mutate: area.mutate, report, incremental, workers }),
      MUTATION_TESTS: area.tests.join(' '),
      MUTATION_SAMPLE: String(share),
    },
  });
}
