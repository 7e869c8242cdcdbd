import type { Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Find', exact: true });
const outcome = (page: Page) => page.locator('#find-outcome');
const replacement = (page: Page) => page.getByRole('textbox', { name: 'Replace with' });
const found = (page: Page) => page.locator('.ag-cell.rc-found');

async function switchOn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

test('Tab goes from what to find to what to put in its place', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { homeTown: 'Cork' }, { homeTown: 'Galway' });
  await page.keyboard.press('Control+h');
  await page.keyboard.type('cork');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sligo');
  await expect(outcome(page)).toHaveText('1 of 1');
  await page.keyboard.press('Control+Enter');
  await expect(grid.cell(0, 'homeTown')).toHaveText('Sligo');
});

test.describe('finding', () => {
  test('walks through what it finds, marks it, and gives the focus to the cell in the end', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(
      rollcall,
      { homeTown: 'Cork' },
      { homeTown: 'Galway' },
      { homeTown: 'cork' },
    );
    await page.keyboard.press('Control+f');
    await page.keyboard.type('cork');
    await expect(outcome(page)).toHaveText('1 of 2');
    await expect(found(page)).toHaveCount(2);
    await expect(grid.cell(0, 'homeTown')).toHaveClass(/rc-active/);
    await page.keyboard.press('Enter');
    await expect(outcome(page)).toHaveText('2 of 2');
    await page.keyboard.press('F3');
    await expect(outcome(page)).toHaveText('1 of 2');
    await page.keyboard.press('Shift+Enter');
    await expect(outcome(page)).toHaveText('2 of 2');
    await assertAccessible(page);
    await page.keyboard.press('Escape');
    expect(await grid.focus()).toBe('2 homeTown');
    await expect(found(page)).toHaveCount(0);
  });

  test('minds case, whole cells, one column and the selection when told', async ({ rollcall, page }) => {
    const grid = await openPeople(
      rollcall,
      { homeTown: 'Cork' },
      { homeTown: 'cork', stateOrCountry: 'Cork' },
      { homeTown: 'Cork City' },
    );
    await grid.cell(1, 'homeTown').click();
    await grid.cell(1, 'stateOrCountry').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+f');
    await field(page).fill('Cork');
    await switchOn(page, 'In the selection');
    await expect(outcome(page)).toHaveText('1 of 2');
    await switchOn(page, 'In the selection');
    await expect(outcome(page)).toHaveText(/of 4$/);
    await switchOn(page, 'Match case');
    await expect(outcome(page)).toHaveText(/of 3$/);
    await switchOn(page, 'Whole cell');
    await expect(outcome(page)).toHaveText(/of 2$/);
    await page.getByRole('combobox', { name: 'Column to search' }).selectOption('State or Country');
    await expect(outcome(page)).toHaveText('1 of 1');
  });

  test('covers nothing that it finds, in the first row and in the last', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { groups: 'zz' }, ...Array.from({ length: 40 }, () => ({})), {
      temporaryPassword: '',
      groups: 'zz',
    });
    await page.keyboard.press('Control+End');
    await expect(grid.cell(41, 'temporaryPassword')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Control+h');
    const isClear = async (row: number, key: 'temporaryPassword' | 'groups'): Promise<void> => {
      await expect(async () => {
        const cell = await grid.cell(row, key).boundingBox();
        const bar = await page.getByRole('search').boundingBox();
        expect((cell?.y ?? 0) + (cell?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
      }).toPass();
      await expect(grid.cell(row, key)).toBeInViewport({ ratio: 1 });
    };
    await isClear(41, 'temporaryPassword');
    await page.keyboard.type('zz');
    await expect(outcome(page)).toHaveText('2 of 2');
    await isClear(41, 'groups');
    await page.keyboard.press('Enter');
    await isClear(0, 'groups');
  });

  test('counts what is in hidden columns apart, and shows them when asked', async ({ rollcall, page }) => {
    const grid = await openPeople(
      rollcall,
      { homeTown: 'Cork', stateOrCountry: 'Cork' },
      { homeTown: 'Cork', stateOrCountry: '' },
    );
    await page.keyboard.press('Control+f');
    await page.keyboard.type('cork');
    await expect(outcome(page)).toHaveText('1 of 3');
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('F1');
    await page.keyboard.type('hide columns');
    await page.keyboard.press('Enter');
    await expect(outcome(page)).toHaveText(/1 of 1|1 found/);
    const more = page.getByRole('button', { name: '2 more in hidden columns: show' });
    await expect(more).toBeVisible();
    await page.keyboard.press('Control+h');
    await replacement(page).fill('Galway');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await expect(grid.cell(0, 'stateOrCountry')).toHaveText('Galway');
    await more.click();
    await expect(grid.cell(0, 'homeTown')).toHaveText('Cork');
    await expect(outcome(page)).toHaveText('2 found');
    await expect(more).toBeHidden();
  });

  test('follows edits', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Cork' }, { homeTown: 'Galway' });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('cork');
    await expect(outcome(page)).toHaveText('1 of 1');
    await grid.cell(1, 'homeTown').click();
    await page.keyboard.type('Corkbeg');
    await page.keyboard.press('Enter');
    await expect(outcome(page)).toHaveText('2 found');
    await page.keyboard.press('Control+z');
    await expect(outcome(page)).toHaveText('1 found');
    await expect(found(page)).toHaveCount(1);
  });

  test('security 18: looks into temporary passwords only when that column is chosen', async ({
    rollcall,
    page,
  }) => {
    await openPeople(rollcall, { temporaryPassword: 'correct horse' });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('horse');
    await expect(outcome(page)).toHaveText('Nothing found');
    const column = page.getByRole('combobox', { name: 'Column to search' });
    await column.selectOption('Temporary Password');
    await expect(outcome(page)).toHaveText('1 of 1');
    expect(await page.locator('.rc-grid-frame').textContent()).not.toContain('horse');
  });
});

test.describe('a regular expression', () => {
  test('that does not compile is said, and what was found goes', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await page.keyboard.press('Control+f');
    await switchOn(page, 'Regular expression');
    await field(page).fill('(acme');
    await expect(outcome(page)).toHaveText('Not a regular expression yet: unterminated group.');
    await expect(found(page)).toHaveCount(0);
    await assertAccessible(page);
  });

  test('that takes for ever is stopped and said, and the window lives on', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { profile: `${'a'.repeat(60)}!` }, { homeTown: 'Galway' });
    await page.keyboard.press('Control+f');
    await switchOn(page, 'Regular expression');
    await field(page).fill('^(a+)+$');
    await expect(outcome(page)).toHaveText('Searching…');
    await grid.cell(1, 'homeTown').click();
    await page.keyboard.type('Sligo');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'homeTown')).toHaveText('Sligo');
    await expect(outcome(page)).toContainText('takes too long, so it was stopped');
    await field(page).fill('^Sl');
    await expect(outcome(page)).toHaveText(/1 (of 1|found)/);
  });

  test('replaces with its groups', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { lastName: 'Ruiz, Ana' }, { lastName: 'Lee, Sam' });
    await page.keyboard.press('Control+h');
    await switchOn(page, 'Regular expression');
    await field(page).fill('^(\\w+), (\\w+)$');
    await expect(outcome(page)).toHaveText('1 of 2');
    await replacement(page).fill('$2 $1');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await expect(grid.cell(1, 'lastName')).toHaveText('Sam Lee');
    expect(await grid.texts('lastName', 2)).toEqual(['Ana Ruiz', 'Sam Lee']);
  });
});

test.describe('replacing', () => {
  test('goes one by one, or does all in one step that Undo takes back', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const addresses = (domain: string, ...rest: string[]) =>
      [0, 1, 2].map((index) => `person${index}@${rest[index] ?? domain}`);
    await page.keyboard.press('Control+h');
    await field(page).fill('acme.example');
    await page.getByRole('combobox', { name: 'Column to search' }).selectOption('Email Address');
    await expect(outcome(page)).toHaveText('1 of 3');
    await replacement(page).fill('new.$1.example');
    await page.keyboard.press('Enter');
    await expect(outcome(page)).toHaveText('1 of 2');
    expect(await grid.texts('email', 3)).toEqual(addresses('acme.example', 'new.$1.example'));
    await page.getByRole('button', { name: 'Replace all' }).click();
    await expect(page.getByText('Replaced in 2 cells.')).toBeVisible();
    expect(await grid.texts('email', 3)).toEqual(addresses('new.$1.example'));
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(grid.cell(1, 'email')).toHaveText('person1@acme.example');
    expect(await grid.texts('email', 3)).toEqual(addresses('acme.example', 'new.$1.example'));
  });
});
