import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { serialize } from '../../shared/text/serialize.ts';
import { generatePeople } from '../bench/generate-people.ts';
import { makeWorkbook } from '../electron/files/make-workbook.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToOpen, chooseToSave } from './harness/choose-file.ts';
import { dropFile } from './harness/drop-file.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const people = (count: number): Buffer => utf16(serialize(generatePeople(count), '\t'));

/** Milliseconds that a page may be busy without an answer to its user; far above what it needs. */
const LONGEST_TASK = 1000;

test.describe('a dropped file', () => {
  test('opens in place of the start screen, and is a copy that Save does not touch', async ({
    rollcall,
    page,
  }) => {
    await rollcall.start();
    await dropFile(page, 'dropped 🌱.txt', utf16('Role\tHome Town\r\nAdmin\tCork\r\n'));
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Cork');
    await expect(page).toHaveTitle('dropped 🌱.txt – Rollcall');
    await page.keyboard.press('Control+s');
    await chooseToSave(page, 'kept.txt');
    await expect(page).toHaveTitle('kept.txt – Rollcall');
  });

  test('of many slices arrives whole', async ({ rollcall, page }) => {
    await rollcall.start();
    await dropFile(page, 'large.txt', people(5000));
    await expect(page.getByRole('contentinfo')).toContainText('5,000 rows');
    await page.keyboard.press('Control+End');
    await expect(gridOf(page).gutter(4999)).toContainText('5001');
  });

  test('asks before unsaved work goes', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    await dropFile(page, 'other.txt', utf16('Role\tHome Town\r\nAdmin\tLima\r\n'));
    await page.getByRole('button', { name: 'Open instead' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(grid.cell(0, 'homeTown')).toHaveText('Galway');
    await dropFile(page, 'other.txt', utf16('Role\tHome Town\r\nAdmin\tLima\r\n'));
    await page.getByRole('button', { name: 'Open instead' }).click();
    await page.getByRole('button', { name: 'Don’t save' }).click();
    await expect(grid.cell(0, 'homeTown')).toHaveText('Lima');
  });

  test('that was just exported is known, and is not asked what it is for', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await page.keyboard.press('Control+e');
    await page.getByRole('button', { name: 'Export 1 row' }).click();
    await chooseToSave(page, 'for agent connect.txt');
    await page.getByRole('button', { name: 'Back to the roster' }).click();
    const exported = await readFile(join(rollcall.folder, 'for agent connect.txt'));
    await dropFile(page, 'for agent connect.txt', exported);
    const known = page.getByRole('dialog', { name: '“for agent connect.txt” is the file you exported' });
    await expect(known).toContainText('drop it on the page in your browser, or choose it there.');
    await assertAccessible(page);
    await page.keyboard.press('Enter');
    await expect(known).toBeHidden();

    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    await dropFile(page, 'for agent connect.txt', exported);
    await expect(known).toContainText('export it again before you hand it over.');
    await page.keyboard.press('Escape');

    // Another file of that name is no export.
    await dropFile(page, 'for agent connect.txt', Buffer.concat([exported, exported.subarray(2)]));
    await expect(page.getByRole('dialog', { name: 'What is “for agent connect.txt” for?' })).toBeVisible();
    await page.keyboard.press('Escape');

    await dropFile(page, 'for agent connect.txt', exported);
    await known.getByRole('button', { name: 'Open it here' }).click();
    await page.getByRole('button', { name: 'Don’t save' }).click();
    await expect(page).toHaveTitle('for agent connect.txt – Rollcall');
    // It is the open roster itself now, and no longer the export of another.
    await dropFile(page, 'for agent connect.txt', exported);
    await expect(page.getByRole('dialog', { name: 'What is “for agent connect.txt” for?' })).toBeVisible();
  });

  test('shows where it goes while it hovers, and only then', async ({ rollcall, page }) => {
    await rollcall.start();
    await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
    const dataTransfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'x.txt'));
      return transfer;
    });
    await page.dispatchEvent('body', 'dragover', { dataTransfer });
    await expect(page.getByText('Drop the roster to open it')).toBeVisible();
    await page.dispatchEvent('body', 'dragleave', { dataTransfer });
    await expect(page.getByText('Drop the roster to open it')).toBeHidden();
  });
});

test.describe('the start screen', () => {
  test('lists what was opened last, first, and forgets it when asked', async ({ rollcall, page }) => {
    await rollcall.start(await rollcall.fixture('workbook.xlsx'));
    await expect(page.getByRole('grid')).toBeVisible();
    await rollcall.fixture('people.txt');
    await chooseToOpen(page, 'people.txt');
    await expect(page).toHaveTitle('people.txt – Rollcall');
    await rollcall.start();
    const recent = page.getByRole('region', { name: 'Recent' });
    await expect(recent.getByRole('listitem')).toHaveText([/^people\.txt/, /^workbook\.xlsx/]);
    await recent.getByRole('button', { name: /^workbook\.xlsx/ }).click();
    await expect(page).toHaveTitle('workbook.xlsx – Rollcall');
    await page.getByRole('button', { name: 'workbook.xlsx' }).click();
    await page.getByRole('menuitem', { name: 'Close roster' }).click();
    await expect(recent.getByRole('listitem')).toHaveText([/^workbook\.xlsx/, /^people\.txt/]);
    await recent.getByRole('button', { name: 'Clear the list' }).click();
    await expect(recent.getByRole('listitem')).toHaveCount(0);
    await page.reload();
    await expect(recent).toContainText('Rosters that you open or save are listed here.');
  });

  test('has a sample with something to mend', async ({ rollcall, page }) => {
    await rollcall.start();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await expect(page).toHaveTitle('Sample roster – Rollcall');
    await expect(page.getByRole('contentinfo')).toContainText('14 rows');
    await expect(page.getByRole('contentinfo')).toContainText('Nothing to save');
    await page.getByRole('button', { name: /^Fix \d+ safe$/ }).click();
    await expect(page.getByRole('button', { name: 'No safe fixes' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('Not saved');
  });
});

test.describe('how a file was understood', () => {
  test('is said of a workbook: its title rows and its unknown column', async ({ rollcall, page }) => {
    await rollcall.start(await rollcall.fixture('workbook.xlsx'));
    const notices = page.getByRole('region', { name: 'How the file was understood' });
    // One line, which asks for the sheet, until the rest is asked for.
    const sentences = notices.getByRole('paragraph');
    await expect(notices.getByLabel('Sheet')).toBeVisible();
    await expect(sentences).toHaveCount(0);
    expect((await notices.boundingBox())?.height).toBeLessThan(44);
    await assertAccessible(page);
    await notices.getByRole('button', { name: 'Details (4)' }).click();
    await expect(sentences).toHaveText([
      /^Line 1 above the header is not part of the roster/,
      /^Line 2 is blank/,
      /lines of the file/,
      /“Notes” is not one of Agent Connect’s/,
    ]);
    await assertAccessible(page);
    // What was read goes with the next edit.
    await gridOf(page).cell(0, 'homeTown').click();
    await expect(notices).toBeVisible();
    await page.keyboard.type('Cork');
    await page.keyboard.press('Enter');
    await expect(notices).toBeHidden();
    await page.getByRole('button', { name: 'workbook.xlsx' }).click();
    await page.getByRole('menuitem', { name: 'How the file was understood' }).click();
    await notices.getByRole('button', { name: 'Details (4)' }).click();
    await notices.getByRole('button', { name: 'Got it' }).click();
    await expect(notices).toBeHidden();
  });

  test('says which sheet it is, and opens another in its place', async ({ rollcall, page }) => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = (...rows: readonly (readonly string[])[]): string =>
      rows.map((texts) => `<row>${texts.map(cell).join('')}</row>`).join('');
    const file = join(rollcall.folder, 'book.xlsx');
    const sheets = {
      Spring: sheet(['Role', 'Home Town'], ['Admin', 'Cork']),
      Autumn: sheet(['Role', 'Home Town'], ['Admin', 'Lima']),
      'Read me': sheet(['Ask Ana']),
    };
    await writeFile(file, makeWorkbook({ sheets }));
    await rollcall.start(file);
    const town = gridOf(page).cell(0, 'homeTown');
    const picker = page.getByRole('combobox', { name: 'Sheet' });
    await expect(picker).toHaveValue('Spring');
    await picker.selectOption('Autumn');
    await expect(town).toHaveText('Lima');
    await expect(page.locator('.status-form')).toHaveText('Excel workbook · Autumn');
    await picker.selectOption('Read me');
    await expect(page.getByRole('alertdialog')).toContainText('No header row was found');
    await page.keyboard.press('Escape');
    await expect(picker).toHaveValue('Autumn');
    await expect(town).toHaveText('Lima');
  });

  test('is mended under Columns…, in one step', async ({ rollcall, page }) => {
    const file = join(rollcall.folder, 'odd.txt');
    await writeFile(file, utf16('Role\tFirst Name\tBirthplace\r\nAdmin\tAna\tCork\r\nAdmin\tBo\tLima\r\n'));
    await rollcall.start(file);
    const grid = gridOf(page);
    await page.getByRole('button', { name: 'Leave them as they are' }).click();
    await expect(grid.cell(0, 'homeTown')).toHaveText('');
    await page.getByRole('button', { name: /^Details/ }).click();
    await page.getByRole('button', { name: 'Columns…' }).click();
    await page.getByRole('combobox', { name: 'Take “Birthplace” as' }).selectOption('Home Town');
    await page.getByRole('button', { name: 'Use these columns' }).click();
    expect(await grid.texts('homeTown', 2)).toEqual(['Cork', 'Lima']);
    await expect(page.getByRole('columnheader', { name: /Birthplace/ })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    expect(await grid.texts('homeTown', 2)).toEqual(['', '']);
    await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
    await page.keyboard.press('Control+y');
    expect(await grid.texts('homeTown', 2)).toEqual(['Cork', 'Lima']);
  });
});

test.describe('100,000 rows', () => {
  /** Writes them beside an open roster of one. */
  async function openSmallBesideMany(rollcall: Rollcall): Promise<Page> {
    const { page, folder } = rollcall;
    await openPeople(rollcall, {});
    await writeFile(join(folder, 'many.txt'), people(100_000));
    return page;
  }

  test('open while the page answers, and are all there', async ({ rollcall }) => {
    const page = await openSmallBesideMany(rollcall);
    const tasks = await page.evaluateHandle(() => {
      const seen = { longest: 0 };
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
      }).observe({ type: 'longtask' });
      return seen;
    });
    await chooseToOpen(page, 'many.txt');
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('100,000 rows', { timeout: 45_000 });
    await page.keyboard.press('Control+End');
    await expect(gridOf(page).gutter(99_999)).toContainText('100001');
    const longest = await tasks.evaluate((seen) => seen.longest);
    expect(longest).toBeLessThan(LONGEST_TASK);
  });

  test('show the first of them in the grid that then goes on with the rest', async ({ rollcall, page }) => {
    const file = join(rollcall.folder, 'many.txt');
    await writeFile(file, people(100_000));
    await rollcall.start(file);
    const first = page.locator('.ag-row[row-index="0"]');
    await expect(first).toBeVisible();
    await expect(page.getByRole('progressbar')).toBeVisible();
    const drawn = await first.elementHandle();
    await expect(page.getByRole('contentinfo')).toContainText('100,000 rows', { timeout: 45_000 });
    expect(await drawn.evaluate((row) => row.isConnected)).toBe(true);
    expect(await gridOf(page).focus()).toBe('0 role');
    await page.keyboard.press('Control+End');
    await expect(gridOf(page).gutter(99_999)).toContainText('100001');
  });

  test('can be stopped, which leaves the open roster', async ({ rollcall }) => {
    const page = await openSmallBesideMany(rollcall);
    await chooseToOpen(page, 'many.txt');
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('progressbar')).toBeHidden();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await expect(page).toHaveTitle('people.txt – Rollcall');
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Cork');
    await gridOf(page).cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await expect(page.locator('.status-saved')).toHaveText('Saved');
  });
});

test('a page that is reloaded while it enters keeps its host', async ({ rollcall, page }) => {
  await rollcall.start(await rollcall.fixture('people.txt'));
  await expect(page.getByRole('contentinfo')).toContainText('40 rows');
  // The host hears the page enter; the page goes before it hears the answer.
  const heard = new Promise<void>((resolve) => {
    let isFirst = true;
    void page.route('**/session', async (route) => {
      const response = await route.fetch();
      if (!isFirst) await route.fulfill({ response });
      isFirst = false;
      resolve();
    });
  });
  await page.reload();
  await heard;
  await page.reload();
  await expect(page.getByRole('contentinfo')).toContainText('40 rows');
});

test('a page that is reloaded begins again, with the host behind it', async ({ rollcall, page }) => {
  await rollcall.start(await rollcall.fixture('people.txt'));
  await expect(page.getByRole('contentinfo')).toContainText('40 rows');
  await page.reload();
  await page.reload();
  // The page opens the file that the app was started with, and takes no command meanwhile.
  await expect(page.getByRole('contentinfo')).toContainText('40 rows');
  await rollcall.fixture('workbook.xlsx');
  await chooseToOpen(page, 'workbook.xlsx');
  await expect(page).toHaveTitle('workbook.xlsx – Rollcall');
});
