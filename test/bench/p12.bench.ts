import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { peopleCsv } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { mediansOf } from './time.ts';

const program = join('out', 'main', 'rollcall.js');
const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
const csv = await peopleCsv(100_000);
if (!existsSync(program))
  report({ figure: null, details: 'the command line is not built; run `npm run build` first' });
else if (runs('soffice', '--version')) await measure();
else report({ figure: null, details: 'LibreOffice (soffice) is not installed here' });
await rm(folder, { recursive: true });

async function measure(): Promise<void> {
  const times = await mediansOf({ libreOffice: convert, rollcall: exportIt }, 5);
  report({
    figure: times.libreOffice / times.rollcall,
    details: `100,000 people as CSV: LibreOffice ${milliseconds(times.libreOffice)}, rollcall ${milliseconds(times.rollcall)} with all rules`,
  });
}

/** Filter options 9 (tab), 34 (quote), 65535 (system Unicode, which is UTF-16), as LibreOffice's wiki lists them. */
function convert(): void {
  const options = [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
  ];
  const into = ['--convert-to', 'csv:Text - txt - csv (StarCalc):9,34,65535,1', '--outdir', folder];
  if (!runs('soffice', ...options, ...into, '--infilter=CSV:44,34,76,1', csv))
    throw new Error('LibreOffice failed');
}

function exportIt(): void {
  const out = join(folder, 'out.txt');
  if (!runs(process.execPath, program, 'export', csv, '--out', out, '--allow-errors'))
    throw new Error('rollcall failed');
}

function runs(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
