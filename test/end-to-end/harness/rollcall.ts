import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base, type Page } from 'playwright/test';
import { findBrowser } from './find-browser.ts';
import { type Host, startHost } from './host.ts';
import { watchPage } from './watch-page.ts';

/** The window of Rollcall as a test drives it. */
export interface Rollcall {
  /** The page; empty until `start`. */
  readonly page: Page;
  /** A temporary folder for the test's files; gone afterwards. */
  readonly folder: string;
  /** Where the app keeps what it remembers between starts. */
  readonly userData: string;
  /** Copies a file of `test/fixtures/` into the folder and answers the copy's path. */
  fixture(name: string): Promise<string>;
  /** Starts the host, opening `file` (a path) if there is one, and shows the window. Again: a fresh start of the app. */
  start(file?: string): Promise<Page>;
  /** Kills the host with no warning, as a crash or a power cut would. */
  kill(): Promise<void>;
  /** What all hosts of the test have said so far on their standard output and error. */
  said(): string;
  /** Lets console errors and failed requests that match pass; every other one fails the test. */
  tolerate(pattern: RegExp): void;
}

interface Fixtures {
  folder: string;
  /** Whether organizations may be at a simulator; for `test.use`. */
  testServers: boolean;
  rollcall: Rollcall;
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Playwright's `test` with a browser found by `findBrowser` and the built window served by its real web host. */
export const test = base.extend<Fixtures>({
  // Playwright reads the names of what a fixture needs from its pattern, hence the empty ones.
  launchOptions: [
    async ({}, use) => {
      await use(await findBrowser());
    },
    { scope: 'worker' },
  ],

  testServers: [false, { option: true }],

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rollcall-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  rollcall: async ({ page, folder, testServers }, use) => {
    const userData = await mkdtemp(join(tmpdir(), 'rollcall-data-'));
    const watched = await watchPage(page);
    // A list, since a test may start the app again; the last one runs.
    const hosts: Host[] = [];
    const started: Host[] = [];
    await use({
      page,
      folder,
      userData,
      tolerate: (pattern) => {
        watched.tolerate(pattern);
      },
      fixture: (name) => copyInto(folder, name),
      start: async (file) => {
        // The page of the host before says meanwhile that it is there, and what it remembers.
        if (hosts.length > 0) watched.tolerate(/ERR_CONNECTION_REFUSED .*\/call\//);
        await hosts.at(-1)?.stop();
        const host = await startHost({ userData, folder, testServers, ...(file !== undefined && { file }) });
        hosts.push(host);
        started.push(host);
        await page.goto(pathToFileURL(host.launchFile).href);
        await page.waitForURL(/^http:\/\/127\.0\.0\.1:/);
        return page;
      },
      kill: async () => {
        await hosts.pop()?.kill();
      },
      said: () => started.map((host) => host.said()).join(''),
    });
    await page.close();
    await hosts.at(-1)?.stop();
    await rm(userData, { recursive: true, force: true });
    watched.assertClean();
  },
});

export { expect } from 'playwright/test';

async function copyInto(folder: string, name: string): Promise<string> {
  const copy = join(folder, basename(name));
  await copyFile(join(fixtures, name), copy);
  return copy;
}
