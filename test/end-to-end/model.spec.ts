import fc from 'fast-check';
import type { Page } from 'playwright/test';
import { columns } from '../../shared/columns/catalogue.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { createModel, type Model, shownRows } from '../renderer/grid-model/model.ts';
import {
  type Given,
  MODEL_OPERATIONS,
  OPERATION_NAMES,
  type OperationName,
} from '../renderer/grid-model/model-operations.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

const SEQUENCES = 3;
const STEPS = 15;
/** Another run of the same sequences: `ROLLCALL_MODEL_SEED=123 npx playwright test …`. */
const SEED = Number(process.env['ROLLCALL_MODEL_SEED'] ?? 20260322);

/** The catalogue's columns that show any text as it is, beside one another: First Name to Profile. */
const FIRST = columns.findIndex(({ key }) => key === 'firstName');
const WIDTH = 4;
/** Few enough that all are in sight. */
const MOST_ROWS = 14;

/** Operations by keys, by the palette and by the clipboard; those that take a form have specs of their own. */
const BY_HAND: Partial<Record<OperationName, (page: Page, given: Given) => Promise<void>>> = {
  type: async (page, { text }) => {
    if (text === '') return;
    await page.keyboard.type(text, { delay: 2 });
    await page.keyboard.press('Tab');
  },
  clear: key('Delete'),
  paste: (page, { block }) => paste(page, serialize(block, '\t')),
  fillDown: key('Control+d'),
  insertAbove: chosen('insert rows above'),
  insertBelow: chosen('insert rows below'),
  duplicate: key('Control+Shift+d'),
  delete: chosen('delete rows'),
  moveUp: chosen('move rows up'),
  moveDown: chosen('move rows down'),
  sort: async (page, given) => {
    await chosen(given.range.left % 2 === 0 ? 'column, ascending' : 'column, descending')(page);
  },
  undo: key('Control+z'),
  redo: key('Control+y'),
};

const text = fc.constantFrom('', 'Ana', 'Bob', '0012', 'Zoë “q”', 'x y');
const number = fc.nat({ max: 1000 });
const step = fc.record({
  name: fc.constantFrom(...OPERATION_NAMES.filter((name) => name in BY_HAND)),
  rows: fc.tuple(number, number),
  columns: fc.tuple(number, number),
  text: text.filter((some) => some !== ''),
  block: fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const sequences = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), {
  numRuns: SEQUENCES,
  seed: SEED,
});

sequences.forEach((steps, index) => {
  test(`does what a plain table of texts would do, seed ${SEED}, sequence ${index}`, async ({
    rollcall,
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 1800, height: 900 });
    let model = await start(rollcall, page);
    for (const [at, todo] of steps.entries()) {
      model = await take(page, model, todo);
      await expect
        .poll(() => shownTexts(page), `step ${at}, ${todo.name}`)
        .toEqual(shownRows(model).map(({ cells }) => cells.slice(FIRST, FIRST + WIDTH)));
    }
  });
});

async function start(rollcall: Rollcall, page: Page): Promise<Model> {
  await openPeople(rollcall, {}, { homeTown: 'Cork' }, { firstName: '0012' }, {});
  const texts = await shownTexts(page);
  // Columns beyond those that are looked at are empty in the model: nothing here reads or writes them.
  const before = Array.from({ length: FIRST }, () => '');
  return createModel(texts.map((cells) => [...before, ...cells]));
}

/** Selects a block by the pointer and does one thing with it. */
async function take(
  page: Page,
  model: Model,
  { name, rows, columns: across, ...todo }: Step,
): Promise<Model> {
  const count = shownRows(model).length;
  const act = BY_HAND[name];
  const grows = name === 'paste' || name === 'duplicate' || name.startsWith('insert');
  if (act === undefined || count === 0 || (grows && count > MOST_ROWS / 2)) return model;
  const [one, other] = [rows[0] % count, rows[1] % count];
  const [left, right] = [across[0] % WIDTH, across[1] % WIDTH];
  const range = {
    top: Math.min(one, other),
    bottom: Math.max(one, other),
    left: FIRST + Math.min(left, right),
    right: FIRST + Math.max(left, right),
  };
  if (name === 'fillDown' && range.top === range.bottom) return model;
  await cellAt(page, range.top, range.left).click();
  await cellAt(page, range.bottom, range.right).click({ modifiers: ['Shift'] });
  const given = { ...todo, range };
  await act(page, given);
  return MODEL_OPERATIONS[name](model, given);
}

function cellAt(page: Page, row: number, position: number) {
  return page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="cell-${position}"]`);
}

/** The texts of every person in sight, row by row. */
async function shownTexts(page: Page): Promise<string[][]> {
  const ids = Array.from({ length: WIDTH }, (_, offset) => `cell-${FIRST + offset}`);
  await gridOf(page).cell(0, 'role').waitFor();
  return page.locator('.ag-row:not(.rc-typing-row)').evaluateAll(
    (rows, columnIds) =>
      rows
        .map((row) => ({
          index: Number(row.getAttribute('row-index')),
          texts: columnIds.map((id) => row.querySelector(`[col-id="${id}"]`)?.textContent ?? ''),
        }))
        .sort((a, b) => a.index - b.index)
        .map(({ texts }) => texts),
    ids,
  );
}

function key(combination: string): (page: Page) => Promise<void> {
  return (page) => page.keyboard.press(combination);
}

/** By the palette, as anyone would who knows no key for it. */
function chosen(title: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press('F1');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(page.locator('.palette')).toBeHidden();
  };
}

async function paste(page: Page, plain: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, plain);
}
