import { expect, type Locator, type Page } from 'playwright/test';
import { columns } from '../../../shared/person/catalogue.ts';
import { clipboardText } from '../../../shared/text/clipboard.ts';
import {
  type Given,
  type OperationName,
  PASTED_COLUMNS,
  REPLACEMENT,
  withWidth,
} from '../../renderer/grid-model/model-operations.ts';
import type { Spot } from '../../renderer/grid-model/model-paste.ts';

/** Takes the pointer off the cells, so that no card about a problem covers the next one. */
export async function leaveCells(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await expect(page.getByRole('group', { name: 'Problems here' })).toBeHidden();
}

/** Finds a cell by its row and its column as shown. */
type CellAt = (spot: Spot) => Locator;

type ByHand = (page: Page, given: Given, cellAt: CellAt) => Promise<void>;

/** How someone does each operation of the model in the window: by keys, the palette, the pointer and the clipboard. */
export const BY_HAND: Readonly<Record<OperationName, ByHand>> = {
  type: async (page, { text }) => {
    await page.keyboard.type(text, { delay: 2 });
    await page.keyboard.press('Tab');
  },
  typeInAll: async (page, { text }) => {
    await page.keyboard.type(text, { delay: 2 });
    await page.keyboard.press('Control+Enter');
  },
  setColumn,
  clear: key('Delete'),
  paste: (page, { block }) => paste(page, clipboardText(block)),
  pasteByHeader: async (page, { block }) => {
    const headers = PASTED_COLUMNS.map((position) => columns[position]?.header ?? '');
    await paste(page, clipboardText([headers, ...withWidth(block)]));
    await page.getByRole('button', { name: /^Paste .+ by header$/ }).click();
  },
  copy: throughClipboard('Control+c'),
  cut: throughClipboard('Control+x'),
  fillDown: key('Control+d'),
  fillRight: key('Control+r'),
  dragHandle,
  insertAbove: chosen('Insert rows above'),
  insertBelow: chosen('Insert rows below'),
  addRow: key('Control+Shift+Enter'),
  duplicate: key('Control+Shift+d'),
  delete: chosen('Delete rows'),
  moveUp: key('Alt+Shift+ArrowUp'),
  moveDown: key('Alt+Shift+ArrowDown'),
  leadersFirst: chosen('Move leaders first'),
  sort: async (page, { range }) => {
    await choose(
      page,
      range.left % 2 === 0 ? 'Sort by this column, ascending' : 'Sort by this column, descending',
    );
  },
  filter: async (page, { text }) => {
    await page.keyboard.press('Control+Shift+l');
    await page
      .getByRole('dialog', { name: /^Filter / })
      .getByRole('textbox')
      .first()
      .fill(text.slice(0, 1));
    await page.keyboard.press('Enter');
  },
  filterProblems: chosen('Show only rows with problems'),
  showAll: chosen('Show all rows'),
  replace: async (page, { text }) => {
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill(text);
    await page.getByRole('textbox', { name: 'Replace with' }).fill(REPLACEMENT);
    await expect(page.locator('#find-outcome')).toHaveText(/^\d+ (of|found)/);
    await page.getByRole('button', { name: 'Replace all' }).click();
    await expect(page.getByText(/^Replaced in /)).toBeVisible();
    await page.keyboard.press('Escape');
  },
  fixSafe: key('Control+Shift+.'),
  hideColumns: chosen('Hide columns'),
  showColumns: chosen('Show all columns'),
  pinColumns: chosen('Pin or unpin columns'),
  moveLeft: key('Alt+Shift+ArrowLeft'),
  moveRight: key('Alt+Shift+ArrowRight'),
  resetColumns: chosen('Reset the column layout'),
  undo: key('Control+z'),
  redo: key('Control+y'),
};

function key(combination: string): ByHand {
  return (page) => page.keyboard.press(combination);
}

function chosen(title: string): ByHand {
  return (page) => choose(page, title);
}

/** By the palette, as anyone would who knows no key for it. */
async function choose(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.palette input').fill(title);
  await page.keyboard.press('Enter');
  await expect(page.locator('.palette')).toBeHidden();
}

/** As the browser does on Ctrl+V, with what another program would have put on the clipboard. */
async function paste(page: Page, plain: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, plain);
}

function throughClipboard(combination: string): ByHand {
  return async (page, { to }, cellAt) => {
    await page.keyboard.press(combination);
    await leaveCells(page);
    await cellAt(to).click();
    await page.keyboard.press('Control+v');
  };
}

async function setColumn(page: Page, { text }: Given): Promise<void> {
  await choose(page, 'Set this column for several rows…');
  await page.getByRole('dialog').getByLabel('New text').first().fill(text);
  await page.getByRole('radio', { name: /selected/ }).check();
  await page.getByRole('button', { name: /^Set .+ in / }).click();
}

async function dragHandle(page: Page, { range, to }: Given, cellAt: CellAt): Promise<void> {
  const box = await cellAt({ row: range.bottom, column: range.right }).boundingBox();
  if (box === null) throw new Error('The corner of the selection is not in sight');
  await page.mouse.move(box.x + box.width - 4, box.y + box.height - 4);
  await page.mouse.down();
  await cellAt(to).hover();
  await page.mouse.up();
}
