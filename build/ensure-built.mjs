// Builds `out/` when it is missing or older than what it is made of, so that nobody has to remember to.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SOURCES = ['shared', 'electron', 'renderer', 'build/electron.vite.config.ts', 'package-lock.json'];
const OUTPUTS = [
  'main/main.js',
  'main/rollcall.js',
  'main/web-host.js',
  'preload/preload.cjs',
  'renderer/index.html',
];

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds if need be; of several processes at once one builds and the others wait. Answers what the build printed when
 * it failed, or null when all is well.
 * @param {string} [root]
 * @returns {Promise<string | null>}
 */
export async function ensureBuilt(root = ROOT) {
  if (!isStale(root)) return null;
  const release = await takeTurn(join(root, 'node_modules/.cache/rollcall-build'));
  try {
    return isStale(root) ? await build(root) : null;
  } finally {
    release();
  }
}

/**
 * Whether a part of the build is missing or older than the newest source.
 * @param {string} root
 */
export function isStale(root) {
  const outputs = OUTPUTS.map((name) => join(root, 'out', name));
  if (!outputs.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((name) => newest(join(root, name)) > oldest);
}

/**
 * When a file or anything in a folder last changed, in milliseconds; a folder changes when a file in it goes.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * @param {string} root
 * @returns {Promise<string | null>}
 */
function build(root) {
  const bin = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const config = join(root, 'build/electron.vite.config.ts');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, 'build', '--config', config], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
    child.once('error', (error) => resolve(String(error)));
    child.once('close', (code) => resolve(code === 0 ? null : printed));
  });
}

/**
 * Waits for its turn and answers how to give it up; the turn of a process that has died is free.
 * @param {string} folder
 */
async function takeTurn(folder) {
  const owner = join(folder, 'pid');
  mkdirSync(join(folder, '..'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch {
      if (isAbandoned(folder, owner)) rmSync(folder, { recursive: true, force: true });
      await pause(200);
    }
  }
}

/**
 * @param {string} folder
 * @param {string} owner
 */
function isAbandoned(folder, owner) {
  const taken = statSync(folder, { throwIfNoEntry: false });
  if (taken === undefined) return false;
  // Its owner may be about to write its number.
  if (!existsSync(owner)) return Date.now() - taken.mtimeMs > 5000;
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
