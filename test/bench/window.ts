import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright/test';
import { findBrowser } from '../end-to-end/harness/find-browser.ts';
import { startHost } from '../end-to-end/harness/host.ts';
import { report } from './report.ts';

/** Whether the window can be measured here; where it cannot, that is what is reported. */
export function isWindowBuilt(): boolean {
  const isBuilt = existsSync(join('out', 'main', 'web-host.js'));
  if (!isBuilt) report({ figure: null, details: 'the window is not built; run `npm run build` first' });
  return isBuilt;
}

/** A real browser without a window of its own, as the end-to-end tests use it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await findBrowser());
}

/** Where a measured window has its files, and the process of its host. */
interface Place {
  readonly folder: string;
  readonly pid: number;
}

/** Starts the app on a file, lets `measure` look at its page, and takes everything away. */
export async function withWindow<Value>(
  browser: Browser,
  file: string,
  measure: (page: Page, place: Place) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
  const host = await startHost({ userData: folder, folder, file: resolve(file) });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(pathToFileURL(host.launchFile).href);
    await page.waitForURL(/^http:/);
    return await measure(page, { folder, pid: host.pid });
  } finally {
    await page.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until the file is open and everything that follows from it is done: all rows in the grid, all problems listed. */
export async function untilSettled(page: Page): Promise<void> {
  await page.locator('.ag-row[row-index="3"] .ag-cell').first().waitFor({ timeout: 120_000 });
  await page.locator('dialog.task').waitFor({ state: 'detached', timeout: 120_000 });
  await page
    .getByTestId(/^(?:problem-group|no-problems)$/)
    .first()
    .waitFor({ timeout: 60_000 });
  // Loading goes on in slices after the last thing that shows: it is over when a second passes without a long task.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quietSince = performance.now();
        let last = performance.now();
        const look = (): void => {
          const now = performance.now();
          if (now - last > 40) quietSince = now;
          last = now;
          if (now - quietSince > 1000) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}
