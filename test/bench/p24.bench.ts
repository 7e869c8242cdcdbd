import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { AT } from '../../shared/person/catalogue.ts';
import { peopleFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { median } from './time.ts';
import { isWindowBuilt, launchBrowser, untilSettled, withWindow } from './window.ts';

const ROUNDS = 3;
const CELL = `.ag-row[row-index="3"] .ag-cell[col-id="cell-${AT.homeTown}"]`;

/** Milliseconds from the key that ends the first edit to when the change, and all rows with it, are on disk. */
interface Kept {
  readonly change: number;
  readonly rows: number;
  /** The longest task of the window meanwhile; 0 where none took 50 ms. */
  readonly task: number;
}

if (isWindowBuilt()) await measure();

async function measure(): Promise<void> {
  const browser = await launchBrowser();
  const files = { few: await peopleFile(1_000), many: await peopleFile(100_000) };
  const few: Kept[] = [];
  const many: (Kept & { readonly bare: number })[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    few.push(await withWindow(browser, files.few, firstEdit));
    many.push(
      await withWindow(browser, files.many, async (page, { folder }) => {
        const kept = await firstEdit(page);
        return { ...kept, bare: await timeToWrite(await sizeOfDraft(folder)) };
      }),
    );
  }
  await browser.close();
  const change = median(many.map((one) => one.change));
  const rows = median(many.map((one) => one.rows));
  const bare = median(many.map((one) => one.bare));
  const longest = Math.max(...many.map(({ task }) => task));
  report({
    figure: change / median(few.map((one) => one.change)),
    details: `100,000 people: ${milliseconds(change)} from the key to the change on disk, ${milliseconds(rows)} to all rows, which are written in ${milliseconds(bare)}; ${longest === 0 ? 'no task of 50 ms' : `the longest task ${milliseconds(longest)}`}`,
  });
}

async function firstEdit(page: Page): Promise<Kept> {
  await untilSettled(page);
  await page.locator(CELL).click();
  await page.keyboard.type('Galway');
  return page.evaluate(async () => {
    let task = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) task = Math.max(task, duration);
    }).observe({ entryTypes: ['longtask'] });
    const began = performance.now();
    const kept = { change: 0, rows: 0 };
    const fetch = window.fetch.bind(window);
    window.fetch = async (address, told) => {
      const response = await fetch(address, told);
      if (typeof address !== 'string' || !address.endsWith('/draft.add')) return response;
      kept.rows = performance.now() - began;
      // The kind of the record that holds the first step, within JSON.
      if (typeof told?.body === 'string' && told.body.includes('\\"past\\"')) kept.change = kept.rows;
      return response;
    };
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
    );
    while (kept.change === 0 || performance.now() - began < kept.rows + 1000)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return { ...kept, task };
  });
}

async function sizeOfDraft(userData: string): Promise<number> {
  const folder = join(userData, 'drafts');
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return Math.max(...(await Promise.all(sizes)));
}

/** Milliseconds in which so many bytes are written and flushed at once. */
async function timeToWrite(size: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
  const bytes = Buffer.alloc(size, 'x');
  const began = performance.now();
  const file = await open(join(folder, 'bytes'), 'w');
  await file.writeFile(bytes);
  await file.datasync();
  await file.close();
  const took = performance.now() - began;
  await rm(folder, { recursive: true });
  return took;
}
