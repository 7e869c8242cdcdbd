import type { Locator, Page } from 'playwright/test';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

const FAST = 5;
const options = (page: Page): Locator => page.locator('.rc-panel').getByRole('option');

test.describe('the Team Leader', () => {
  const PEOPLE = [
    { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@acme.example' },
    { firstName: 'José', lastName: 'Ruiz', email: '', employeeId: '0017', canManageTeams: 'y' },
    { firstName: 'Bo', lastName: 'Ek', email: 'bo@acme.example', teamLeader: 'ana@acme.example' },
  ] as const;

  test('is found by name, email or ID, who can manage first', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...PEOPLE);
    await grid.cell(2, 'teamLeader').click();
    await page.keyboard.type('jose', { delay: FAST });
    await expect(options(page)).toHaveText([/José Ruiz.*0017.*Team Member.*line 3$/]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('0017');
    await grid.cell(2, 'teamLeader').click();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(options(page)).toHaveText([/^Ana/, /^José/, /^Bo Ek *cannot manage teams/]);
    await page.keyboard.type('Ana Ruiz', { delay: FAST });
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Ana Ruiz', { delay: FAST });
    await page.keyboard.press('Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('ana@acme.example');
  });

  test('who cannot manage teams may be let, in the same step', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...PEOPLE);
    await grid.cell(1, 'teamLeader').click();
    await page.keyboard.type('bo@', { delay: FAST });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(options(page)).toHaveText([/Choose Bo Ek and let them manage teams/, /Choose Bo Ek only/]);
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'teamLeader')).toHaveText('bo@acme.example');
    await expect(grid.cell(2, 'canManageTeams')).toHaveText('✓');
    expect(await grid.focus()).toBe('2 teamLeader');
    await page.keyboard.press('Control+z');
    await expect(grid.cell(1, 'teamLeader')).toHaveText('person0@acme.example');
    await expect(grid.cell(2, 'canManageTeams')).toHaveText('–');
  });

  test('goes into the whole selection by Ctrl+Enter, with whatever must be set for it', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, ...PEOPLE);
    const select = async (): Promise<void> => {
      await grid.cell(0, 'teamLeader').click();
      // By key: the card of the first cell's problem opens over the second where the machine is slow.
      await page.keyboard.press('Shift+ArrowDown');
    };
    await select();
    await page.keyboard.type('jos', { delay: FAST });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    expect(await grid.texts('teamLeader', 3)).toEqual(['0017', '0017', 'ana@acme.example']);
    await select();
    await page.keyboard.type('bo@', { delay: FAST });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Enter');
    expect(await grid.texts('teamLeader', 2)).toEqual(['bo@acme.example', 'bo@acme.example']);
    await expect(grid.cell(2, 'canManageTeams')).toHaveText('✓');
    await page.keyboard.press('Control+z');
    expect(await grid.texts('teamLeader', 2)).toEqual(['0017', '0017']);
    await expect(grid.cell(2, 'canManageTeams')).toHaveText('–');
  });

  test('is taken by Enter, Tab and Ctrl+Enter where nobody else can be meant, and the letters after Escape', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, ...PEOPLE);
    const type = async (text: string, ...keys: string[]): Promise<void> => {
      await grid.cell(2, 'teamLeader').click();
      await page.keyboard.type(text, { delay: FAST });
      for (const key of keys) await page.keyboard.press(key);
    };
    await type('jos');
    await expect(page.locator('.rc-choice-marked')).toHaveText(/^José Ruiz/);
    await page.keyboard.press('Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('0017');
    await type('Ruiz, Ana');
    await expect(page.locator('.rc-choice-marked')).toHaveText(/^Ana Ruiz/);
    await page.keyboard.press('Tab');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('ana@acme.example');
    await type('17', 'Control+Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('0017');
    await type('José Ruiz <jose@old.example>', 'Escape', 'Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('José Ruiz <jose@old.example>');
    await type('jos', 'Escape', 'Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('jos');
    await type('ruiz', 'Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('ruiz');
  });

  test('offers whom a name with a slip may mean, and takes nobody by itself', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...PEOPLE);
    await grid.cell(2, 'teamLeader').click();
    await page.keyboard.type('Jose Riuz', { delay: FAST });
    await expect(options(page)).toHaveText([/^José Ruiz/]);
    await expect(page.locator('.rc-choice-marked')).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(grid.cell(2, 'teamLeader')).toHaveText('0017');
  });

  test('says that nobody is called so, and one Escape leaves the cell', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...PEOPLE);
    await grid.cell(2, 'teamLeader').click();
    await page.keyboard.type('nobody', { delay: FAST });
    await expect(page.locator('.rc-panel')).toHaveText(/^Nobody here is called that/);
    await page.keyboard.press('Escape');
    await expect(page.locator('.rc-editor')).toBeHidden();
    await expect(grid.cell(2, 'teamLeader')).toHaveText('ana@acme.example');
  });

  test('is kept up to date by edits', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...PEOPLE);
    await grid.cell(2, 'teamLeader').dblclick();
    await expect(options(page).first()).toContainText('Ana Ruiz');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await grid.cell(0, 'firstName').click();
    await page.keyboard.type('Zoë');
    await page.keyboard.press('Tab');
    await grid.cell(2, 'teamLeader').click();
    await page.keyboard.type('zoe', { delay: FAST });
    await expect(options(page)).toHaveText([/^Zoë Ruiz/]);
  });
});
