// The packaged app, around the runtime at hand. One that is older than what the app is built for is taken where
// ROLLCALL_FILL_INS names a folder that fills in what it lacks: it is packaged beside the app's main.js, and its main.cjs
// is started first. A fuse that such a runtime has not got is left out.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Configuration } from 'electron-builder';
import { chromium, type Page } from 'playwright/test';
import { wrongFuses } from '../../../build/read-back-fuses.mjs';
import { type Desktop, expect, test } from '../harness/electron.ts';
import { gridOf } from '../harness/grid-page.ts';
import { packageApp, PACKAGING } from '../harness/package-app.ts';

const FILL_INS = process.env['ROLLCALL_FILL_INS'] ?? '';
const filledIn = fileURLToPath(new URL('../../../out/main/fill-ins', import.meta.url));
/** The first major of Electron that takes an ES module for the main process. */
const FIRST_MAJOR = 28;

const FUSES = PACKAGING.electronFuses ?? {};
const olderFuses = { ...FUSES };
delete olderFuses.grantFileProtocolExtraPrivileges;
const FOR_OLDER: Configuration = {
  extraMetadata: { main: 'out/main/fill-ins/main.cjs' },
  electronFuses: olderFuses,
  afterAllArtifactBuild: null,
};

function majorOf(program: string): number {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return Number.parseInt(execFileSync(program, ['-p', 'process.versions.electron'], { env }).toString(), 10);
}

/** Packages the built app around a copy of the runtime, whose program is changed by it; answers the app's program. */
async function packageAround({ program, folder }: Desktop, isOlder: boolean): Promise<string> {
  const runtime = join(folder, 'electron');
  const isOwnApp = (path: string): boolean => basename(dirname(path)) === 'resources';
  await cp(dirname(program), runtime, { recursive: true, filter: (path) => !isOwnApp(path) });
  if (isOlder) await cp(FILL_INS, filledIn, { recursive: true });
  try {
    const packed = await packageApp(runtime, join(folder, 'dist'), isOlder ? FOR_OLDER : {});
    return join(packed, 'rollcall');
  } finally {
    await rm(filledIn, { recursive: true, force: true });
  }
}

/** Starts the packaged app, of which Playwright sees the window alone: its fuses forbid to look into its main process. */
async function startPackaged(program: string, { environment, folder }: Desktop, file: string) {
  const child = spawn(program, ['--remote-debugging-port=0', file], {
    cwd: folder,
    // Where the fuses did not hold, it would be Node.
    env: { ...environment, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    said.push(line);
    const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? [];
    if (address !== undefined) return { child, address };
  }
  throw new Error(`The packaged app has ended at once:\n${said.join('\n')}`);
}

async function windowOf(address: string): Promise<Page> {
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The packaged app has no window');
  return context.pages()[0] ?? context.waitForEvent('page');
}

test('security 15: the packaged app opens, mends and saves a roster, behind its fuses', async ({
  desktop,
}) => {
  test.skip(process.platform !== 'linux', 'Packaged here for Linux alone; the release does it elsewhere.');
  test.setTimeout(180_000);
  const isOlder = majorOf(desktop.program) < FIRST_MAJOR;
  test.skip(
    isOlder && FILL_INS === '',
    'This Electron is too old for the app, and nothing fills in what it lacks.',
  );
  const program = await packageAround(desktop, isOlder);
  expect(await wrongFuses(program, FUSES)).toEqual(isOlder ? ['grantFileProtocolExtraPrivileges'] : []);
  const licences = await readFile(join(dirname(program), 'resources/third-party-licences.txt'), 'utf8');
  expect(licences).toContain('react-dom 19');

  const file = await desktop.fixture('people.txt');
  const { child, address } = await startPackaged(program, desktop, file);
  const ended = once(child, 'exit');
  try {
    const page = await windowOf(address);
    await expect(page.getByRole('contentinfo')).toContainText('22 with errors');
    expect(page.url()).toBe('app://rollcall/');
    await gridOf(page).cell(5, 'email').click();
    await page.keyboard.type('person6@acme.example');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('contentinfo')).toContainText('21 with errors');
    await page.keyboard.press('Control+s');
    await expect(page).toHaveTitle('people.txt – Rollcall');
    expect((await readFile(file)).toString('utf16le')).toContain('person6@acme.example');
    await page.close();
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
});
