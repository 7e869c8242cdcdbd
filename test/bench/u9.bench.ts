import { run } from '../../electron/cli/run.ts';
import type { Streams } from '../../electron/cli/streams.ts';
import { checkedFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { median } from './time.ts';

const PEOPLE = 20_000;
const ROUNDS = 5;

const paths = { clean: await checkedFile(PEOPLE, 'clean'), troubled: await checkedFile(PEOPLE, 'troubled') };
const found: Record<keyof typeof paths, { cpu: number; lines: number }[]> = { clean: [], troubled: [] };
// Round 0 warms up; the two take turns, so that a busy moment meets both.
for (let round = 0; round <= ROUNDS; round += 1)
  for (const kind of ['clean', 'troubled'] as const) {
    const once = await costOf(paths[kind]);
    if (round > 0) found[kind].push(once);
  }
const cpu = (kind: keyof typeof paths): number => median(found[kind].map((once) => once.cpu));
const lines = (found.troubled[0]?.lines ?? 0) - (found.clean[0]?.lines ?? 0);
report({
  figure: cpu('troubled') / cpu('clean'),
  details: `checking ${PEOPLE.toLocaleString('en-US')} people on the command line takes ${milliseconds(cpu('clean'))} of CPU, and ${milliseconds(cpu('troubled'))} with ${(lines / PEOPLE).toFixed(1)} problems a row, every one of them listed`,
});

/** The CPU time of `rollcall check` in this process, and how many lines it says. */
async function costOf(path: string): Promise<{ cpu: number; lines: number }> {
  globalThis.gc?.();
  let said = 0;
  const count = (text: string): void => {
    said += text.split('\n').length - 1;
  };
  const streams: Streams = { out: { write: count }, err: { write: count }, terminal: null };
  const before = process.cpuUsage();
  const exitCode = await run(['check', path], streams);
  if (exitCode === 2) throw new Error('rollcall check failed');
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, lines: said };
}
