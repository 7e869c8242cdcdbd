import type { Locator, Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseCommand, type GridPage, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

const PEOPLE = [
  {},
  { firstName: 'Anna', lastName: 'Ek', email: 'anna@acme.example', homeTown: 'Cork' },
  { firstName: 'Bo', lastName: 'Berg', email: 'bo@acme.example' },
  { firstName: 'Ann', lastName: 'Ek', email: 'anna@acme.example', homeTown: '', profile: 'Speaks Irish' },
] as const;

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare duplicates' });
const choice = (page: Page, name: string): Locator =>
  dialogOf(page).getByRole('radio', { name, exact: true });

/** Starts the app with two rows of one person, and compares them by Ctrl+. in the cell that they share. */
async function openDialog(rollcall: Rollcall, page: Page): Promise<GridPage> {
  const grid = await openPeople(rollcall, ...PEOPLE);
  await grid.cell(3, 'email').click();
  await page.keyboard.press('Control+.');
  await expect(dialogOf(page)).toBeVisible();
  return grid;
}

/** First name, home town and profile of a row. */
async function person(grid: GridPage, row: number): Promise<string[]> {
  const keys = ['firstName', 'homeTown', 'profile'] as const;
  return Promise.all(keys.map(async (key) => (await grid.cell(row, key).textContent()) ?? ''));
}

const names = async (grid: GridPage): Promise<string> => (await grid.column('firstName')).trim();

test.describe('comparing duplicates', () => {
  test('shows what differs, and merges what the keys choose in one step', async ({ rollcall, page }) => {
    const grid = await openDialog(rollcall, page);
    const dialog = dialogOf(page);
    await expect(dialog.getByRole('rowheader')).toHaveText(['First Name', 'Home Town', 'Profile']);
    await expect(dialog.getByRole('columnheader')).toHaveText(['Column', /^Anna Ekline 3/, /^Ann Ekline 5/]);
    await expect(choice(page, 'First Name, line 3: Anna')).toBeFocused();
    await expect(choice(page, 'Profile, line 5: Speaks Irish')).toBeChecked();
    await assertAccessible(page);
    await page.keyboard.press('ArrowRight');
    await expect(choice(page, 'First Name, line 5: Ann')).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await expect(choice(page, 'Home Town, line 3: Cork')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await expect(choice(page, 'Home Town, line 5: empty')).toBeChecked();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('2 rows merged into one.')).toBeVisible();
    expect(await names(grid)).toBe('Person Ann Bo');
    expect(await person(grid, 1)).toEqual(['Ann', 'Cork', 'Speaks Irish']);
    await expect.poll(() => grid.focus()).toBe('1 email');
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(grid)).toBe('Person Anna Bo Ann');
    expect(await person(grid, 1)).toEqual(['Anna', 'Cork', '']);
    expect(await person(grid, 3)).toEqual(['Ann', '', 'Speaks Irish']);
  });

  test('keeps only one as it is', async ({ rollcall, page }) => {
    const grid = await openDialog(rollcall, page);
    await dialogOf(page).getByRole('button', { name: 'Keep only this: line 5' }).click();
    await expect(page.getByText('Line 5 kept, the other row deleted.')).toBeVisible();
    expect(await names(grid)).toBe('Person Bo Ann');
    expect(await person(grid, 2)).toEqual(['Ann', '', 'Speaks Irish']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(grid)).toBe('Person Anna Bo Ann');
  });

  test('makes one the other’s update: its filled cells win', async ({ rollcall, page }) => {
    const grid = await openDialog(rollcall, page);
    await dialogOf(page).getByRole('button', { name: 'Update line 3 with this: line 5' }).click();
    await expect(page.getByText('Line 3 updated with line 5, which is deleted.')).toBeVisible();
    expect(await person(grid, 1)).toEqual(['Ann', 'Cork', 'Speaks Irish']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(grid)).toBe('Person Anna Bo Ann');
  });

  test('opens from the card, the problem group, its line and the menu; shows all columns', async ({
    rollcall,
    page,
  }) => {
    const grid = await openDialog(rollcall, page);
    const dialog = dialogOf(page);
    await dialog.getByLabel(/^Show all columns/).check();
    await expect(dialog.getByRole('rowheader', { name: 'Email Address' })).toBeVisible();
    await expect(choice(page, 'Email Address, line 3: anna@acme.example')).toHaveCount(0);
    const close = async (): Promise<void> => {
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    };
    await close();
    const buttons = page.getByRole('tree').getByText('Compare…');
    // Of the kind, and of each row.
    await expect(buttons).toHaveCount(3);
    for (const button of await buttons.all()) {
      await button.click();
      await close();
    }
    await grid.cell(1, 'email').click();
    await chooseCommand(page, 'Problems', /^Compare duplicates/);
    await close();
    await grid.cell(3, 'email').hover();
    await page.getByRole('group', { name: 'Problems here' }).getByText('Compare…').click();
    await close();
    expect(await names(grid)).toBe('Person Anna Bo Ann');
  });

  test('has room in a small window', async ({ rollcall, page }) => {
    await page.setViewportSize({ width: 900, height: 600 });
    await openDialog(rollcall, page);
    await expect(page.getByRole('button', { name: 'Merge into one row' })).toBeInViewport();
    await expect(dialogOf(page).getByRole('button', { name: /^Update line 3/ })).toBeInViewport();
  });
});
