import { AT } from '../../shared/person/catalogue.ts';
import { peopleFile } from './people-file.ts';
import { report } from './report.ts';
import { median } from './time.ts';
import { isWindowBuilt, launchBrowser, untilSettled, withWindow } from './window.ts';

const EDITS = 41;
const CELL = `.ag-row[row-index="3"] .ag-cell[col-id="cell-${AT.email}"]`;

if (isWindowBuilt()) await measure();

async function measure(): Promise<void> {
  const browser = await launchBrowser();
  const file = await peopleFile(100_000);
  const { grid, bare } = await withWindow(browser, file, async (page) => {
    await untilSettled(page);
    const grid: number[] = [];
    const bare: number[] = [];
    await page.locator(CELL).click();
    for (let edit = 0; edit < EDITS; edit += 1) {
      // Every second text has an error, so that every edit turns the flag on or off.
      await page.keyboard.type(edit % 2 === 0 ? 'no address' : `person${edit}@bench.example`);
      grid.push(await page.evaluate(editInGrid, CELL));
      await page.keyboard.press('ArrowUp');
      bare.push(await page.evaluate(editInPage, edit));
    }
    return { grid: median(grid), bare: median(bare) };
  });
  await browser.close();
  report({
    figure: grid / bare,
    details: `100,000 people: ${grid.toFixed(1)} ms from the key to the frame with the flag, ${bare.toFixed(1)} ms on bare DOM`,
  });
}

/** Milliseconds from the key that ends an edit to the frame that shows the cell's flag changed. */
function editInGrid(selector: string): Promise<number> {
  const isFlagged = (): boolean => document.querySelector(selector)?.classList.contains('rc-error') ?? false;
  const before = isFlagged();
  const editor = document.activeElement;
  return new Promise((resolve) => {
    // Right after a frame, so that every round has a whole frame before it.
    requestAnimationFrame(() => {
      setTimeout(() => {
        const began = performance.now();
        editor?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
        );
        const look = (): void => {
          if (isFlagged() === before) requestAnimationFrame(look);
          // A message comes after the frame at hand is painted.
          else
            afterPaint(() => {
              resolve(performance.now() - began);
            });
        };
        requestAnimationFrame(look);
      });
    });
  });
  function afterPaint(then: () => void): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  }
}

/** The same in a table cell of the page's own: a key, a text and a class. */
function editInPage(edit: number): Promise<number> {
  const cell = document.createElement('div');
  cell.tabIndex = -1;
  cell.textContent = 'before';
  document.body.append(cell);
  cell.addEventListener('keydown', () => {
    cell.textContent = `after ${edit}`;
    cell.classList.toggle('rc-error');
  });
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(() => {
        const began = performance.now();
        cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            cell.remove();
            resolve(performance.now() - began);
          };
          port2.postMessage(null);
        });
      });
    });
  });
}
