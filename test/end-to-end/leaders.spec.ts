import type { Locator, Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { type GridPage, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

const MARA = {
  firstName: 'Mara',
  lastName: 'Quill',
  email: 'mara@acme.example',
  canManageTeams: 'n',
  teamLeader: '',
};
const PEOPLE = [
  MARA,
  { firstName: 'Anna', lastName: 'Ek', email: 'anna1@acme.example', teamLeader: 'Quill, Mara' },
  { firstName: 'Anna', lastName: 'Ek', email: 'anna2@acme.example', teamLeader: 'Quill, Mara' },
  { firstName: 'Bo', lastName: 'Berg', email: 'bo@acme.example', teamLeader: 'Anna Ek' },
  { firstName: 'Cy', lastName: 'Cole', email: 'cy@acme.example', teamLeader: 'Anna Ek' },
  { firstName: 'Di', lastName: 'Dorn', email: 'di@acme.example', teamLeader: 'Nobody, Ghost' },
] as const;

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Resolve leaders' });

/** Starts the app with people; leaves the columns as they are, which are asked about where leaders are given by name. */
async function open(
  rollcall: Rollcall,
  page: Page,
  ...people: Parameters<typeof openPeople>[1][]
): Promise<GridPage> {
  const grid = await openPeople(rollcall, ...people);
  await page.getByRole('dialog', { name: 'Which column is what?' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return grid;
}

async function openDialog(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+F8');
  await expect(page.getByRole('region', { name: 'Team Leaders' })).toBeVisible();
  return dialogOf(page);
}

test.describe('resolving leaders', () => {
  test('applies the sure ones by Enter, in one step, and lets them manage teams', async ({
    rollcall,
    page,
  }) => {
    const grid = await open(rollcall, page, ...PEOPLE);
    const dialog = await openDialog(page);
    await expect(dialog.getByRole('heading', { level: 3 })).toHaveText([
      'In doubt (1)',
      'Nobody found (1)',
      'Leads everybody? (1)',
      'Found (1)',
    ]);
    await expect(dialog.getByText('2 of 5 Team Leaders are found.')).toBeVisible();
    await expect(dialog.getByText('2 people may be meant: same name')).toBeVisible();
    await expect(dialog.getByText('same name, cannot manage teams yet').last()).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Apply 1 sure one' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('2 Team Leaders resolved; one person can manage teams now.')).toBeVisible();
    expect(await grid.texts('teamLeader', 6)).toEqual([
      ...['', 'mara@acme.example', 'mara@acme.example'],
      ...['Anna Ek', 'Anna Ek', 'Nobody, Ghost'],
    ]);
    await expect(grid.cell(0, 'canManageTeams')).toHaveText('✓');
    await page.keyboard.press('Control+z');
    expect((await grid.texts('teamLeader', 3))[1]).toBe('Quill, Mara');
    await expect(grid.cell(0, 'canManageTeams')).toHaveText('–');
  });

  test('takes a choice for all twins, somebody found by typing, and whoever leads everybody', async ({
    rollcall,
    page,
  }) => {
    const grid = await open(rollcall, page, ...PEOPLE);
    const dialog = await openDialog(page);
    await dialog.getByLabel('Who “Anna Ek” means').selectOption({ index: 2 });
    await dialog.getByLabel('Who “Anna Ek” means').selectOption({ index: 0 });
    await expect(dialog.getByRole('button', { name: 'Apply 1 sure one' })).toBeVisible();
    await dialog.getByLabel('Who “Anna Ek” means').selectOption({ index: 2 });
    await dialog.getByLabel('Who “Nobody, Ghost” means').selectOption('Someone else…');
    await expect(dialog.getByLabel('Team Leader in place of “Nobody, Ghost”')).toBeFocused();
    await page.keyboard.type('bo ber', { delay: 10 });
    await expect(dialog.getByRole('button', { name: 'Apply 2' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Who leads Mara Quill').selectOption('Someone else…');
    await dialog.getByLabel('Team Leader of Mara Quill').fill('director@acme.example');
    await dialog.getByLabel(/^Let them manage teams .* for 3 of them/).uncheck();
    await dialog.getByRole('button', { name: 'Apply 4' }).click();
    expect(await grid.texts('teamLeader', 6)).toEqual([
      ...['director@acme.example', 'mara@acme.example', 'mara@acme.example'],
      ...['anna2@acme.example', 'anna2@acme.example', 'bo@acme.example'],
    ]);
    await expect(grid.cell(0, 'canManageTeams')).toHaveText('–');
    await page.keyboard.press('Control+z');
    expect(await grid.texts('teamLeader', 6)).toEqual(PEOPLE.map(({ teamLeader }) => teamLeader));
  });

  test('opens from the problem group and by Ctrl+. on the whole column', async ({ rollcall, page }) => {
    const grid = await open(rollcall, page, ...PEOPLE);
    await page.getByRole('button', { name: 'Resolve…' }).first().click();
    await expect(dialogOf(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toBeHidden();
    await grid.cell(1, 'teamLeader').click();
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Control+.');
    await expect(dialogOf(page)).toBeVisible();
  });

  test('is worked by keys alone, where Enter in a choice applies', async ({ rollcall, page }) => {
    const grid = await open(rollcall, page, ...PEOPLE);
    const dialog = await openDialog(page);
    await dialog.getByLabel('Who “Anna Ek” means').focus();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('button', { name: 'Apply 2' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    expect((await grid.texts('teamLeader', 5)).slice(3)).toEqual([
      'anna1@acme.example',
      'anna1@acme.example',
    ]);
  });

  test('says that there is nothing to do', async ({ rollcall, page }) => {
    await openPeople(rollcall, { ...MARA, canManageTeams: 'y', teamLeader: 'mara@acme.example' });
    await page.keyboard.press('Control+F8');
    await expect(dialogOf(page).getByText('Every Team Leader names somebody')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toBeHidden();
  });

  test('holds thousands of different references', async ({ rollcall, page }) => {
    const many = Array.from({ length: 3000 }, (_, at) => ({
      firstName: 'P',
      email: `p${at}@acme.example`,
      teamLeader: `Ghost ${String.fromCharCode(97 + (at % 26))}${'x'.repeat(at % 7)} the ${at}th`,
    }));
    await open(rollcall, page, ...many);
    const dialog = await openDialog(page);
    await expect(dialog.getByRole('heading', { level: 3 }).first()).toHaveText('Nobody found (3,000)');
    expect(await dialog.getByTestId('leader-line').count()).toBeLessThan(60);
    await dialog.getByRole('region', { name: 'Team Leaders' }).focus();
    await page.keyboard.press('End');
    await expect(dialog.locator('li[aria-posinset="3001"]')).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`is accessible and fits into a small window, ${colorScheme}`, async ({ rollcall, page }) => {
      await page.emulateMedia({ colorScheme });
      await open(rollcall, page, ...PEOPLE);
      await page.setViewportSize({ width: 900, height: 600 });
      const dialog = await openDialog(page);
      await assertAccessible(page);
      await expect(dialog.getByRole('button', { name: 'Apply 1 sure one' })).toBeInViewport({ ratio: 1 });
      const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
});
