// What `npm test` and `npm run proof` are made of: scripts of package.json as stages, some beside each other, with a table
// of their seconds and one last line that counts their tests.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeNode } from './node-version.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Tally */
/** @typedef {{ title: string, script: string, args?: readonly string[], report?: string, count?: (report: any) => Tally, note?: (report: any) => string[] }} Stage */
/** @typedef {{ title: string, seconds: number, ok: boolean, tally: Tally, notes: string[] }} Ran */
/** @typedef {ReturnType<typeof import('./proof-journal.mjs').openJournal>} Journal */

/** @type {Readonly<Record<'types' | 'lint' | 'format' | 'layers' | 'deadCode' | 'workflows' | 'build' | 'unit' | 'endToEnd', Stage>>} */
export const STAGES = {
  types: { title: 'Types', script: 'types' },
  lint: { title: 'Lint', script: 'lint' },
  format: { title: 'Format', script: 'format:check' },
  layers: { title: 'Layers', script: 'layers' },
  deadCode: { title: 'Dead code', script: 'dead-code' },
  workflows: { title: 'Workflows', script: 'workflows' },
  build: { title: 'Build', script: 'build' },
  unit: { title: 'Unit tests', script: 'test:unit', report: 'out/test/unit.json', count: countVitest },
  endToEnd: {
    title: 'End-to-end tests',
    script: 'test:end-to-end',
    report: 'out/test/end-to-end.json',
    count: countPlaywright,
  },
};

/**
 * Runs phase after phase until one fails. The lanes of a phase run beside each other, the stages of a lane one after the
 * other. Ends the process, with the count in out/test/summary.txt as well.
 * @param {readonly (readonly (readonly Stage[])[])[]} phases
 */
export async function runPhases(phases) {
  prepare();
  /** @type {Ran[]} */
  const ran = [];
  const began = performance.now();
  for (const lanes of phases) {
    if (ran.some(({ ok }) => !ok)) break;
    await Promise.all(lanes.map((lane) => runLane(lane, ran)));
  }
  finish(phases.flat(2), ran, secondsSince(began));
}

/**
 * Runs one stage after another, those after a failure too, but none that the journal has as passed: a run that was stopped
 * goes on. Says beforehand what there is to do and how long it took the last time. Ends the process as `runPhases` does.
 * @param {readonly Stage[]} stages
 * @param {Journal} journal
 */
export async function runResumable(stages, journal) {
  const open = stages.filter(({ title }) => !journal.find(title));
  prepare();
  console.log(`Seed: ${journal.seed}`);
  for (const { title } of stages) console.log(`${title.padEnd(36)}${sayExpected(journal, title)}`);
  /** @type {Ran[]} */
  const ran = [];
  const began = performance.now();
  for (const stage of stages) {
    const before = journal.find(stage.title);
    if (!before) console.log(headline(`${open.indexOf(stage) + 1} of ${open.length}`));
    const done = before ?? (await runStage(stage));
    // What has no tests, such as the build, is quick, and may have been replaced by another since.
    if (!before && stage.count) journal.record(done);
    ran.push(done);
  }
  for (const note of ran.flatMap(({ notes }) => notes)) console.log(note);
  finish(stages, ran, secondsSince(began));
}

/**
 * @param {Journal} journal
 * @param {string} title
 */
function sayExpected(journal, title) {
  if (journal.find(title)) return 'passed before';
  const seconds = journal.lastSeconds(title);
  return seconds === undefined ? 'never timed here' : `${Math.ceil(seconds / 60)} min the last time`;
}

/** Makes ready for stages; ends the process on a Node that cannot run them. */
function prepare() {
  const { usable, sentence } = judgeNode(process.versions.node);
  if (sentence !== null) console.error(sentence);
  if (!usable) process.exit(1);
  mkdirSync('out/test', { recursive: true });
}

/**
 * Prints the table and the count, and ends the process.
 * @param {readonly Stage[]} all
 * @param {readonly Ran[]} ran
 * @param {number} whole seconds of them all
 */
function finish(all, ran, whole) {
  printTable(all, ran, whole);
  const summary = summaryOf(ran.map(({ tally }) => tally));
  writeFileSync('out/test/summary.txt', `${summary}\n`);
  console.log(`\n${summary}`);
  process.exit(ran.every(({ ok }) => ok) ? 0 : 1);
}

/**
 * @param {readonly Stage[]} lane
 * @param {Ran[]} ran
 */
async function runLane(lane, ran) {
  for (const stage of lane) {
    const done = await runStage(stage);
    ran.push(done);
    if (!done.ok) return;
  }
}

/** Whether a stage is showing its output as it comes. */
let isShowing = false;

/**
 * Runs a stage and counts its tests; one that fails without a failed test counts as one. A stage with tests shows its
 * output as it comes, but one at a time, and another at its end, so that lanes do not get in between each other’s lines.
 * @param {Stage} stage
 * @returns {Promise<Ran>}
 */
async function runStage({ title, script, args = [], report, count, note }) {
  if (report) rmSync(report, { force: true });
  const began = performance.now();
  const isShown = count !== undefined && !isShowing;
  if (isShown) {
    isShowing = true;
    console.log(headline(title));
  }
  const { succeeded, output } = await runScript(script, args, isShown);
  if (isShown) isShowing = false;
  const found = report && existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  const tally = found && count ? count(found) : nothing();
  if (!succeeded && tally.failed === 0) tally.failed = 1;
  const ok = succeeded && tally.failed === 0;
  const seconds = secondsSince(began);
  if (!isShown) console.log(`${headline(title)}${output === '' ? '' : `\n${output.trimEnd()}`}`);
  console.log(`${title}: ${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  return { title, seconds, ok, tally, notes: (found && note?.(found)) ?? [] };
}

/**
 * Runs a script of package.json through the npm that runs this one.
 * @param {string} script
 * @param {readonly string[]} given arguments of it
 * @param {boolean} isShown whether its output is shown as it comes
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
function runScript(script, given, isShown) {
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', script, ...(given.length > 0 ? ['--', ...given] : [])];
  const child = spawn(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, {
    stdio: ['inherit', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    shell: !npm && process.platform === 'win32',
    // The compiler and the linter of types are Go programs that soon end: rarely collecting garbage saves a third of their time.
    env: { GOGC: '400', ...process.env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ succeeded: false, output: `${error.message}\n` }));
    child.once('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}

/** @param {string} title */
function headline(title) {
  return `\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`;
}

/** @param {number} began */
function secondsSince(began) {
  return (performance.now() - began) / 1000;
}

/**
 * @param {readonly Stage[]} all
 * @param {readonly Ran[]} ran
 * @param {number} whole seconds of them all
 */
function printTable(all, ran, whole) {
  console.log(headline('Seconds of each stage'));
  for (const { title } of all) {
    const done = ran.find((other) => other.title === title);
    const said = done ? `${done.seconds.toFixed(1).padStart(7)}${done.ok ? '' : '  FAILED'}` : 'not run';
    console.log(`${title.padEnd(36)}${said}`);
  }
  console.log(`${'All, some at once'.padEnd(36)}${whole.toFixed(1).padStart(7)}`);
}

/** @param {readonly Tally[]} tallies */
function summaryOf(tallies) {
  const total = nothing();
  for (const { passed, failed, skipped, flaky } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.flaky += flaky;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  const flaky = total.flaky > 0 ? `, ${total.flaky} flaky` : '';
  return `${total.passed} passed, ${total.failed} failed${skipped}${flaky}`;
}

/** @returns {Tally} */
function nothing() {
  return { passed: 0, failed: 0, skipped: 0, flaky: 0 };
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
    flaky: 0,
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
