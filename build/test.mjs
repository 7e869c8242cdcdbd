// `npm test`: everything that must hold before a merge, stage by stage, and one last line that counts it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeNode } from './node-version.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, flaky?: number }} Tally */

/** @type {{ title: string, script: string, report?: string, count?: (report: any) => Tally }[]} */
const stages = [
  { title: 'Types', script: 'types' },
  { title: 'Lint', script: 'lint' },
  { title: 'Format', script: 'format:check' },
  { title: 'Layers', script: 'layers' },
  { title: 'Dead code', script: 'dead-code' },
  { title: 'Workflows', script: 'workflows' },
  { title: 'Unit tests', script: 'test:unit', report: 'out/test/unit.json', count: countVitest },
  { title: 'Build', script: 'build' },
  {
    title: 'End-to-end tests',
    script: 'test:end-to-end',
    report: 'out/test/end-to-end.json',
    count: countPlaywright,
  },
];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { usable, sentence } = judgeNode(process.versions.node);
if (sentence !== null) console.error(sentence);
if (!usable) process.exit(1);
mkdirSync('out/test', { recursive: true });
for (const { report } of stages) if (report) rmSync(report, { force: true });

/** @type {Required<Tally>} */
const total = { passed: 0, failed: 0, skipped: 0, flaky: 0 };
let index = 0;
let ok = true;
while (ok && index < stages.length) ok = runStage(/** @type {typeof stages[number]} */ (stages[index++]));
const unrun = stages.slice(index).map(({ title }) => title.toLowerCase());
if (unrun.length > 0) console.log(`\nNot run: ${unrun.join(', ')}.`);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
const flaky = total.flaky > 0 ? `, ${total.flaky} flaky` : '';
const summary = `${total.passed} passed, ${total.failed} failed${skipped}${flaky}`;
writeFileSync('out/test/summary.txt', `${summary}\n`);
console.log(`\n${summary}`);
process.exit(ok ? 0 : 1);

/**
 * Runs a stage and adds what it counted; a stage that fails without a failed test counts as one.
 * @param {typeof stages[number]} stage
 */
function runStage({ title, script, report, count }) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
  const began = performance.now();
  const succeeded = runScript(script);
  const tally =
    report && count && existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : nothing();
  if (!succeeded && tally.failed === 0) tally.failed = 1;
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  total.flaky += tally.flaky ?? 0;
  const stageOk = succeeded && tally.failed === 0;
  console.log(`${stageOk ? 'ok' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return stageOk;
}

/**
 * Runs a script of package.json through the npm that runs this one.
 * @param {string} script
 */
function runScript(script) {
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', script];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return run.status === 0;
}

/** @returns {Tally} */
function nothing() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * Counts Vitest's JSON report; a file that could not even be loaded counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Tally}
 */
function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts Playwright's JSON report; errors outside a test (a file that does not load) count one each.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    flaky: stats.flaky,
  };
}
