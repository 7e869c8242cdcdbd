// Finds Electron's runtime, or fetches it once in a bounded time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cliProgress from 'cli-progress';
import { fetchElectron } from './fetch-electron.mjs';

/** @typedef {{ ok: true, path: string } | { ok: false, reason: string }} Found */

/** Milliseconds without a new byte after which a download is given up. */
const PATIENCE = 30_000;
/** Milliseconds after which a download that failed is tried again by itself. */
const RETRY = 24 * 3_600_000;
/** Milliseconds between two lines of progress where the output is no terminal. */
const LINE_EVERY = 2000;

/** Bytes of the runtime, before the server tells. */
const USUAL_SIZE = 1e8;

/** The folder of the package of Electron. */
const PACKAGE = dirname(fileURLToPath(import.meta.resolve('electron/package.json')));

/**
 * The path of Electron's program, or why it can neither be found nor fetched. A download that failed is remembered for a
 * day, since where it hangs every start would; `retry` tries it again at once.
 * @param {{ retry: boolean, folder?: string, patience?: number }} options `folder` is that of the package of Electron
 * @returns {Promise<Found>}
 */
export async function findElectron({ retry, folder = PACKAGE, patience = PATIENCE }) {
  const found = installedElectron(folder);
  if (found !== null) return { ok: true, path: found };
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own) return { ok: false, reason: `There is no Electron in ${own} (ELECTRON_OVERRIDE_DIST_PATH)` };
  const mark = join(folder, '..', '.cache', 'rollcall-electron-failed');
  const failedBefore = retry ? null : readMark(mark);
  if (failedBefore !== null)
    return { ok: false, reason: `${failedBefore} (\`npm start -- --retry\` tries again)` };
  const failure = (await fetchWithBar(folder, patience)) ?? unpack(folder);
  const fetched = installedElectron(folder);
  if (failure === null && fetched !== null) {
    rmSync(mark, { force: true });
    return { ok: true, path: fetched };
  }
  const reason = `Electron’s runtime could not be fetched from ${failure ?? 'its cache: nothing was unpacked'}`;
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, reason);
  return { ok: false, reason };
}

/**
 * Why Electron could open no window here, wherever its runtime is.
 * @returns {string | null}
 */
export function whyNoWindow() {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'There is no screen for a window here';
  return process.getuid?.() === 0 ? 'Electron gives up its sandbox to run as root' : null;
}

/**
 * @param {string} folder
 * @returns {string | null}
 */
function installedElectron(folder) {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const note = join(folder, 'path.txt');
  const program = existsSync(note) ? readFileSync(note, 'utf8') : usualProgram();
  const path = join(own || join(folder, 'dist'), program);
  return existsSync(path) ? path : null;
}

function usualProgram() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * The sentence that a failed download left behind within the last day.
 * @param {string} mark
 * @returns {string | null}
 */
function readMark(mark) {
  const left = statSync(mark, { throwIfNoEntry: false });
  return left !== undefined && Date.now() - left.mtimeMs < RETRY ? readFileSync(mark, 'utf8') : null;
}

/**
 * Fetches the runtime with a bar, or with a line now and then where the output is no terminal.
 * @param {string} folder
 * @param {number} patience
 */
async function fetchWithBar(folder, patience) {
  const bar = new cliProgress.SingleBar({
    format: 'Fetching Electron’s runtime, once: {bar} {percentage}% of {size} MB, from {host}',
    ...{ barsize: 24, hideCursor: true },
    ...{ noTTYOutput: true, notTTYSchedule: LINE_EVERY },
  });
  /** @type {import('./fetch-electron.mjs').OnProgress} */
  const show = (from, transferred, total) => {
    const facts = { host: new URL(from).host, size: megabytes(total) };
    if (!bar.isActive) bar.start(total ?? USUAL_SIZE, 0, facts);
    bar.setTotal(total ?? USUAL_SIZE);
    bar.update(transferred, facts);
  };
  const { version } = readJson(join(folder, 'package.json'));
  const cacheRoot = process.env['electron_config_cache'];
  const release = { version, checksums: readJson(join(folder, 'checksums.json')) };
  const failure = await fetchElectron(cacheRoot ? { ...release, cacheRoot } : release, show, patience);
  bar.stop();
  return failure;
}

/** @param {number | null} bytes */
function megabytes(bytes) {
  return bytes === null ? 'about 100' : (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}

/**
 * Runs Electron's own installer, which finds the runtime in the cache and unpacks it.
 * @param {string} folder
 * @returns {string | null} why it failed
 */
function unpack(folder) {
  const run = spawnSync(process.execPath, [join(folder, 'install.js')], { encoding: 'utf8' });
  if (run.status === 0) return null;
  const line = run.stderr.split('\n').find((text) => /Error/.test(text)) ?? `status ${run.status}`;
  return `its cache: it could not be unpacked (${line.trim()})`;
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
