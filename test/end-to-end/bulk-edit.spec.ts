import type { Locator, Page } from 'playwright/test';
import type { ColumnKey } from '../../shared/person/catalogue.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { type GridPage, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

/** Opens the dialog for a column of some rows, with the focus in its field. */
async function setForRows(page: Page, grid: GridPage, key: ColumnKey, first: number, last: number) {
  await grid.cell(first, key).click();
  await grid.cell(last, key).click({ modifiers: ['Shift'] });
  await page.keyboard.press('F1');
  await page.keyboard.type('set this column');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Set / });
  await expect(dialog.getByLabel('New text')).toBeFocused();
  return dialog;
}

const options = (dialog: Locator) => dialog.locator('.rc-panel').getByRole('option');

test.describe('setting a column for several rows', () => {
  test('offers and completes what the editor in the grid does', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, { role: 'Coach' });
    const dialog = await setForRows(page, grid, 'role', 1, 2);
    await page.keyboard.press('ArrowDown');
    await expect(options(dialog)).toHaveText([/^Team Leader/, /^Team Member/, /^Coach/, /^Admin/]);
    await page.keyboard.press('Escape');
    await expect(options(dialog)).toHaveCount(0);
    await expect(dialog).toBeVisible();
    await page.keyboard.type('ad', { delay: 5 });
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    expect(await grid.texts('role', 3)).toEqual(['Team Leader', 'Admin', 'Admin']);
    await page.keyboard.press('Control+z');
    expect(await grid.texts('role', 3)).toEqual(['Team Leader', 'Team Member', 'Coach']);
  });

  test('takes by Enter what was moved to, and asks with the next Enter', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const dialog = await setForRows(page, grid, 'employmentStatus', 0, 2);
    await page.keyboard.press('ArrowDown');
    await expect(options(dialog)).toHaveText(['Full Time', 'Part Time', 'Temp']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('New text')).toHaveValue('Full Time');
    await page.keyboard.press('Enter');
    expect(await grid.texts('employmentStatus', 3)).toEqual(['Full Time', 'Full Time', 'Full Time']);
  });

  test('lets several groups and a day of the calendar be chosen', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { groups: '{Support, Tier 2}' }, {}, {});
    const dialog = await setForRows(page, grid, 'groups', 1, 2);
    await dialog.getByRole('button', { name: 'Open the list' }).click();
    await options(dialog).nth(1).click();
    await options(dialog).nth(0).click();
    await expect(dialog.getByLabel('New text')).toHaveValue('{Tier 2, Support}');
    await dialog.getByLabel('Column').selectOption({ label: 'Start Date' });
    await dialog.getByLabel('New text').fill('2026-03-31');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Set Start Date in 2 rows' }).click();
    expect(await grid.texts('startDate', 3)).toEqual(['', '2026-04-01', '2026-04-01']);
    expect(await grid.texts('groups', 3)).toEqual(['{Support, Tier 2}', '', '']);
  });

  test('lets a leader manage teams in the same step', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {}, { firstName: 'Bo', lastName: 'Ek' });
    const dialog = await setForRows(page, grid, 'teamLeader', 1, 2);
    await page.keyboard.type('bo ek', { delay: 5 });
    await expect(options(dialog)).toHaveText([/^Bo Ek *cannot manage teams.*line 5$/]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(options(dialog).first()).toHaveText(/Choose Bo Ek and let them manage teams/);
    await assertAccessible(page);
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('person3@acme.example is set to manage teams as well.');
    await page.keyboard.press('Enter');
    expect(await grid.texts('teamLeader', 3)).toEqual(['', 'person3@acme.example', 'person3@acme.example']);
    await expect(grid.cell(3, 'canManageTeams')).toHaveText('✓');
    await page.keyboard.press('Control+z');
    expect(await grid.texts('teamLeader', 3)).toEqual(['', 'person0@acme.example', 'person0@acme.example']);
    await expect(grid.cell(3, 'canManageTeams')).toHaveText('–');
  });

  test('offers the texts that stand in a column of free text', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { homeTown: 'Galway' }, {});
    const dialog = await setForRows(page, grid, 'homeTown', 0, 2);
    await page.keyboard.press('ArrowDown');
    await expect(options(dialog)).toHaveText([/^Cork *2 people/, /^Galway *1 person/]);
    await page.keyboard.type('g', { delay: 5 });
    await page.keyboard.press('Enter');
    expect(await grid.texts('homeTown', 3)).toEqual(['Galway', 'Galway', 'Galway']);
  });
});

test('Enter on an untouched form does nothing; clearing is asked for, and said', async ({
  rollcall,
  page,
}) => {
  const grid = await openPeople(rollcall, {}, { homeTown: 'Galway' }, {});
  const dialog = await setForRows(page, grid, 'homeTown', 0, 2);
  const set = dialog.getByRole('button', { name: 'Set Home Town in 3 rows' });
  await expect(set).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('x');
  await expect(set).toBeEnabled();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  expect(await grid.texts('homeTown', 3)).toEqual(['Cork', 'Galway', 'Cork']);
  await dialog.getByRole('button', { name: 'Clear the cells' }).click();
  await expect(page.locator('.done-message')).toContainText('Home Town cleared in 3 rows.');
  expect(await grid.texts('homeTown', 3)).toEqual(['', '', '']);
  await page.keyboard.press('Control+z');
  expect(await grid.texts('homeTown', 3)).toEqual(['Cork', 'Galway', 'Cork']);
});
