import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright/test';
import { AT } from '../../shared/person/catalogue.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { chooseToOpen, chooseToSave } from '../end-to-end/harness/choose-file.ts';
import { generatePeople } from './generate-people.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';
import { isWindowBuilt, launchBrowser, untilSettled, withWindow } from './window.ts';

const LARGE = 'people-100000.txt';
const SMALL = 'people-1000.txt';
/** As often as somebody opens a list anew in an hour, and what they type into it each time. */
const ROUNDS = 6;
const TYPED = 500;
const PASTED = 2000;

const MEGABYTE = 1024 * 1024;

if (isWindowBuilt()) await measure();

/** Opens, edits, pastes, undoes, sorts, finds and exports 100,000 people over and over, and looks at what is left of it. */
async function measure(): Promise<void> {
  const browser = await launchBrowser();
  await withWindow(browser, await peopleFile(100_000), async (page, { folder, pid }) => {
    await copyFile(await peopleFile(100_000), join(folder, LARGE));
    await copyFile(await peopleFile(1_000), join(folder, SMALL));
    const memory = await page.context().newCDPSession(page);
    await untilSettled(page);
    // Once before: what the code itself keeps is not left over from work.
    await work(page, 0);
    const before = await used(memory);
    const hostBefore = await resident(pid);
    for (let round = 1; round <= ROUNDS; round += 1) await work(page, round);
    const after = await used(memory);
    const host = (await resident(pid)) / hostBefore;
    report({
      figure: after / before,
      details: `${megabytes(before)} before, ${megabytes(after)} after ${(ROUNDS * TYPED).toLocaleString('en-US')} typed cells, ${ROUNDS} pastes of ${PASTED.toLocaleString('en-US')} rows, ${ROUNDS} exports and ${2 * ROUNDS} files opened; the host’s ${Number.isNaN(host) ? 'is not told by this system' : `× ${host.toFixed(2)}`}`,
    });
  });
  await browser.close();
}

/** Ten minutes of somebody's work, from an open list to the same list, opened anew. */
async function work(page: Page, round: number): Promise<void> {
  await page.locator(`.ag-row[row-index="0"] .ag-cell[col-id="cell-${AT.homeTown}"]`).click();
  for (let count = 0; count < TYPED; count += 1) {
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Home');
  await page.evaluate(paste, serialize([...generatePeople(PASTED, round + 2)].slice(1), '\t'));
  await idle(page);
  for (const keys of ['Control+z', 'Control+y', 'Control+z']) {
    await page.keyboard.press(keys);
    await idle(page);
  }
  await page.keyboard.press('Control+f');
  await page.locator('#find-outcome').waitFor({ state: 'attached' });
  await page.keyboard.type(`leader${round}`);
  await idle(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: /^Export [\d,]+ rows$/ }).click();
  await chooseToSave(page, `export-${round}.txt`);
  await page.getByRole('heading', { name: /rows written to/ }).waitFor({ timeout: 120_000 });
  await page.keyboard.press('Escape');
  await open(page, SMALL);
  await open(page, LARGE);
}

async function open(page: Page, name: string): Promise<void> {
  await chooseToOpen(page, name);
  const unsaved = page.getByRole('button', { name: 'Don’t save' });
  await unsaved
    .or(page.getByRole('contentinfo').getByText(name === SMALL ? '1,000 rows' : '100,000 rows'))
    .first()
    .waitFor({ timeout: 120_000 });
  if (await unsaved.isVisible()) await unsaved.click();
  await page.locator('.file-name-text').getByText(name).first().waitFor({ timeout: 120_000 });
  await untilSettled(page);
}

/** Waits until no long work is shown and two frames have passed. */
async function idle(page: Page): Promise<void> {
  await page.waitForTimeout(50);
  await page.locator('dialog.task').waitFor({ state: 'detached', timeout: 120_000 });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

function paste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
}

/** Bytes of the page's heap that are reachable. */
async function used(memory: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) await memory.send('HeapProfiler.collectGarbage');
  return (await memory.send('Runtime.getHeapUsage')).usedSize;
}

/** Bytes that a process holds, where the system tells; else not a number. */
async function resident(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
