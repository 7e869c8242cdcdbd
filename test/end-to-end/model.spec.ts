import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'playwright/test';
import { columns } from '../../shared/person/catalogue.ts';
import { parseText } from '../../shared/text/parse-text.ts';
import {
  type Given,
  MODEL_OPERATIONS,
  OPERATION_NAMES,
  type OperationName,
} from '../renderer/grid-model/model-operations.ts';
import { type Spot, textsIn } from '../renderer/grid-model/model-paste.ts';
import { type Picture, pictureOf } from '../renderer/grid-model/model-roster.ts';
import { createModel, type Model, shownColumns, shownRows } from '../renderer/grid-model/model.ts';
import { BY_HAND, leaveCells } from './harness/by-hand.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';
import { runs, SEED } from '../tier.ts';

const SEQUENCES = runs(30);

/** Few enough that all are in sight. */
const MOST_ROWS = 20;

const text = fc.constantFrom('Ana', 'Bob', '0012', 'Zoë “q”', 'x y', 'a\tb', '"', ' Cork', 'y');
const number = fc.nat({ max: 1000 });
const textOrNone = fc.oneof(text, fc.constant(''));
const given = fc.record({
  rows: fc.tuple(number, number, number),
  columns: fc.tuple(number, number, number),
  text,
  block: fc.array(fc.array(textOrNone, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
});
type Drawn = typeof given extends fc.Arbitrary<infer Value> ? Value : never;

/** Every operation once in each sequence, in any order, undo and redo more often. */
const names = fc.shuffledSubarray([...OPERATION_NAMES, 'undo', 'undo', 'redo'] as const, {
  minLength: OPERATION_NAMES.length + 3,
});
const sequences = fc.sample(
  names.chain((order) => fc.tuple(...order.map((name) => given.map((drawn) => ({ name, drawn }))))),
  { numRuns: SEQUENCES },
);

sequences.forEach((steps, index) => {
  test(`does what a plain table of texts would do, seed ${SEED}, sequence ${index}`, async ({
    rollcall,
    page,
  }) => {
    test.setTimeout(600_000);
    // All columns are in sight.
    await page.setViewportSize({ width: 2700, height: 1000 });
    const opened = await start(rollcall, page);
    // A step that cannot be done says so soon.
    page.setDefaultTimeout(5000);
    let model = createModel(opened);
    for (const [at, { name, drawn }] of steps.entries()) {
      model = await take(page, model, name, drawn);
      await expectShown(page, model, `step ${at}, ${name}`);
    }
    await expectWayBack(page, model, opened);
  });
});

/** Opens a few people and answers their texts, as they stand in the file. */
async function start(rollcall: Rollcall, page: Page): Promise<string[][]> {
  await openPeople(
    rollcall,
    {},
    { homeTown: ' Cork', teamLeader: 'person3@acme.example' },
    { firstName: '0012', temporaryPassword: 'x y z' },
    { email: 'mailto:person3@acme.example', profile: 'Ana' },
  );
  const origin = new URL(page.url()).origin;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await page.keyboard.press('Control+h');
  await page.getByRole('button', { name: 'Match case' }).click();
  await page.keyboard.press('Escape');
  const file = await readFile(join(rollcall.folder, 'people.txt'), 'utf16le');
  return parseText(file, '\t').slice(1);
}

/** Selects a block by the pointer, does one thing with it, and answers the model afterwards. */
async function take(page: Page, model: Model, name: OperationName, drawn: Drawn): Promise<Model> {
  const count = shownRows(model).length;
  if (count === 0) return model;
  const todo = fit(drawn, count, shownColumns(model).length);
  const after = MODEL_OPERATIONS[name](model, todo);
  if (!isPossible(model, after, name, todo)) return model;
  const { top, bottom, left, right } = todo.range;
  const cellAt = ({ row, column }: Spot) =>
    page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="cell-${shownColumns(model)[column]}"]`);
  await leaveCells(page);
  await cellAt({ row: top, column: left }).click();
  await leaveCells(page);
  await cellAt({ row: bottom, column: right }).click({ modifiers: ['Shift'] });
  if (name === 'filter' && model.shown !== null) await BY_HAND.showAll(page, todo, cellAt);
  await BY_HAND[name](page, todo, cellAt);
  return name === 'undo' || name === 'redo' ? followView(page, model, after) : after;
}

function fit({ rows, columns: across, ...drawn }: Drawn, count: number, width: number): Given {
  const [one, other, row] = rows.map((some) => some % count);
  const [left, right, column] = across.map((some) => some % width);
  const top = Math.min(one ?? 0, other ?? 0);
  const range = {
    top,
    bottom: Math.max(one ?? 0, other ?? 0),
    left: Math.min(left ?? 0, right ?? 0),
    right: Math.max(left ?? 0, right ?? 0),
  };
  const active = { row: top, column: range.left };
  return { ...drawn, range, active, to: { row: row ?? 0, column: column ?? 0 } };
}

/** Whether the window can be asked for it, and shows all that comes of it. */
function isPossible(model: Model, after: Model, name: OperationName, { range }: Given): boolean {
  const field = columns[shownColumns(model)[range.left] ?? 0]?.field;
  if (shownRows(after).length === 0 || shownRows(after).length > MOST_ROWS) return false;
  // What editors with lists make of typing has tests of its own; so has the order of dates.
  if (name === 'type' || name === 'typeInAll') return field === 'text';
  if (name === 'setColumn') return field === 'text' && after !== model;
  if (name === 'sort') return field !== 'date';
  // So has what the handle counts on.
  if (name === 'dragHandle') return after !== model && !/\d/.test(textsIn(model, range).flat().join(''));
  // A command that has nothing to work on is not to be had.
  return after !== model;
}

/** Undo and redo go to what they changed, and show rows and columns of it that are hidden; none that is shown goes away. */
async function followView(page: Page, before: Model, after: Model): Promise<Model> {
  if (after === before) return before;
  await expect.poll(() => page.locator('.status-counts').textContent()).toContain(`${after.rows.length} row`);
  const { columns: shown } = await drawn(page);
  const hidden = new Set([...after.columns.hidden].filter((column) => !shown.includes(column)));
  const ids = await page
    .locator('.ag-row:not(.rc-new-row)')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('row-id'))));
  expect(ids).toEqual(expect.arrayContaining(shownRows(after).map(({ id }) => id)));
  return {
    ...after,
    shown: after.shown && new Set([...after.shown, ...ids]),
    columns: { ...after.columns, hidden },
  };
}

async function expectShown(page: Page, model: Model, step: string): Promise<void> {
  await expect.poll(() => drawn(page), step).toEqual(pictureOf(model));
  const selected = page.locator('.ag-cell.rc-selected, .ag-cell.rc-active');
  const said = (await page.locator('.status-selection').textContent()) ?? '';
  const count = Number(/^\d+/.exec(said)?.[0] ?? 1);
  const isRows = / rows selected$|^Line \d+$/.test(said);
  const cells = isRows ? count * shownColumns(model).length : count;
  await expect(selected, `${step}, ${said}`).toHaveCount(cells);
}

/** Undo all the way gives the file that was opened; redo all the way gives it all back. */
async function expectWayBack(page: Page, last: Model, opened: readonly string[][]): Promise<void> {
  let model = last;
  const press = async (name: 'undo' | 'redo'): Promise<void> => {
    await page.keyboard.press(name === 'undo' ? 'Control+z' : 'Control+y');
    model = await followView(page, model, MODEL_OPERATIONS[name](model));
    await expectShown(page, model, `all the way, ${name}`);
  };
  while (model.done.length > 0) await press('undo');
  expect(model.rows.map(({ cells }) => cells)).toEqual(opened);
  await expect(page.locator('.status-saved')).toHaveText('Saved');
  while (model.undone.length > 0) await press('redo');
}

/** What the window shows now; every row and column of it is in sight. */
async function drawn(page: Page): Promise<Picture> {
  return page.evaluate(() => {
    const cells = [...document.querySelectorAll('.ag-row:not(.rc-new-row) .ag-cell[col-id^="cell-"]')];
    const placed = cells.map((cell) => ({
      row: Number(cell.closest('.ag-row')?.getAttribute('row-index')),
      column: Number(cell.getAttribute('aria-colindex')),
      text: cell.textContent,
      mark: ['error', 'warning'].find((severity) => cell.classList.contains(`rc-${severity}`)) ?? '',
    }));
    const rows = [...new Set(placed.map(({ row }) => row))].sort((a, b) => a - b);
    const table = rows.map((row) =>
      placed.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
    );
    const headers = [...document.querySelectorAll('.ag-header-cell[col-id^="cell-"]')].sort(
      (a, b) => Number(a.getAttribute('aria-colindex')) - Number(b.getAttribute('aria-colindex')),
    );
    return {
      columns: headers.map((header) => Number(header.getAttribute('col-id')?.slice('cell-'.length))),
      rows: table.map((row) => row.map(({ text }) => text)),
      marks: table.map((row) => row.map(({ mark }) => mark)),
      counts: [...document.querySelectorAll('.status-counts .status-words')]
        .map((count) => count.textContent)
        .join(', '),
    };
  });
}
