// `npm run dev [-- FILE]`: the window with hot reload against a running host, which starts again when its sources change.
// `--browser` takes the web host even where Electron is there; `--inspect[=PORT]` and `--remote-debugging-port=PORT` let a
// debugger in; the rest is the host's own. What Rollcall keeps lies in out/dev/user-data, apart from what it keeps for you.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { resolveConfig } from 'electron-vite';
import { build, createServer, normalizePath } from 'vite';
import { callerFolder } from './caller-folder.mjs';
import { ROOT } from './ensure-built.mjs';
import { findElectron, whyNoWindow } from './find-electron.mjs';
import { judgeNode } from './node-version.mjs';

/** Where the host is built, apart from what `npm start` and the tests use. */
const OUT = join(ROOT, 'out/dev');
/** Runs in the page: it moves to the web host that has started again. */
const CLIENT = normalizePath(join(ROOT, 'build/dev-client.mjs'));
const MAIN = normalizePath(join(ROOT, 'renderer/main.tsx'));
/** Milliseconds that a web host gets to end. */
const PATIENCE = 10_000;
/** Milliseconds that a web host gets to write its launch file, and the page to arrive there, on a busy machine. */
const TRAVEL = 60_000;
/** Milliseconds after a build in which another one may begin. */
const SETTLED = 100;

const { usable, sentence } = judgeNode(process.versions.node);
if (sentence !== null) console.error(sentence);
if (!usable) process.exit(1);

const asked = process.argv.slice(2);
const switches = asked.filter((part) => /^--(inspect|remote-debugging-port)/.test(part));
const given = asked.filter((part) => !switches.includes(part) && part !== '--browser' && part !== '--retry');
const ownLaunchFile = given[given.indexOf('--launch-file') + 1];
const launchFile =
  given.includes('--launch-file') && ownLaunchFile ? ownLaunchFile : join(OUT, 'launch.html');

process.chdir(callerFolder('dev'));
const electron = await chooseElectron();
/** @type {import('node:child_process').ChildProcess | null} */
let host = null;
/** What each part of the host was last built into. @type {Map<string, string>} */
const digests = new Map();
/** Restarts come one after the other. */
let turn = Promise.resolve();
/** Whether the host that runs was built from other code. */
let isStale = false;
/** @type {NodeJS.Timeout | undefined} */
let restart;

const server = await servePage();
// Electron takes a folder with a package for an app.
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'package.json'), JSON.stringify({ type: 'module', main: 'main/main.js' }));
await Promise.all(
  electron === null ? [watch('main', 'web-host')] : [watch('main', 'main'), watch('preload', 'preload')],
);
startHost(given);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.once(signal, () => end(0));

/** @returns {Promise<string | null>} */
async function chooseElectron() {
  if (asked.includes('--browser') || given.includes('--launch-file')) return null;
  const noWindow = whyNoWindow();
  const found = noWindow === null ? await findElectron({ retry: asked.includes('--retry') }) : null;
  if (found?.ok) return found.path;
  console.log(`${noWindow ?? found?.reason}, so the window is served to your browser instead.`);
  return null;
}

/** Serves the window’s sources; the host fetches them and passes them on under its own origin. */
async function servePage() {
  const { config } = await resolveConfig(inline(), 'serve', 'development');
  const port = await freePort();
  const address = { host: '127.0.0.1', port, strictPort: true };
  const hmr = { protocol: 'ws', host: address.host, clientPort: port };
  const page = await createServer({
    ...config?.renderer,
    // The host puts its nonce in the place of this.
    html: { cspNonce: '__STYLE_NONCE__' },
    server: { ...address, hmr, fs: { allow: [ROOT, realpathSync(join(ROOT, 'node_modules'))] } },
    plugins: [
      ...(config?.renderer?.plugins ?? []),
      {
        name: 'rollcall-dev-client',
        transform: (code, id) =>
          id === MAIN ? { code: `import ${JSON.stringify(CLIENT)};\n${code}`, map: null } : null,
      },
    ],
  });
  await page.listen();
  // All that the page is made of is ready before it is asked for.
  await page.warmupRequest('/main.tsx');
  await page.waitForRequestsIdle();
  return { page, url: `http://127.0.0.1:${port}` };
}

/**
 * Builds a part of the host now and whenever its sources change; answers after the first time.
 * @param {'main' | 'preload'} part
 * @param {string} entry
 */
async function watch(part, entry) {
  const { config } = await resolveConfig(inline(), 'build', 'development');
  const base = config?.[part];
  const options = base?.build?.rolldownOptions ?? {};
  const input = Object.entries(options.input ?? {}).filter(([name]) =>
    [entry, 'workbook-thread'].includes(name),
  );
  /** @type {(value?: unknown) => void} */
  let firstDone = () => undefined;
  const first = new Promise((done) => (firstDone = done));
  await build({
    ...base,
    root: ROOT,
    logLevel: 'warn',
    build: {
      ...base?.build,
      outDir: join(OUT, part),
      watch: {},
      rolldownOptions: { ...options, input: Object.fromEntries(input) },
    },
    plugins: [
      ...(base?.plugins ?? []),
      {
        name: 'rollcall-dev-restart',
        // What is built again is not worth a start.
        buildStart: () => clearTimeout(restart),
        writeBundle(_options, bundle) {
          const hash = createHash('sha256');
          for (const file of Object.values(bundle)) if (file.type === 'chunk') hash.update(file.code);
          noteBuilt(part, hash.digest('hex'));
          firstDone();
        },
      },
    ],
  });
  await first;
}

/**
 * Starts the host again when its code is another: once, if possible, for what is built twice, as with an editor that empties
 * a file before it writes it.
 * @param {string} part
 * @param {string} digest
 */
function noteBuilt(part, digest) {
  isStale ||= host !== null && digests.get(part) !== digest;
  digests.set(part, digest);
  clearTimeout(restart);
  if (isStale) restart = setTimeout(() => (turn = turn.then(restartHost)), SETTLED);
}

async function restartHost() {
  if (!isStale) return;
  isStale = false;
  const last = host;
  host = null;
  if (last !== null && last.exitCode === null && last.signalCode === null) {
    const gone = new Promise((done) => last.once('exit', done));
    // Electron would ask about unsaved work first; what is unsaved is offered again, as after any crash.
    last.kill(electron === null ? 'SIGTERM' : 'SIGKILL');
    await Promise.race([gone, pause(PATIENCE)]);
    last.kill('SIGKILL');
  }
  if (electron !== null) return startHost(given);
  rmSync(launchFile, { force: true });
  startHost(given.includes('--launch-file') ? given : [...given, '--launch-file', launchFile]);
  await sendPageThere();
}

/** @param {readonly string[]} parameters */
function startHost(parameters) {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  const env = {
    ROLLCALL_USER_DATA: join(OUT, 'user-data'),
    ...environment,
    ROLLCALL_DEV_SERVER: server.url,
  };
  const [program, app] = electron === null ? [process.execPath, 'main/web-host.js'] : [electron, ''];
  const child = spawn(program, [...switches, join(OUT, app), ...parameters], { env, stdio: 'inherit' });
  host = child;
  child.once('error', (error) => console.error(`The host does not start: ${error.message}`));
  child.once('exit', (code, signal) => {
    if (host !== child) return;
    if (code === 0) end(0);
    else
      console.error(`The host ended (${signal ?? code}). It starts again at the next change of its sources.`);
  });
}

/**
 * Leads the page that is open, or the reader of this terminal, to the host, and waits until the page is there: one on its way to a
 * host that ends, as its sources were saved again, would stay with a refused connection and hear of no other host.
 */
async function sendPageThere() {
  const address = await hostAddress();
  if (address === null) return;
  const { ws } = server.page;
  if (ws.clients.size === 0) {
    console.log(`The host has started again: open ${launchFile} in a browser.`);
    return;
  }
  const travel = new AbortController();
  const arrive = () => travel.abort();
  ws.on('rollcall:arrived', arrive);
  ws.send('rollcall:host', { address });
  await pause(TRAVEL, null, { signal: travel.signal }).catch(() => undefined);
  ws.off('rollcall:arrived', arrive);
}

/** Where the host that starts lets the page in; null if it has ended instead, or takes too long. */
async function hostAddress() {
  const started = host;
  for (let waited = 0; waited < TRAVEL && host === started && started?.exitCode === null; waited += 20) {
    const text = existsSync(launchFile) ? readFileSync(launchFile, 'utf8') : '';
    const address = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/.exec(text)?.[0];
    if (address !== undefined) return address;
    await pause(20);
  }
  return null;
}

/** @param {number} code */
function end(code) {
  const last = host;
  host = null;
  last?.kill();
  void server.page.close().finally(() => process.exit(code));
}

function inline() {
  return { configFile: join(ROOT, 'build/electron.vite.config.ts'), root: ROOT, mode: 'development' };
}

/** @returns {Promise<number>} */
function freePort() {
  const probe = createNetServer();
  return new Promise((done) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });
}
