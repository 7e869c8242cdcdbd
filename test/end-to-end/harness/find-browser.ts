import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright/test';
import { unpackedChromium } from './unpacked-chromium.ts';

/** Where a Chromium comes from; `ROLLCALL_TEST_BROWSER` names one to use no other. */
const SOURCES = { playwright: ownOfPlaywright, chrome: installedBrowser, package: unpackedChromium };

/**
 * How to launch a Chromium on this machine: Playwright's own, else an installed Chrome, Chromium or Edge, else the one
 * in the npm package `@sparticuz/chromium` (Linux on x64), so that the tests need nothing but `npm install`.
 * `ROLLCALL_TEST_BROWSER=playwright|chrome|package` takes that one alone. Throws a sentence if there is none.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const wanted = process.env['ROLLCALL_TEST_BROWSER'];
  for (const [name, find] of Object.entries(SOURCES)) {
    const found = wanted === undefined || wanted === name ? await find() : null;
    if (found !== null) return { ...found, args: [...(found.args ?? []), ...rootArgs()] };
  }
  throw new Error(
    `No Chromium was found${wanted === undefined ? '' : ` by ROLLCALL_TEST_BROWSER=${wanted}`}. ` +
      'Install Chrome, or run `npx playwright install chromium`.',
  );
}

/** Chromium refuses to sandbox itself for root, as whom containers run. */
function rootArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function ownOfPlaywright(): LaunchOptions | null {
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? { executablePath } : null;
}

function installedBrowser(): LaunchOptions | null {
  const executablePath = usualPlaces().find((path) => existsSync(path));
  return executablePath === undefined ? null : { executablePath };
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((variable) => process.env[variable] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  return [
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ];
}
