import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import { _electron, type ElectronApplication, expect, type Locator, type Page } from 'playwright/test';
import { findElectron } from './find-electron.ts';
import { isolatedEnvironment } from './host.ts';
import { test as base } from './rollcall.ts';
import { openDisplay, type Display } from './display.ts';
import { watchPage } from './watch-page.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** How the app is started, beyond the file that it opens. */
export interface Start {
  /** Switches and other arguments after the app's folder. */
  readonly arguments?: readonly string[];
  /** Switches before the app's folder, where Electron's own stand. */
  readonly switches?: readonly string[];
  /** Where it is started from; else the test's folder. */
  readonly from?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The built app in real Electron, as a test drives it. */
export interface Desktop {
  /** A temporary folder for the test's files; gone afterwards. */
  readonly folder: string;
  /** Where the app keeps what it remembers between starts. */
  readonly userData: string;
  readonly display: Display;
  /** Electron's program, and the environment in which it is started. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The app that was started last. */
  readonly app: ElectronApplication;
  /** Copies a file of `test/fixtures/` into the folder and answers the copy's path. */
  fixture(name: string): Promise<string>;
  /** Starts the app, opening `file` if there is one, and answers its window. Again: a fresh start. */
  start(file?: string, how?: Start): Promise<Page>;
  /** Starts the program beside the app that runs, and waits until it has ended by itself. */
  startBeside(given: readonly string[], from?: string): Promise<void>;
  /** Kills the app with no warning, as a crash or a power cut would. */
  kill(): Promise<void>;
  /** Waits until the app has ended by itself. */
  ended(): Promise<void>;
  /** Clicks what ends the app, and waits until it has. */
  endBy(button: Locator): Promise<void>;
  /** What all apps of the test have said so far on their standard output and error. */
  said(): string;
  /** Lets console errors and failed requests of the page pass that match; every other one fails the test. */
  tolerate(pattern: RegExp): void;
}

interface Started {
  readonly app: ElectronApplication;
  readonly ended: Promise<void>;
}

/** Playwright's `test` with the built app in real Electron; skipped in words where it cannot run. */
export const test = base.extend<{ desktop: Desktop }, { display: Display }>({
  display: [
    // Playwright reads the names of what a fixture needs from its pattern, hence the empty one.
    async ({}, use) => {
      const display = await openDisplay();
      await use(display);
      await display.end();
    },
    { scope: 'worker' },
  ],

  desktop: async ({ folder, display }, use) => {
    const found = findElectron();
    if ('missing' in found) test.skip(true, found.missing);
    if (display.missing !== null) test.skip(true, display.missing);
    const program = 'path' in found ? found.path : '';
    const userData = await mkdtemp(join(tmpdir(), 'rollcall-data-'));
    const environment = ownEnvironment(userData, display);
    const watched: Awaited<ReturnType<typeof watchPage>>[] = [];
    const tolerated: RegExp[] = [];
    // The last one runs.
    const all: Started[] = [];
    let said = '';

    const lastStarted = (): Started => {
      const last = all.at(-1);
      if (last === undefined) throw new Error('The app was not started');
      return last;
    };

    const start = async (file?: string, how: Start = {}): Promise<Page> => {
      await endLast(all);
      const files = file === undefined ? [] : [file];
      const app = await _electron.launch({
        executablePath: program,
        args: [...(how.switches ?? []), root, ...(how.arguments ?? []), ...files],
        cwd: how.from ?? folder,
        env: { ...environment, ...how.environment },
        chromiumSandbox: true,
        // The window's own, which follows the system's.
        colorScheme: null,
      });
      all.push({
        app,
        ended: new Promise((resolve) => {
          app.once('close', () => {
            resolve();
          });
        }),
      });
      for (const stream of [app.process().stdout, app.process().stderr])
        stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await hearErrors(app);
      const page = await app.firstWindow();
      watched.push(await watchPage(page));
      await page.waitForLoadState();
      return page;
    };

    await use({
      ...{ folder, userData, display, program, environment, start },
      get app() {
        return lastStarted().app;
      },
      fixture: (name) => copyInto(folder, name),
      startBeside: async (given, from = folder) => {
        const beside = spawn(program, [root, ...given], { cwd: from, env: environment, stdio: 'ignore' });
        await once(beside, 'exit');
      },
      kill: async () => {
        const { app, ended } = lastStarted();
        // By itself, since on Windows the process that Playwright knows is a shell around it.
        await app.evaluate(() => process.kill(process.pid, 'SIGKILL')).catch(() => undefined);
        await ended;
      },
      ended: () => lastStarted().ended,
      endBy: async (button) => {
        // The page may be gone before the click is done.
        await button.click().catch(() => undefined);
        await lastStarted().ended;
      },
      said: () => said,
      tolerate: (pattern) => {
        tolerated.push(pattern);
      },
    });

    await endLast(all);
    await rm(userData, { recursive: true, force: true });
    for (const page of watched) {
      for (const pattern of tolerated) page.tolerate(pattern);
      page.assertClean();
    }
    expect(said, 'what the main process said').not.toMatch(/^MAIN PROCESS:|UnhandledPromiseRejection/m);
  },
});

export { expect };

/**
 * Puts a stand-in for a function of Electron's main process that reaches out of the app, such as
 * `dialog.showOpenDialog`: it answers `answer`. What comes back answers what the stand-in was given so far, call by call.
 */
export async function standIn<Part extends 'dialog' | 'shell'>(
  app: ElectronApplication,
  part: Part,
  name: keyof (typeof Electron)[Part] & string,
  answer: unknown,
): Promise<() => Promise<unknown[][]>> {
  const given = await app.evaluateHandle(
    (electron, { part, name, answer }) => {
      const calls: unknown[][] = [];
      Object.assign(electron[part], {
        [name]: (...given: unknown[]) => {
          calls.push(given.map((one) => (one instanceof electron.BrowserWindow ? 'window' : one)));
          return answer;
        },
      });
      return calls;
    },
    { part, name, answer },
  );
  return () => given.jsonValue();
}

/** Answers the system's dialog for a file to open with a path, or by cancelling it. */
export function answerOpenDialog(app: ElectronApplication, path: string | null) {
  const filePaths = path === null ? [] : [path];
  return standIn(app, 'dialog', 'showOpenDialog', { canceled: path === null, filePaths });
}

/** Answers the system's dialog for a place to save with a path, or by cancelling it. */
export function answerSaveDialog(app: ElectronApplication, path: string | null) {
  return standIn(app, 'dialog', 'showSaveDialog', { canceled: path === null, filePath: path ?? '' });
}

/** The environment of the app: nothing of the machine's own Rollcall, and no variable that opens no window. */
function ownEnvironment(userData: string, display: Display): Record<string, string> {
  const defined = Object.entries(isolatedEnvironment(userData)).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(defined), ...display.environment };
}

/** An error that nobody caught in the main process would open a dialog of Electron's and wait there. */
async function hearErrors(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showErrorBox = (title, content) => {
      process.stderr.write(`MAIN PROCESS: ${title}\n${content}\n`);
    };
  });
}

/** Destroys the windows first: one with an unsaved roster would ask, and wait for ever. */
async function endLast(all: readonly Started[]): Promise<void> {
  const last = all.at(-1);
  if (last === undefined) return;
  const { app, ended } = last;
  await app
    .evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
    })
    .catch(() => undefined);
  const force = setTimeout(() => app.process().kill('SIGKILL'), 10_000);
  await app.close();
  await ended;
  clearTimeout(force);
}

async function copyInto(folder: string, name: string): Promise<string> {
  const copy = join(folder, basename(name));
  await copyFile(join(fixtures, name), copy);
  return copy;
}
