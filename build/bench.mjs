// `npm run bench [-- P1 P4]`: measures this machine and prints its figures beside the gates and the goals. Each file of
// test/bench/ runs in a process of its own; nothing is judged, since times depend on who else uses the machine.
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @typedef {{ what: string, gate: string, goal: string }} Measure */

/** The table of what is measured; a file `test/bench/p1.bench.ts` measures P1. @type {Record<string, Measure>} */
const MEASURES = {
  U7: {
    what: 'requests a person of an upload of 1,000 on the clean path',
    gate: '≤ 1.2',
    goal: '≤ 1.05',
  },
  U9: {
    what: 'checking 20,000 people with six problems each on the command line, CPU ÷ the same without any',
    gate: '≤ 2.5',
    goal: '≤ 1.5',
  },
  P1: {
    what: 'open with all rules, ready for editing ÷ read, decode, look at each character',
    gate: '≤ 8',
    goal: '≤ 5',
  },
  P2: { what: 'the same ÷ read and papaparse alone', gate: '≤ 3.2', goal: '≤ 2' },
  P3: { what: 'a row of 300,000 opened ÷ a row of 10,000', gate: '≤ 1.3', goal: '≤ 1.1' },
  P4: { what: 'recheck after one edit, p99, µs', gate: '≤ 50', goal: '≤ 20' },
  P5: { what: 'rows visited by an edit at 300,000 ÷ at 1,000', gate: '1', goal: '1' },
  P7: { what: 'edit → painted flag ÷ the same on bare DOM', gate: '≤ 1.5', goal: '≤ 1.1' },
  P8: { what: 'grid cost of an edit at 300,000 ÷ at 1,000', gate: '≤ 2', goal: '≤ 1.3' },
  P9: { what: 'export to bytes ÷ encoding a flat string', gate: '≤ 6', goal: '≤ 4' },
  P11: { what: '.xlsx to rows, CPU ÷ inflate, decode, scan', gate: '≤ 4', goal: '≤ 2.5' },
  P12: { what: 'LibreOffice converting ÷ rollcall export', gate: '≥ 2', goal: '≥ 4' },
  P14: { what: 'memory of the open roster ÷ bytes of the file', gate: '≤ 3', goal: '≤ 2' },
  P15: { what: 'first painted rows of 100,000 ÷ of 1,000', gate: '≤ 2', goal: '≤ 1.2' },
  P16: { what: 'frames a second while scrolling ÷ idle', gate: '≥ 0.95', goal: '≥ 0.98' },
  P17: {
    what: 'selecting, pasting, filling, undoing or finding, the slowest ÷ a bare grid',
    gate: '–',
    goal: '–',
  },
  P18: {
    what: 'share of the app itself in the time of creating 10,000 people',
    gate: '≤ 0.2',
    goal: '–',
  },
  P19: { what: 'memory that a run holds for each person beside the order, bytes', gate: '–', goal: '–' },
  P20: { what: 'pulling 50,000 people ÷ the bare requests', gate: '≤ 1.2', goal: '–' },
  P21: { what: 'finding the encoding of 50 MB and showing its head ÷ reading it', gate: '–', goal: '–' },
  P22: { what: 'memory of the window after an hour’s work ÷ before it', gate: '≤ 1.2', goal: '–' },
  P23: { what: 'adding 100,000 people to 100,000 ÷ opening both files', gate: '–', goal: '–' },
  P24: { what: 'the first change on disk at 100,000 people ÷ at 1,000', gate: '≤ 3', goal: '≤ 1.5' },
  P25: {
    what: 'what 20,000 unknown leaders, with who may be meant by each, add to an opening ÷ opening without them',
    gate: '≤ 1',
    goal: '≤ 0.3',
  },
};

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const wanted = process.argv.slice(2).map((name) => name.toUpperCase());
const files = readdirSync('test/bench').filter((name) => /^[pu]\d+\.bench\.ts$/.test(name));
const chosen = Object.keys(MEASURES).filter(
  (id) => files.includes(`${id.toLowerCase()}.bench.ts`) && (wanted.length === 0 || wanted.includes(id)),
);
if (chosen.length === 0) {
  console.error(`There is no such measure. There are: ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(2);
}
await bundle(chosen);
let failed = false;
console.log(line('', 'figure', 'gate', 'goal', 'measure'));
for (const id of chosen) await runMeasure(id);
process.exit(failed ? 1 : 0);

/** @param {string[]} ids */
async function bundle(ids) {
  rmSync('out/bench/code', { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: 'out/bench/code',
      rolldownOptions: {
        input: {
          ...Object.fromEntries(
            ids.map((id) => [id.toLowerCase(), join('test/bench', `${id.toLowerCase()}.bench.ts`)]),
          ),
          'workbook-thread': 'electron/files/workbook/workbook-thread.ts',
          simulator: 'test/simulator/main.ts',
        },
        // Side by side, as in the app's build: the reader of workbooks finds its thread beside itself.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

/** @param {string} id */
async function runMeasure(id) {
  const { what, gate, goal } = /** @type {Measure} */ (MEASURES[id]);
  const finding = await findingOf(`out/bench/code/${id.toLowerCase()}.js`);
  failed ||= finding === null;
  const figure = finding === null ? 'failed' : finding.figure === null ? '–' : digits(finding.figure);
  console.log(line(id, figure, gate, goal, what));
  if (finding) console.log(`       ${finding.details}`);
}

/**
 * @param {string} file
 * @returns {Promise<{ figure: number | null, details: string } | null>}
 */
async function findingOf(file) {
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=4096', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) said += chunk;
  return said.trim() === '' ? null : JSON.parse(said.trim());
}

/** @param {number} figure */
function digits(figure) {
  return figure < 100 ? figure.toFixed(2) : Math.round(figure).toLocaleString('en-US');
}

/** @param {string} id @param {string} figure @param {string} gate @param {string} goal @param {string} what */
function line(id, figure, gate, goal, what) {
  return `${id.padEnd(5)}${figure.padStart(8)}  ${gate.padEnd(7)}${goal.padEnd(7)}${what}`;
}
