// Makes the roster fixtures with LibreOffice, and checks that LibreOffice reads what Rollcall writes: test/fixtures/README.md.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = join(root, 'test/fixtures');
const work = mkdtempSync(join(tmpdir(), 'rollcall-fixtures-'));

// Filter options: separator, quote, character set, first line; 76 is UTF-8 and 65535 is UTF-16. Reading takes every
// column as text (format 2), or LibreOffice would turn 0000017 into 17.
const TEXT_COLUMNS = Array.from({ length: 20 }, (_, at) => `${at + 1}/2`).join('/');
/** @param {number} separator @param {number} charset */
const readAs = (separator, charset) =>
  `Text - txt - csv (StarCalc):${separator},34,${charset},1,${TEXT_COLUMNS}`;
const UTF8_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
const UTF16_TEXT = 'txt:Text - txt - csv (StarCalc):9,34,65535,1';

/** @param {string} path @param {string} to @param {string[]} options */
function convert(path, to, options = []) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
  const out = mkdtempSync(join(work, 'out-'));
  const run = spawnSync(
    'soffice',
    [profile, '--headless', ...options, '--convert-to', to, '--outdir', out, path],
    { encoding: 'utf8' },
  );
  const made = /-> (.+?) using filter/.exec(run.stdout)?.[1];
  if (made === undefined) throw new Error(`LibreOffice did not convert ${path}: ${run.stdout}${run.stderr}`);
  return made;
}

/** Makes the fixtures from their sources. */
function make() {
  const source = join(fixtures, 'people.source.csv');
  const text = convert(source, UTF16_TEXT, [`--infilter=${readAs(44, 76)}`]);
  copyFileSync(text, join(fixtures, 'people.txt'));
  copyFileSync(convert(join(fixtures, 'workbook.source.fods'), 'xlsx'), join(fixtures, 'workbook.xlsx'));
}

/** Bundles modules of the app, so that plain Node can import them. */
async function load() {
  const outDir = join(root, 'out/fixtures');
  const input = {
    'write-roster': 'electron/files/write-roster.ts',
    'workbook-thread': 'electron/files/workbook/workbook-thread.ts',
    'parse-text': 'shared/text/parse-text.ts',
    serialize: 'shared/text/serialize.ts',
  };
  const rolldownOptions = {
    input,
    preserveEntrySignatures: /** @type {const} */ ('strict'),
    output: { entryFileNames: '[name].js' },
  };
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: true, outDir, emptyOutDir: true, rolldownOptions },
    ssr: { noExternal: true },
  });
  const from = (/** @type {string} */ name) => import(pathToFileURL(join(outDir, `${name}.js`)).href);
  return { ...(await from('write-roster')), ...(await from('parse-text')), ...(await from('serialize')) };
}

/** Exports `people.txt` in every form, has LibreOffice read each, and keeps its reading, which must be one and the same. */
async function check() {
  const { writeRoster, parseText, serialize } = await load();
  const rows = parseText(readFileSync(join(fixtures, 'people.txt')).subarray(2).toString('utf16le'), '\t');
  const forms = /** @type {const} */ ([
    ['unicode-text', 'txt', '\t', readAs(9, 65535)],
    ['utf16-csv', 'csv', ',', readAs(44, 65535)],
    ['utf8-csv', 'csv', ',', readAs(44, 76)],
    ['xlsx', 'xlsx', '\t', null],
  ]);
  for (const [format, extension, delimiter, filter] of forms) {
    const path = join(work, `${format}.${extension}`);
    const written = await writeRoster(path, format, serialize(rows, delimiter), { overwrite: true });
    if (!written.ok) throw new Error(`${format}: ${written.failure.code}`);
    const reading = readFileSync(convert(path, UTF8_CSV, filter === null ? [] : [`--infilter=${filter}`]));
    const same = JSON.stringify(parseText(reading.toString('utf8'), ',')) === JSON.stringify(rows);
    process.stdout.write(`${format}: LibreOffice reads ${same ? 'every cell as written' : 'OTHER CELLS'}\n`);
    if (!same) process.exitCode = 1;
    if (format === 'unicode-text') writeFileSync(join(fixtures, 'export-read-by-libreoffice.csv'), reading);
  }
}

try {
  if (process.argv[2] === 'check') await check();
  else make();
} finally {
  rmSync(work, { recursive: true });
}
