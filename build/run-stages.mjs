// What `npm test` and `npm run proof` are made of: scripts of package.json as stages, some beside each other, with a table
// of their seconds and one last line that counts their tests.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judgeNode } from './node-version.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Tally */
/** @typedef {{ title: string, script: string, report?: string, count?: (report: any) => Tally }} Stage */
/** @typedef {{ title: string, seconds: number, ok: boolean, tally: Tally }} Ran */

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
 * @param {() => void} [report] what is said of the tests before the table
 */
export async function runPhases(phases, report) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const { usable, sentence } = judgeNode(process.versions.node);
  if (sentence !== null) console.error(sentence);
  if (!usable) process.exit(1);
  mkdirSync('out/test', { recursive: true });
  const all = phases.flat(2);
  for (const stage of all) if (stage.report) rmSync(stage.report, { force: true });
  /** @type {Ran[]} */
  const ran = [];
  const began = performance.now();
  for (const lanes of phases) {
    if (ran.some(({ ok }) => !ok)) break;
    await Promise.all(lanes.map((lane) => runLane(lane, ran)));
  }
  report?.();
  printTable(all, ran, secondsSince(began));
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
async function runStage({ title, script, report, count }) {
  const began = performance.now();
  const isShown = count !== undefined && !isShowing;
  if (isShown) {
    isShowing = true;
    console.log(headline(title));
  }
  const { succeeded, output } = await runScript(script, isShown);
  if (isShown) isShowing = false;
  const tally =
    report && count && existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : nothing();
  if (!succeeded && tally.failed === 0) tally.failed = 1;
  const ok = succeeded && tally.failed === 0;
  const seconds = secondsSince(began);
  if (!isShown) console.log(`${headline(title)}${output === '' ? '' : `\n${output.trimEnd()}`}`);
  console.log(`${title}: ${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  return { title, seconds, ok, tally };
}

/**
 * Runs a script of package.json through the npm that runs this one.
 * @param {string} script
 * @param {boolean} isShown whether its output is shown as it comes
 * @returns {Promise<{ succeeded: boolean, output: string }>}
 */
function runScript(script, isShown) {
  const npm = process.env['npm_execpath'];
  const args = ['run', '--silent', script];
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
    console.log(`${title.padEnd(20)}${said}`);
  }
  console.log(`${'All, some at once'.padEnd(20)}${whole.toFixed(1).padStart(7)}`);
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
