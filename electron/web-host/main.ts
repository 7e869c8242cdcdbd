import { join } from 'node:path';
import { openUserData } from '../system/move-to-local.ts';
import { VERSION } from '../system/version.ts';
import { startWebHost, type WebHost } from './start-web-host.ts';
import { openCommand, runSystemCommand } from '../system/system-programs.ts';
import { readWebHostArguments, type WebHostArguments } from './web-host-options.ts';

const told = readWebHostArguments(process.argv.slice(2), process.cwd());
if (told.ok) {
  await run(told.value);
} else {
  process.stderr.write(`${told.failure}\n`);
  process.exitCode = 2;
}

async function run(told: WebHostArguments): Promise<void> {
  const web = await startWebHost({
    ...told,
    version: VERSION,
    pageFolder: join(import.meta.dirname, '../renderer'),
    userData: openUserData(),
    folder: process.cwd(),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void web.end());
  // Where a launch file is asked for, whoever asked opens it.
  const open = told.launchFile !== null || (await openInBrowser(web.launchFile));
  process.stdout.write(open ? openSentence(web) : closedSentence(web));
  if ((await web.ended) === 'unvisited') {
    process.stderr.write('No browser opened Rollcall within a minute, so it has ended. Start it again.\n');
    process.exitCode = 1;
  }
}

function openInBrowser(path: string): Promise<boolean> {
  return runSystemCommand(openCommand(path, process.platform, process.env));
}

function openSentence({ host }: WebHost): string {
  return `Rollcall is open in your browser (${host}). Leave this running; Ctrl+C ends it.\n`;
}

function closedSentence({ host, launchFile }: WebHost): string {
  return `Rollcall runs (${host}), but no browser could be opened. Open ${launchFile} in one within a minute. Leave this running; Ctrl+C ends it.\n`;
}
