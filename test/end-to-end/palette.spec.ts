import { assertAccessible } from './harness/assert-accessible.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

test.describe('the command palette', () => {
  test('finds a command by a part of its name, runs it and gives the focus back', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'lastName').click();
    await page.keyboard.press('Control+Shift+p');
    await expect(page.locator('.palette').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('dup row', { delay: 5 });
    await expect(page.locator('.palette').getByRole('option').first()).toContainText('Duplicate rows');
    await page.keyboard.press('Enter');
    await expect(page.locator('.palette').getByRole('combobox')).toBeHidden();
    await expect.poll(() => grid.column('lastName')).toBe('A B B ');
    // The copy is selected: it is what will be changed.
    expect(await grid.focus()).toBe('2 lastName');
  });

  test('lists what was used last first, and what cannot be done last with the reason', async ({
    rollcall,
    page,
  }) => {
    await openPeople(rollcall, {});
    await page.keyboard.press('F1');
    const options = page.locator('.palette').getByRole('option');
    await expect(options.last()).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.type('redo');
    await expect(options.first()).toContainText('Nothing to redo');
    await page.keyboard.press('Enter');
    await expect(page.locator('.palette').getByRole('combobox')).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('next problem');
    await page.keyboard.press('Enter');
    await page.keyboard.press('F1');
    await expect(options.first()).toContainText('Next problem');
  });

  test('goes to a line and to a column, a hidden one too', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const ask = async (typed: string): Promise<void> => {
      await page.keyboard.press('F1');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await expect(page.locator('.palette').getByRole('combobox')).toBeHidden();
    };
    await ask('line 4');
    expect(await grid.focus()).toBe('2 role');
    await ask('column start');
    expect(await grid.focus()).toBe('2 startDate');
    await ask('hide col');
    await expect(page.locator('.ag-header-cell[col-id="cell-14"]')).toHaveCount(0);
    await ask('column start');
    expect(await grid.focus()).toBe('2 startDate');
    await page.keyboard.press('F1');
    await page.keyboard.type('99');
    await expect(page.locator('.palette').getByRole('option').first()).toContainText('The last line is 4');
  });

  test('follows what becomes possible while it is open, and stays with the command that was gone to', async ({
    rollcall,
    page,
  }) => {
    let answer = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/call/appUpdate.read', async (route) => {
      await isAsked;
      await route.fulfill({ json: { ok: true, value: { state: { kind: 'available', version: '0.2.0' } } } });
    });
    await openPeople(rollcall, {});
    await page.keyboard.press('F1');
    await page.keyboard.type('update');
    const added = page.locator('.palette').getByRole('option', { name: 'Check for updates…' });
    const active = page.locator('.palette').getByRole('option', { selected: true });
    await expect(active).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    const title = await active.innerText();
    await expect(added).toHaveCount(0);
    answer();
    await expect(added).toBeVisible();
    await expect(active).toHaveText(title.replaceAll('\n', ''));
  });

  test('keeps what is being typed in a cell, and Escape changes nothing', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.press('Escape');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Galway');
    expect(await grid.focus()).toBe('0 homeTown');
  });

  test('has no accessibility violation', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await page.keyboard.press('F1');
    await page.keyboard.type('row');
    await expect(page.locator('.palette').getByRole('option').first()).toBeVisible();
    await assertAccessible(page);
  });
});
