// `npm run proof`: the tests at full length, nightly and before a release: every property, kill suite and walk with all its
// runs (`test/tier.ts`) and a seed of its own, which `ROLLCALL_SEED` repeats. Prints what was run how often.
import { existsSync, readFileSync } from 'node:fs';
import { isMissed } from './mutation/score.mjs';
import { runPhases, STAGES } from './run-stages.mjs';

process.env['ROLLCALL_PROOF'] = '1';
process.env['ROLLCALL_SEED'] ??= String(Date.now() % 2 ** 31);

/** @type {import('./run-stages.mjs').Stage} */
const mutation = {
  title: 'Mutation',
  script: 'mutation',
  report: 'out/mutation/scores.json',
  count: countAreas,
};

await runPhases([[[STAGES.unit]], [[STAGES.build]], [[STAGES.endToEnd]], [[mutation]]], printCounts);

/** Says the titles that name how often something was done. */
function printCounts() {
  console.log(`\nSeed: ${process.env['ROLLCALL_SEED']}`);
  if (!existsSync('out/test/unit.json')) return;
  const { testResults } = JSON.parse(readFileSync('out/test/unit.json', 'utf8'));
  for (const { assertionResults } of testResults)
    for (const { status, fullName } of assertionResults)
      if (/\d+ (?:kills|paths|cases)/.test(fullName)) console.log(`${status}: ${fullName}`);
}

/**
 * Counts areas that reach their score as tests that pass.
 * @param {readonly (import('./mutation/score.mjs').Score | null)[]} scores null where an area’s tests failed as they are
 */
function countAreas(scores) {
  const failed = scores.filter((score) => score === null || isMissed(score)).length;
  return { passed: scores.length - failed, failed, skipped: 0, flaky: 0 };
}
