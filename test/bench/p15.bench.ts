import type { Page } from 'playwright/test';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';
import { median } from './time.ts';
import { isWindowBuilt, launchBrowser, withWindow } from './window.ts';

const ROUNDS = 5;

if (isWindowBuilt()) await measure();

async function measure(): Promise<void> {
  const browser = await launchBrowser();
  const files = { few: await peopleFile(1_000), many: await peopleFile(100_000) };
  const few: number[] = [];
  const many: number[] = [];
  // Round 0 warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = {
      few: await withWindow(browser, files.few, firstRows),
      many: await withWindow(browser, files.many, firstRows),
    };
    if (round === 0) continue;
    few.push(times.few);
    many.push(times.many);
  }
  await browser.close();
  report({
    figure: median(many) / median(few),
    details: `from the page's start to the first rows in sight: ${Math.round(median(many))} ms at 100,000 people, ${Math.round(median(few))} ms at 1,000`,
  });
}

/** Milliseconds from the start of the page, which opens the file, to the frame that shows its first rows. */
async function firstRows(page: Page): Promise<number> {
  const shown = await page.waitForFunction(
    () => (document.querySelector('.ag-row[row-index="3"] .ag-cell') === null ? null : performance.now()),
    undefined,
    { timeout: 120_000 },
  );
  return (await shown.jsonValue()) ?? Number.NaN;
}
