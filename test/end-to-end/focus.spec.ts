import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';
import { saveChooser } from './harness/choose-file.ts';

test.describe('keys go where the user looks', () => {
  test('after a command of the menu that goes to a cell', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'homeTown').click();
    await page.getByRole('button', { name: 'All commands' }).click();
    await page.getByRole('menuitem', { name: /^Add a row/ }).click();
    await expect.poll(() => grid.focus()).toMatch(/^1 /);
    await page.keyboard.type('Admin');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'role')).toHaveText('Admin');
  });

  test('after Escape in a menu and in each dialog', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'homeTown').click();
    for (const keys of ['Control+e', 'Control+o', 'Control+Shift+s', 'Control+/']) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await grid.focus(), keys).toBe('1 homeTown');
    }
    const menu = page.getByRole('button', { name: 'All commands' });
    await menu.click();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
  });

  test('after a click below the last row', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'homeTown').click();
    const { x, y, height } = (await page.getByRole('grid').boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await page.mouse.click(x + 400, y + height - 100);
    await page.keyboard.press('ArrowDown');
    expect(await grid.focus()).toBe('1 homeTown');
  });

  test('after undoing a change all over the roster, whose untouched cells stay', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(
      rollcall,
      { homeTown: ' Cork' },
      {},
      {},
      { email: 'mailto:a@acme.example' },
    );
    await page.getByRole('button', { name: 'Fix 2 safe', exact: true }).click();
    await page.keyboard.press('Control+z');
    await expect(grid.cell(3, 'email')).toHaveText('mailto:a@acme.example');
    expect(await grid.focus()).toBe('0 homeTown');
    await page.keyboard.press('Delete');
    expect(await grid.texts('homeTown', 4)).toEqual(['', 'Cork', 'Cork', 'Cork']);
    await expect(grid.cell(3, 'email')).toHaveText('mailto:a@acme.example');
  });
});

test.describe('a small or crowded window', () => {
  test('tells at twice the size whether the work is saved', async ({ rollcall, page }) => {
    await page.setViewportSize({ width: 640, height: 400 });
    await openPeople(rollcall, { email: 'a@@b' });
    await gridOf(page).cell(0, 'role').click();
    await page.keyboard.type('Boss');
    await page.keyboard.press('Enter');
    const said = page.locator('.status-saved');
    await expect(said).toHaveText('Not saved');
    await expect(said).toBeInViewport({ ratio: 1 });
  });

  test('keeps its buttons whole beside a long sentence', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await page.keyboard.press('Control+Shift+s');
    const cancel = saveChooser(page).getByRole('button', { name: 'Cancel' });
    const before = await cancel.boundingBox();
    await saveChooser(page)
      .getByRole('textbox')
      .fill(`${'long '.repeat(45)}.tx?t`);
    await page.keyboard.press('Enter');
    await expect(saveChooser(page).getByRole('status')).toContainText('cannot be the name');
    expect((await cancel.boundingBox())?.width).toBe(before?.width);
  });
});
