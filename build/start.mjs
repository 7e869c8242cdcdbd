// `npm start [-- FILE]`: opens Rollcall in Electron, or in the default browser where Electron's runtime cannot be had.
// `--browser` asks for the browser, `--retry` for another try at a download that failed; `--launch-file PATH`,
// `--idle-seconds N` and the limits of uploads are the web host's own;
// `--allow-test-server` lets an organization be at a test server on this computer, such as the simulator.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { callerFolder } from './caller-folder.mjs';
import { ensureBuilt, isStale, ROOT } from './ensure-built.mjs';
import { findElectron, whyNoWindow } from './find-electron.mjs';
import { judgeNode } from './node-version.mjs';

/** Milliseconds within which a program that ends with an error has not started. */
const STARTING = 10_000;

const asked = process.argv.slice(2);
const given = asked.filter((part) => part !== '--browser' && part !== '--retry');
const wantsBrowser = asked.some((part) =>
  /^--(browser|launch-file|idle-seconds|rate|concurrency|settle)\b/.test(part),
);

process.chdir(callerFolder('start'));
const { usable, sentence } = judgeNode(process.versions.node);
if (sentence !== null) process.stderr.write(`${sentence}\n`);
if (!usable) process.exit(1);
if (isStale(ROOT)) say('Building Rollcall, once…');
const failure = await ensureBuilt();
if (failure !== null) {
  process.stderr.write(`${failure}\nRollcall could not be built.\n`);
  process.exitCode = 1;
} else if (wantsBrowser) {
  await openInBrowser();
} else {
  await open();
}

async function open() {
  const reason = whyNoWindow() ?? (await openWindow());
  if (reason === null) return;
  say(`${reason}, so Rollcall is served to your browser instead.`);
  await openInBrowser();
}

/** @returns {Promise<string | null>} why there is no window of Electron's */
async function openWindow() {
  const electron = await findElectron({ retry: asked.includes('--retry') });
  if (!electron.ok) return electron.reason;
  return (await openInElectron(electron.path)) ? null : 'Electron does not start here';
}

/**
 * Answers when the app has ended: true, or false when it ended with an error before it can have been used.
 * @param {string} electron
 * @returns {Promise<boolean>}
 */
function openInElectron(electron) {
  const began = Date.now();
  const parts = given.map((part) => (part.startsWith('-') ? part : resolve(part)));
  // Where ELECTRON_RUN_AS_NODE is set, by an editor's terminal for one, Electron would open no window.
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  return new Promise((done) => {
    const child = spawn(electron, [ROOT, ...parts], { env: environment, stdio: 'inherit' });
    child.once('error', () => done(false));
    child.once('close', (code) => {
      const failed = code !== 0 && code !== null;
      if (failed) process.exitCode = code;
      done(!failed || Date.now() - began > STARTING);
    });
  });
}

async function openInBrowser() {
  process.exitCode = 0;
  const host = join(ROOT, 'out/main/web-host.js');
  process.argv = [process.execPath, host, ...given];
  await import(pathToFileURL(host).href);
}

/** @param {string} sentence */
function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}
