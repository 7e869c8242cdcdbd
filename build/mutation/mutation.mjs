// `npm run mutation [-- AREA… --sample SHARE]`: changes the source in small ways and counts how many of them the unit tests
// notice, area by area. Without an area all are gone over; what has not changed since the last run is not tried again.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listAreas, ROOT } from './areas.mjs';
import { NOT_DRAWN } from './plugins.mjs';

/** @typedef {import('./areas.mjs').Area} Area */
/** @typedef {{ area: string, share: number, mutants: number, killed: number, survived: number, noCoverage: number, score: number, wanted: number }} Score */
/** @typedef {import('@stryker-mutator/api/core').MutantResult} Mutant */
/** @typedef {{ files: Record<string, { mutants: Mutant[] }> }} Report */

const OUT = 'out/mutation';
const CACHE = 'node_modules/.cache/mutation';
const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js';

process.chdir(ROOT);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' } },
});
const share = Number(values.sample ?? 1);
const areas = listAreas().filter(
  ({ name }) =>
    positionals.length === 0 || positionals.some((asked) => name === asked || name.startsWith(`${asked}/`)),
);
if (areas.length === 0 || !(share > 0 && share <= 1)) {
  console.error('Give areas such as shared/rules or shared, and a sample such as 0.1 of their mutants.');
  process.exit(2);
}
mkdirSync(OUT, { recursive: true });
mkdirSync(CACHE, { recursive: true });
const scores = areas.map(tryArea);
writeFileSync(`${OUT}/scores.json`, JSON.stringify(scores, null, 2));
const missed = scores.filter((score) => !(score.score >= score.wanted));
console.log(`\n${scores.length - missed.length} of ${scores.length} areas reach their score.`);
process.exitCode = missed.length === 0 ? 0 : 1;

/**
 * Goes over one area and says what came of it, with what nobody noticed.
 * @param {Area} area
 * @returns {Score}
 */
function tryArea(area) {
  const name = area.name.replaceAll('/', '-').replace('*', 'files');
  const report = `${OUT}/${name}.json`;
  rmSync(report, { force: true });
  // A mutant that was not drawn must not be taken for one that was tried.
  const incremental = share === 1 ? `${CACHE}/${name}.json` : null;
  const began = performance.now();
  const run = spawnSync(process.execPath, [STRYKER, 'run', 'build/mutation/stryker.config.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: {
      ...process.env,
      // A proof ends with this, and no mutant waits for its whole runs: the tier of `npm test`, with the seed that stays.
      ROLLCALL_PROOF: '0',
      ROLLCALL_SEED: undefined,
      MUTATION_AREA: JSON.stringify({ mutate: area.mutate, report, incremental }),
      MUTATION_TESTS: area.tests.join(' '),
      MUTATION_SAMPLE: String(share),
    },
  });
  if (run.status !== 0) {
    console.error(`${area.name}: Stryker failed.\n${run.stdout}`);
    process.exit(1);
  }
  const mutants = mutantsOf(JSON.parse(readFileSync(report, 'utf8')));
  const score = scoreOf(area, mutants);
  for (const mutant of mutants) if (isUnnoticed(mutant)) console.log(describe(mutant));
  console.log(`${sayScore(score)} (${Math.round((performance.now() - began) / 1000)} s)`);
  return score;
}

/**
 * The mutants that count: drawn, compiled, and not marked as equivalent.
 * @param {Report} report
 */
function mutantsOf({ files }) {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status, statusReason }) => status !== 'Ignored' && statusReason !== NOT_DRAWN)
      .map((mutant) => ({ ...mutant, file })),
  );
}

/**
 * @param {Area} area
 * @param {readonly Mutant[]} mutants
 * @returns {Score}
 */
function scoreOf({ name, wanted }, mutants) {
  /** @param {string[]} statuses */
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived, noCoverage] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  const all = killed + survived + noCoverage;
  const score = all === 0 ? 100 : (100 * killed) / all;
  return { area: name, share, mutants: all, killed, survived, noCoverage, score, wanted };
}

/** @param {Mutant} mutant */
function isUnnoticed({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

/** @param {Mutant & { file: string }} mutant */
function describe({ file, location, mutatorName, replacement = '', status }) {
  const seen = status === 'NoCoverage' ? ' (no test comes here)' : '';
  return `  ${file}:${location.start.line}:${location.start.column} ${mutatorName}${seen}: ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`;
}

/** @param {Score} score */
function sayScore({ area, mutants, killed, survived, noCoverage, score, wanted }) {
  const how = share === 1 ? 'whole' : `sample of ${share}`;
  return `${area}, ${how}: ${mutants} mutants, ${killed} noticed, ${survived} survived, ${noCoverage} without a test: ${score.toFixed(1)} % of ${wanted} %`;
}
