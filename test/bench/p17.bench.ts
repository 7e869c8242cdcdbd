import { join } from 'node:path';
import type { Browser, Page } from 'playwright/test';
import { AT, columns } from '../../shared/person/catalogue.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { generatePeople } from './generate-people.ts';
import { peopleFile } from './people-file.ts';
import { milliseconds, report } from './report.ts';
import { median } from './time.ts';
import { isWindowBuilt, launchBrowser, untilSettled, withWindow } from './window.ts';

const SIZES = [10_000, 100_000];
const PASTED = 10_000;
const ROUNDS = 5;

/** What is measured, with the part of the window that shows that it is done. */
const WORKS = {
  'select all': '.status-selection',
  find: '#find-outcome',
  fill: '[aria-label^="Undo: "], [aria-label="Nothing to undo"]',
  paste: '[aria-label^="Undo: "], [aria-label="Nothing to undo"]',
  undo: '[aria-label^="Redo: "], [aria-label="Nothing to redo"]',
} as const;
type Work = keyof typeof WORKS;
const NAMES = Object.keys(WORKS) as Work[]; // The keys of the literal above.

if (isWindowBuilt()) await measure();

/** Each work of 10,000 rows, up to the frame that shows it, against a bare grid's first frame of as many rows. */
async function measure(): Promise<void> {
  const browser = await launchBrowser();
  const bare = await bareRender(browser);
  const details = [`a bare grid shows ${PASTED.toLocaleString('en-US')} rows in ${milliseconds(bare)}`];
  let most = 0;
  for (const size of SIZES) {
    const times = await withWindow(browser, await peopleFile(size), works);
    for (const name of NAMES) most = Math.max(most, times[name] / bare);
    const each = NAMES.map((name) => `${name} ${milliseconds(times[name])}`).join(', ');
    details.push(`${size.toLocaleString('en-US')} people: ${each}`);
  }
  await browser.close();
  report({ figure: most, details: details.join('; ') });
}

async function works(page: Page): Promise<Record<Work, number>> {
  await untilSettled(page);
  // Other people than the file's, so that every cell becomes another.
  const text = serialize([...generatePeople(PASTED, 2)].slice(1), '\t');
  const times = new Map<Work, number[]>(NAMES.map((name) => [name, []]));
  const take = async (name: Work, key: Key | null, pasted = ''): Promise<void> => {
    times.get(name)?.push(await page.evaluate(untilPainted, { selector: WORKS[name], key, pasted }));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.locator(`.ag-row[row-index="0"] .ag-cell[col-id="cell-${AT.role}"]`).click();
    await take('select all', { key: 'a', code: 'KeyA', ctrlKey: true });
    await page.keyboard.press('Control+Home');
    await take('paste', null, text);
    await take('undo', { key: 'z', code: 'KeyZ', ctrlKey: true });
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+ArrowDown');
    await take('fill', { key: 'd', code: 'KeyD', ctrlKey: true });
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    await page.locator('#find-outcome').waitFor({ state: 'attached' });
    await take('find', null, round % 2 === 0 ? '@acme' : 'leader');
    await page.keyboard.press('Escape');
  }
  const medians = NAMES.map((name) => [name, median(times.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Work, number>; // One entry for every name.
}

interface Key {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
}

interface Act {
  readonly selector: string;
  /** The key to press; null to paste, or to type into a field. */
  readonly key: Key | null;
  readonly pasted: string;
}

/** Milliseconds from an act to the frame in which a part of the window says something else and no dialog is open. */
function untilPainted({ selector, key, pasted }: Act): Promise<number> {
  const shown = (): string => {
    const element = document.querySelector(selector);
    return `${element?.getAttribute('aria-label') ?? ''}|${element?.textContent ?? ''}`;
  };
  const act = (): void => {
    const target = document.activeElement ?? document.body;
    if (key !== null) {
      target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    } else if (target instanceof HTMLInputElement) {
      target.setRangeText(pasted, 0, target.value.length);
      target.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }
  };
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(() => {
        const before = shown();
        const began = performance.now();
        act();
        const look = (): void => {
          const isDone = shown() !== before && document.querySelector('dialog.task') === null;
          if (isDone || performance.now() - began > 30_000) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    });
  });
}

/** Milliseconds that a bare grid of the same library takes to show as many rows, in a page of its own. */
async function bareRender(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addScriptTag({
    path: join('node_modules', 'ag-grid-community', 'dist', 'ag-grid-community.min.js'),
  });
  const headers = columns.filter(({ standard }) => standard).map(({ header }) => header);
  const rows = [...generatePeople(PASTED)].slice(1);
  const times = await page.evaluate(renderBare, { headers, rows, rounds: ROUNDS });
  await page.close();
  return median(times);
}

interface BareGrid {
  readonly agGrid: {
    createGrid(element: HTMLElement, options: object): { destroy(): void };
  };
}

async function renderBare({
  headers,
  rows,
  rounds,
}: {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rounds: number;
}): Promise<number[]> {
  // The script that was added before puts the library there.
  const { agGrid } = window as unknown as BareGrid;
  const columnDefs = headers.map((headerName, place) => ({
    headerName,
    valueGetter: ({ data }: { data: readonly string[] }) => data[place],
  }));
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const element = document.createElement('div');
    element.style.height = '700px';
    document.body.append(element);
    const began = performance.now();
    const grid = agGrid.createGrid(element, { columnDefs, rowData: rows });
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (element.querySelector('.ag-cell')) resolve();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    times.push(performance.now() - began);
    grid.destroy();
    element.remove();
  }
  return times;
}
