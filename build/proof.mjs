// `npm run proof [-- --again]`: the tests at full length, nightly and before a release: every property, kill suite and walk
// with all its runs (`test/tier.ts`) and a seed of its own, which `ROLLCALL_SEED` repeats. Prints what was run how often.
// It takes hours: one that was stopped, or in which a stage failed, goes on with what has not passed while the files are the
// same; `--again` begins anew.
import { isMissed } from './mutation/score.mjs';
import { openJournal } from './proof-journal.mjs';
import { runResumable, STAGES } from './run-stages.mjs';

const journal = openJournal({ again: process.argv.includes('--again'), seed: process.env['ROLLCALL_SEED'] });
process.env['ROLLCALL_PROOF'] = '1';
process.env['ROLLCALL_SEED'] = journal.seed;

/** The longest test: each of its walks is a stage, so that what has passed need not run again. */
const WALK = 'test/electron/agent-connect/push/whole-walk.test.ts';
const SCENARIOS = ['created', 'invited', 'two-teams', 'updated'].flatMap((name) => [
  name,
  `${name}-by-pages`,
]);

/** The unit tests in parts, for the same reason. */
const units = [['shared'], ['electron'], ['renderer'], ['build', 'simulator', 'fuzz']].map((folders) => ({
  ...STAGES.unit,
  title: `Unit tests: ${folders.join(', ')}`,
  args: [...folders.map((folder) => `test/${folder}/`), '--exclude', WALK],
  note: countsOf,
}));
const walks = SCENARIOS.map((name) => ({
  ...STAGES.unit,
  title: `Walk: ${name}`,
  args: [WALK, '-t', `walk-of-${name}:`],
}));
/** @type {import('./run-stages.mjs').Stage} */
const mutation = {
  title: 'Mutation',
  script: 'mutation',
  report: 'out/mutation/scores.json',
  count: countAreas,
};

await runResumable([...units, ...walks, STAGES.build, STAGES.endToEnd, mutation], journal);

/**
 * The titles that name how often something was done.
 * @param {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} report
 */
function countsOf({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName }) => /\d+ (?:kills|paths|cases)/.test(fullName))
    .map(({ status, fullName }) => `${status}: ${fullName}`);
}

/**
 * Counts areas that reach their score as tests that pass.
 * @param {readonly (import('./mutation/score.mjs').Score | null)[]} scores null where an area’s tests failed as they are
 */
function countAreas(scores) {
  const failed = scores.filter((score) => score === null || isMissed(score)).length;
  return { passed: scores.length - failed, failed, skipped: 0, flaky: 0 };
}
