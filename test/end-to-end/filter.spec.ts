import type { Page } from 'playwright/test';
import { AT, type ColumnKey } from '../../shared/person/catalogue.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Filter' });
const header = (page: Page, key: ColumnKey) => page.locator(`.ag-header-cell[col-id="cell-${AT[key]}"]`);

async function chooseInHeader(page: Page, key: ColumnKey, entry: string): Promise<void> {
  await header(page, key).hover();
  await header(page, key).locator('.rc-header-menu').click();
  await page.getByRole('menuitem', { name: entry }).click();
}

const TOWNS = ['Cork', 'Galway', 'Cork', 'Sligo', ''].map((homeTown) => ({ homeTown }));

test.describe('a filter', () => {
  test('shows rows by values and by text, with their own lines, until it is cleared', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, ...TOWNS);
    await chooseInHeader(page, 'homeTown', 'Filter…');
    const popover = page.getByRole('dialog', { name: 'Filter Home Town' });
    await assertAccessible(page);
    await popover.getByRole('checkbox', { name: 'All values' }).uncheck();
    await popover.getByRole('checkbox', { name: /^Cork/ }).check();
    await popover.getByRole('checkbox', { name: /^Empty/ }).check();
    await popover.getByRole('button', { name: 'Show 3 rows' }).click();
    await expect(bar(page)).toContainText('3 of 5 rows shown');
    expect(await grid.texts('homeTown', 4)).toEqual(['Cork', 'Cork', '', '']);
    await expect(grid.gutter(1)).toHaveText('4');
    await grid.cell(0, 'lastName').click();
    await page.keyboard.press('Control+Shift+L');
    await page.keyboard.type('c');
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('1 of 5 rows shown');
    await assertAccessible(page);
    await bar(page).getByRole('button', { name: 'Clear' }).click();
    await expect(bar(page)).toHaveCount(0);
    expect(await grid.texts('homeTown', 5)).toEqual(['Cork', 'Galway', 'Cork', 'Sligo', '']);
  });

  test('keeps rows that are edited until it is applied again, and acts on none that it hides', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, ...TOWNS);
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('Control+Shift+L');
    await page.keyboard.type('cork');
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('2 of 5');
    await page.keyboard.type('Kerry');
    await page.keyboard.press('Enter');
    expect(await grid.texts('homeTown', 2)).toEqual(['Kerry', 'Cork']);
    await grid.cell(0, 'profile').click();
    await page.keyboard.press('Shift+ArrowDown');
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+Alt+L');
    await expect(bar(page)).toContainText('0 of 5');
    await bar(page).getByRole('button', { name: 'Clear' }).click();
    expect(await grid.texts('homeTown', 5)).toEqual(['', 'Galway', '', 'Sligo', '']);
  });

  test('shows again what Undo brings back from where it is hidden', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...TOWNS);
    await grid.cell(1, 'homeTown').click();
    await page.keyboard.type('Kerry');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Shift+L');
    await page.keyboard.type('cork');
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('2 of 5');
    await page.keyboard.press('Control+z');
    await expect(bar(page)).toContainText('3 of 5');
    expect(await grid.texts('homeTown', 3)).toEqual(['Cork', 'Galway', 'Cork']);
    expect(await grid.focus()).toBe('1 homeTown');
  });

  test('of rows with problems lets none jump away while it is mended', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { lastName: '' }, {}, { lastName: '' });
    const choice = page.getByRole('combobox', { name: 'Rows shown' });
    await choice.selectOption('Show only rows with errors');
    await expect(bar(page)).toContainText('3 of 4');
    await grid.cell(1, 'lastName').click();
    await page.keyboard.type('Ruiz');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'lastName')).toHaveText('Ruiz');
    await expect(grid.cell(1, 'lastName')).not.toHaveClass(/rc-error/);
    expect(await grid.texts('lastName', 3)).toEqual(['A', 'Ruiz', '']);
    await bar(page).getByRole('button', { name: 'Apply again' }).click();
    await expect(bar(page)).toContainText('2 of 4');
    await choice.selectOption('Show all rows');
    await expect(bar(page)).toHaveCount(0);
  });
});

test('sorts the roster as one step, from the header by keyboard too', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, ...TOWNS);
  await chooseInHeader(page, 'homeTown', 'Sort descending');
  expect(await grid.texts('homeTown', 5)).toEqual(['Sligo', 'Galway', 'Cork', 'Cork', '']);
  expect(await grid.texts('lastName', 5)).toEqual(['D', 'B', 'A', 'C', 'E']);
  await page.keyboard.press('Control+z');
  expect(await grid.texts('homeTown', 5)).toEqual(['Cork', 'Galway', 'Cork', 'Sligo', '']);
  await header(page, 'homeTown').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Sort ascending' })).toBeFocused();
  await assertAccessible(page);
  await page.keyboard.press('Enter');
  expect(await grid.texts('homeTown', 5)).toEqual(['Cork', 'Cork', 'Galway', 'Sligo', '']);
});

test('takes nobody away from where the new order begins', async ({ rollcall, page }) => {
  const people = Array.from({ length: 60 }, (_, index) => ({ homeTown: `Town ${59 - index}` }));
  const grid = await openPeople(rollcall, ...people, { canManageTeams: 'y' });
  await grid.cell(1, 'role').click();
  await chooseInHeader(page, 'homeTown', 'Sort ascending');
  await expect(grid.cell(1, 'homeTown')).toHaveText('Town 0');
  expect(await grid.focus()).toBe('0 homeTown');
  // All rows reach beyond what is in sight, and moving them shows nothing else.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('F1');
  await page.keyboard.type('Move leaders first');
  await page.keyboard.press('Enter');
  await expect(grid.cell(0, 'canManageTeams')).toHaveText('✓');
  await expect(grid.cell(0, 'role')).toBeInViewport();
});

test('gives the selected rows another leader in one step', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, {}, { canManageTeams: 'y', firstName: 'Lena' }, {}, {});
  await grid.cell(2, 'role').click();
  await page.keyboard.press('End');
  await grid.cell(2, 'teamLeader').click();
  await page.keyboard.press('Shift+ArrowDown');
  await chooseInHeader(page, 'teamLeader', 'Set for several rows…');
  const dialog = page.getByRole('dialog', { name: 'Set Team Leader for 2 rows' });
  await dialog.getByRole('combobox', { name: 'New text' }).fill('lena');
  await dialog.getByRole('option', { name: /^Lena/ }).click();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: /^Set Team Leader/ }).click();
  const first = 'person0@acme.example';
  const second = 'person1@acme.example';
  expect(await grid.texts('teamLeader', 4)).toEqual(['', first, second, second]);
  await page.keyboard.press('Control+z');
  expect(await grid.texts('teamLeader', 4)).toEqual(['', first, first, first]);
});
