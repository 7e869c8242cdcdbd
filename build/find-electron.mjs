// Finds Electron's runtime, or fetches it once in a bounded time.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Milliseconds without a new byte after which a download is given up. */
const PATIENCE = 90_000;
/** Milliseconds after which a download that failed is tried again by itself. */
const RETRY = 24 * 3_600_000;

const folder = dirname(fileURLToPath(import.meta.resolve('electron/package.json')));
const failedMark = join(folder, '..', '.cache', 'rollcall-electron-failed');

/**
 * The path of Electron's program, or null where it can neither be found nor fetched. A download that failed is not
 * tried again for a day: where it hangs, every start would.
 * @param {(sentence: string) => void} say
 * @returns {Promise<string | null>}
 */
export async function findElectron(say) {
  const found = installedElectron();
  if (found !== null || process.env['ELECTRON_OVERRIDE_DIST_PATH']) return found;
  if (failedLately()) return null;
  say('Fetching Electron’s runtime, once (about 100 MB)…');
  await download();
  const fetched = installedElectron();
  if (fetched === null) markFailed();
  else rmSync(failedMark, { force: true });
  return fetched;
}

/** @returns {string | null} */
function installedElectron() {
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

function failedLately() {
  const mark = statSync(failedMark, { throwIfNoEntry: false });
  return mark !== undefined && Date.now() - mark.mtimeMs < RETRY;
}

function markFailed() {
  mkdirSync(dirname(failedMark), { recursive: true });
  writeFileSync(failedMark, '');
}

/**
 * Runs Electron's own installer, with a temporary folder of its own: what arrives there shows whether it gets on.
 * @returns {Promise<void>}
 */
function download() {
  const temporary = mkdtempSync(join(tmpdir(), 'rollcall-electron-'));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      stdio: 'ignore',
    });
    const watch = watchProgress([temporary, join(folder, 'dist')], () => child.kill());
    const done = () => {
      clearInterval(watch);
      rmSync(temporary, { recursive: true, force: true });
      resolve();
    };
    child.once('error', done);
    child.once('close', done);
  });
}

/**
 * @param {readonly string[]} folders
 * @param {() => void} onHang
 */
function watchProgress(folders, onHang) {
  let size = -1;
  let since = Date.now();
  return setInterval(() => {
    const now = folders.reduce((sum, path) => sum + sizeOf(path), 0);
    if (now !== size) since = Date.now();
    size = now;
    if (Date.now() - since > PATIENCE) onHang();
  }, 1000);
}

/**
 * Bytes of a file or of all in a folder; files come and go meanwhile.
 * @param {string} path
 * @returns {number}
 */
function sizeOf(path) {
  try {
    const found = statSync(path);
    if (!found.isDirectory()) return found.size;
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
  } catch {
    return 0;
  }
}
