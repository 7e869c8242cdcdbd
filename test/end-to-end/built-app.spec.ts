import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { type Bridge, CONTRACT } from '../../shared/contract/contract.ts';
import { isolatedEnvironment } from './harness/host.ts';
import { expect, test } from './harness/rollcall.ts';

const out = fileURLToPath(new URL('../../out/', import.meta.url));
const electron = fileURLToPath(new URL('./harness/recording-electron.mjs', import.meta.url));

/** What is in Electron that the app uses; one more is one more way out, and is to be thought about here. */
const USED: Readonly<Record<string, readonly string[]>> = {
  app: [
    'addRecentDocument',
    'clearRecentDocuments',
    'enableSandbox',
    'getFileIcon',
    'getPath',
    'isPackaged',
    'on',
    'quit',
    'requestSingleInstanceLock',
    'setAppUserModelId',
    'setPath',
    'whenReady',
  ],
  // Of a page that hangs or has ended; the others choose files.
  dialog: ['showMessageBox', 'showOpenDialog', 'showSaveDialog'],
  ipcMain: ['handle'],
  Menu: ['buildFromTemplate', 'setApplicationMenu'],
  // Dark or light, for the window's background.
  nativeTheme: ['off', 'on', 'shouldUseDarkColors'],
  net: ['fetch'],
  // Sleep, and the end of the session.
  powerMonitor: ['on'],
  // While an upload runs.
  powerSaveBlocker: ['start', 'stop'],
  protocol: ['handle', 'registerSchemesAsPrivileged'],
  // Where the window was.
  screen: ['getAllDisplays', 'getPrimaryDisplay'],
  session: [
    // When a user has everything removed that is kept here.
    'clearAuthCache',
    'clearCache',
    'clearStorageData',
    'defaultSession',
    'fromPartition',
    // Of the session that the guard is given.
    'on',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
    'setPermissionCheckHandler',
    'setPermissionRequestHandler',
  ],
  shell: ['openExternal', 'showItemInFolder'],
};

type Asked = [name: string, ...given: unknown[]];

/** Runs the built main process on a stand-in for Electron until its window is shown a page. */
async function startMain(folder: string): Promise<Asked[]> {
  const copy = join(folder, 'out');
  await cp(out, copy, { recursive: true, filter: (path) => !path.endsWith('.map') });
  await writeFile(join(copy, 'package.json'), '{"type":"module"}');
  await cp(electron, join(copy, 'main/electron.mjs'));
  const main = join(copy, 'main/main.js');
  const text = await readFile(main, 'utf8');
  await writeFile(main, text.replaceAll('from "electron"', 'from "./electron.mjs"'));
  const { stdout } = await promisify(execFile)(process.execPath, [main], {
    env: isolatedEnvironment(join(folder, 'data')),
  });
  return JSON.parse(stdout) as Asked[];
}

/** The syntax of each file that is built for the main process and what it loads. */
async function sourcesOf(entry: string): Promise<ts.SourceFile[]> {
  const sources = new Map<string, ts.SourceFile>();
  const visit = async (name: string): Promise<void> => {
    if (sources.has(name)) return;
    const text = await readFile(join(out, 'main', name), 'utf8');
    sources.set(name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
    const { importedFiles } = ts.preProcessFile(text, true, true);
    for (const { fileName } of importedFiles) if (fileName.startsWith('./')) await visit(fileName.slice(2));
  };
  await visit(entry);
  return [...sources.values()];
}

function nodesIn<N extends ts.Node>(sources: readonly ts.Node[], is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  sources.forEach(visit);
  return found;
}

/** What a file takes from Electron by name, or all of it by `*`. */
function takenFromElectron(source: ts.SourceFile): string[] {
  return nodesIn([source], ts.isImportDeclaration)
    .filter(
      ({ moduleSpecifier }) =>
        ts.isStringLiteral(moduleSpecifier) && /^electron\b/.test(moduleSpecifier.text),
    )
    .flatMap(({ importClause }) => {
      const names = importClause?.namedBindings;
      return names !== undefined && ts.isNamedImports(names)
        ? names.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
        : ['*'];
    });
}

/** Stands for Electron where the bundled updater asks its feed, and prints what it is asked for. */
const OFFLINE = `
const { EventEmitter } = require('node:events');
const request = ({ headers, ...asked }) => {
  console.log(JSON.stringify({ ...asked, path: asked.path.replace(/=.*/, ''), headers: Object.keys(headers) }));
  const asking = new EventEmitter();
  asking.end = () => setTimeout(() => asking.emit('error', new Error('offline')));
  return asking;
};
const app = { isPackaged: true, getVersion: () => '0.1.0', getName: () => 'rollcall', whenReady: async () => {} };
module.exports = { app, autoUpdater: new EventEmitter(), net: { request }, session: { fromPartition: () => 'own' } };
`;

/** Looks for a newer version by the built updater of a platform, and answers the requests that Electron is asked for. */
async function lookOn(platform: string, folder: string): Promise<unknown[]> {
  await cp(out, join(folder, 'out'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  await writeFile(join(folder, 'out/package.json'), '{"type":"module"}');
  await mkdir(join(folder, 'node_modules/electron'), { recursive: true });
  await writeFile(join(folder, 'node_modules/electron/index.js'), OFFLINE);
  const names = await readdir(join(folder, 'out/main'));
  const updater = names.find((name) => /^make-updater-.*\.js$/.test(name)) ?? '';
  const channel = JSON.stringify({ kind: 'on', platform, feed: 'https://rollcall.example/updates' });
  const look = `
    const { makeUpdater } = await import('./out/main/${updater}');
    await makeUpdater(${channel}).updater.checkForUpdates().catch(({ message }) => console.log(JSON.stringify(message)));
  `;
  const given = ['--input-type=module', '--eval', look];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: folder });
  return stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/** What a bundled CommonJS package takes from Electron, by name. */
function requiredOfElectron(source: ts.SourceFile): string[] {
  return [...source.text.matchAll(/require\("electron"\)\)?\.(\w+)/g)].map(([, name]) => name ?? '');
}

/** The function around a node, as it is written. */
function functionAround(node: ts.Node): string {
  const around = ts.findAncestor(node, ts.isFunctionLike);
  return around?.getText() ?? '';
}

test.describe('the built main process', () => {
  test('security 12, 13, 14: builds its walls before its window, and shows its own page alone', async ({
    folder,
  }) => {
    const asked = await startMain(folder);
    const names = asked.map(([name]) => name);
    const of = (name: string) => asked.filter(([asking]) => asking === name).map(([, ...given]) => given);
    const first = (...steps: string[]) => {
      const places = steps.map((step) => names.indexOf(step));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places).not.toContain(-1);
    };
    const windows = 'new BrowserWindow';
    first('protocol.registerSchemesAsPrivileged', 'app.enableSandbox', 'app.whenReady', windows);
    for (const wall of [
      'session.defaultSession.setPermissionRequestHandler',
      'session.defaultSession.setPermissionCheckHandler',
      'session.defaultSession.setDevicePermissionHandler',
      'session.defaultSession.setDisplayMediaRequestHandler',
      'protocol.handle',
      'ipcMain.handle',
    ])
      first('app.whenReady', wall, windows, 'window.loadURL');
    const heard = asked.flatMap(([name, event]) => (name === 'app.on' ? [event] : []));
    expect(heard).toContain('web-contents-created');
    expect(heard).not.toContain('certificate-error');
    expect(of('protocol.handle')).toEqual([['app', 'function']]);
    expect(of('ipcMain.handle')).toEqual([
      ['rollcall:call', 'function'],
      ['rollcall:drop', 'function'],
    ]);
    expect(of(windows)).toHaveLength(1);
    expect(of('window.loadURL')).toEqual([['app://rollcall/']]);
    expect(of(windows)[0]).toMatchObject([
      {
        webPreferences: {
          contextIsolation: true,
          sandbox: true,
          webSecurity: true,
          nodeIntegration: false,
          nodeIntegrationInSubFrames: false,
          nodeIntegrationInWorker: false,
          webviewTag: false,
          experimentalFeatures: false,
          allowRunningInsecureContent: false,
          navigateOnDragDrop: false,
        },
      },
    ]);
  });

  test('security 12, 13, 14: takes from Electron what is listed, and nothing else', async () => {
    const sources = await sourcesOf('main.js');
    expect(sources.length).toBeGreaterThan(3);
    const taken = new Set(sources.flatMap(takenFromElectron));
    expect([...taken].sort()).toEqual([...Object.keys(USED), 'BrowserWindow', 'safeStorage'].sort());
    const main = sources.filter((source) => takenFromElectron(source).length > 0);
    for (const [name, parts] of Object.entries(USED)) {
      const used = nodesIn(main, ts.isPropertyAccessExpression)
        .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === name)
        .map((access) => access.name.text);
      expect([...new Set(used)].sort(), name).toEqual(parts);
    }
    const called = nodesIn(main, ts.isPropertyAccessExpression).map(({ name }) => name.text);
    for (const never of [
      'executeJavaScript',
      'executeJavaScriptInIsolatedWorld',
      'insertCSS',
      'loadFile',
      'openDevTools',
      'openPath',
      'setCertificateVerifyProc',
      'appendSwitch',
      'printToPDF',
      'remote',
    ])
      expect(called).not.toContain(never);
  });

  test('security 16, 30: loads electron-updater only to look for a newer version', async ({ folder }) => {
    const asked = await startMain(folder);
    expect(asked.filter(([name]) => /autoUpdater|net\.|fromPartition/.test(name))).toEqual([]);
    const menus = asked.filter(([name]) => name === 'Menu.buildFromTemplate');
    expect(menus).toHaveLength(1);
    expect(JSON.stringify(menus)).toContain('"role":"help"');
    expect(JSON.stringify(menus)).not.toMatch(/update/i);

    const sources = await sourcesOf('main.js');
    const requiring = sources.filter((source) => requiredOfElectron(source).length > 0);
    expect(requiring.map(({ fileName }) => fileName)).toEqual([expect.stringMatching(/^make-updater-/)]);
    // What it has of Electron. It notifies and opens nothing: it is not asked to, and its installer is a program.
    expect([...new Set(requiring.flatMap(requiredOfElectron))].sort()).toEqual([
      'Notification',
      'app',
      'autoUpdater',
      'net',
      'session',
      'shell',
    ]);
    const importing = sources.filter(({ text }) => /["']\.\/make-updater-/.test(text));
    expect(importing.map(({ fileName }) => fileName)).toEqual(['main.js']);
    expect(importing[0]?.text).toMatch(/import\("\.\/make-updater-/);
    expect(importing[0]?.text).not.toMatch(/from "\.\/make-updater-/);
  });

  test('security 16, 21, 30: asks its feed for newer versions through Electron, follows nobody, tells nothing', async ({
    folder,
  }) => {
    for (const [platform, file] of [
      ['win32', 'latest.yml'],
      ['darwin', 'latest-mac.yml'],
    ] as const)
      expect(await lookOn(platform, join(folder, platform))).toEqual([
        {
          ...{ protocol: 'https:', hostname: 'rollcall.example', path: `/updates/${file}?noCache` },
          ...{ redirect: 'error', session: 'own', headers: ['User-Agent', 'Cache-Control'] },
        },
        'offline',
      ]);
  });

  test('security 13: opens addresses outside where they were looked at, and goes on with none else', async () => {
    const sources = await sourcesOf('main.js');
    const opens = nodesIn(sources, ts.isCallExpression).filter(
      ({ expression }) =>
        ts.isPropertyAccessExpression(expression) && expression.name.text === 'openExternal',
    );
    expect(opens).toHaveLength(2);
    for (const call of opens) expect(functionAround(call)).toMatch(/if \(!?mayOpenOutside\(url\)\)/);
  });

  test('security 16: the web host and the command line have nothing of Electron in them', async () => {
    for (const entry of ['web-host.js', 'rollcall.js', 'workbook-thread.js'])
      for (const source of await sourcesOf(entry)) expect(takenFromElectron(source)).toEqual([]);
  });
});

/** Runs the built preload in a page at an address, and answers what it asks of Electron and lays into the page. */
async function runPreload(href: string) {
  const code = await readFile(join(out, 'preload/preload.cjs'), 'utf8');
  const asked: unknown[][] = [];
  const listeners = new Set<(...given: unknown[]) => void>();
  const exposed: [string, Bridge<object>][] = [];
  const required: string[] = [];
  const parts = {
    contextBridge: { exposeInMainWorld: (...given: [string, Bridge<object>]) => exposed.push(given) },
    ipcRenderer: {
      invoke: (...given: unknown[]) => asked.push(given),
      on: (_: string, listener: (...given: unknown[]) => void) => listeners.add(listener),
      off: (_: string, listener: (...given: unknown[]) => void) => listeners.delete(listener),
    },
    webUtils: { getPathForFile: () => '/dropped.txt' },
  };
  vm.runInNewContext(code, {
    exports: {},
    module: { exports: {} },
    location: { href },
    require: (name: string) => {
      required.push(name);
      return parts;
    },
  });
  return { asked, listeners, exposed, required, parts };
}

test.describe('the built preload', () => {
  test('security 14: lays nothing into a page that is not the app’s', async () => {
    for (const href of ['about:blank', 'about:srcdoc', 'chrome-error://chromewebdata/', 'app://elsewhere/'])
      expect((await runPreload(href)).exposed, href).toEqual([]);
  });

  test('security 14: lays the contract’s calls into the window, and no part of Electron', async () => {
    const { asked, listeners, exposed, required, parts } = await runPreload('app://rollcall/');
    expect([...new Set(required)]).toEqual(['electron']);
    expect(exposed.map(([name]) => name)).toEqual(['rollcall']);
    const bridge = exposed[0]?.[1];
    if (bridge === undefined) throw new Error('There is a bridge');
    expect(Object.keys(bridge).sort()).toEqual(['calls', 'fileFromDrop', 'onEvent']);
    expect(Object.keys(bridge.calls).sort()).toEqual(Object.keys(CONTRACT).sort());

    await bridge.calls['app.ping']({});
    await bridge.fileFromDrop({});
    expect(asked).toEqual([
      ['rollcall:call', 'app.ping', {}],
      ['rollcall:drop', '/dropped.txt'],
    ]);
    // Who listens hears what happened, and nothing of the event with its sender.
    const heard: unknown[][] = [];
    bridge.onEvent((...given: unknown[]) => heard.push(given));
    for (const listener of listeners) listener({ sender: parts }, 'what');
    expect(heard).toEqual([['what']]);
  });
});

test.describe('the built page', () => {
  test('security 12: has no script of its own in it, and nothing from elsewhere', async () => {
    const html = await readFile(join(out, 'renderer/index.html'), 'utf8');
    expect(html.match(/<script\b[^>]*>[^<]*<\/script>/g)).toEqual([
      expect.stringMatching(/^<script type="module" crossorigin src="\.\/assets\/[\w-]+\.js"><\/script>$/),
    ]);
    expect(html).not.toMatch(/https?:|\/\/|<style|<base|<iframe|<meta http-equiv|\son\w+=/i);
  });

  test('loads at most 350 KB of scripts for its first screen, compressed, and none of the grid', async () => {
    const chunks = await readManifest();
    const [entry] = Object.values(chunks).filter((chunk) => chunk?.isEntry === true);
    const names = filesOf(entry, chunks);
    const sources = await Promise.all(names.map((name) => readFile(join(out, 'renderer', name))));
    expect(sources.reduce((size, source) => size + gzipSync(source).length, 0)).toBeLessThanOrEqual(350_000);
    expect(sources.some((source) => source.includes('ag-root'))).toBe(false);
    const ofGrid = filesOf(chunks['app/window/roster-screen.tsx'], chunks);
    const grid = await Promise.all(ofGrid.map((name) => readFile(join(out, 'renderer', name), 'utf8')));
    expect(grid.some((source) => source.includes('ag-root'))).toBe(true);
  });
});

/** A file of the build, and those that it needs before it runs, by their names in the manifest. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

async function readManifest(): Promise<Readonly<Record<string, Chunk | undefined>>> {
  return JSON.parse(await readFile(join(out, 'renderer/.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
}

/** The names of all files that a chunk runs with. */
function filesOf(chunk: Chunk | undefined, chunks: Readonly<Record<string, Chunk | undefined>>): string[] {
  if (chunk === undefined) return [];
  return [
    ...new Set([chunk.file, ...(chunk.imports ?? []).flatMap((name) => filesOf(chunks[name], chunks))]),
  ];
}
