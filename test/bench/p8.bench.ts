import type { Page } from 'playwright/test';
import { AT } from '../../shared/person/catalogue.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';
import { median } from './time.ts';
import { isWindowBuilt, launchBrowser, untilSettled, withWindow } from './window.ts';

const EDITS = 41;

if (isWindowBuilt()) await measure();

async function measure(): Promise<void> {
  const browser = await launchBrowser();
  const few = await withWindow(browser, await peopleFile(1_000), editCost);
  const many = await withWindow(browser, await peopleFile(300_000), editCost);
  await browser.close();
  report({
    figure: many / few,
    details: `the key that ends an edit holds the thread ${few.toFixed(2)} ms at 1,000 people, ${many.toFixed(2)} ms at 300,000`,
  });
}

/** Milliseconds that the window's thread needs, in the middle, from the key that ends an edit until it is free again. */
async function editCost(page: Page): Promise<number> {
  await untilSettled(page);
  const times: number[] = [];
  await page.locator(`.ag-row[row-index="3"] .ag-cell[col-id="cell-${AT.homeTown}"]`).click();
  for (let edit = 0; edit < EDITS; edit += 1) {
    await page.keyboard.type(`Town ${edit}`);
    times.push(await page.evaluate(endEdit));
    await page.keyboard.press('ArrowUp');
  }
  return median(times);
}

/** Presses Enter from within the page, so that nothing but the page's own work is between the two readings. */
function endEdit(): number {
  const editor = document.activeElement;
  const began = performance.now();
  editor?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
  );
  return performance.now() - began;
}
