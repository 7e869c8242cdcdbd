import { assertAccessible } from './harness/assert-accessible.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

test.describe('rows', () => {
  test('are inserted where they are selected, as many as are', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const names = (): Promise<string> => grid.column('lastName');
    await grid.gutter(1).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+Shift+Equal');
    await expect.poll(names).toBe('A   B C ');
    await expect(page.locator('.rc-gutter-selected')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect.poll(names).toBe('A B C ');
    await grid.cell(0, 'lastName').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Insert rows below' }).click();
    await expect.poll(names).toBe('A  B C ');
    expect(await grid.focus()).toBe('1 lastName');
  });

  test('Ctrl and - deletes whole rows only, and zooms otherwise', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'lastName').click();
    await page.keyboard.press('Control+-');
    await expect(grid.cell(1, 'lastName')).toHaveText('B');
    await page.keyboard.press('Shift+Space');
    await page.keyboard.press('Control+-');
    await expect.poll(() => grid.column('lastName')).toBe('A ');
  });

  test('stay whole rows when they come and go, one key after the other', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {}, {});
    const names = (): Promise<string> => grid.column('lastName');
    await grid.gutter(1).click();
    await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    await expect.poll(names).toBe('A D ');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(names).toBe('A B C D ');
    await grid.gutter(2).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+Shift+d');
    await expect.poll(names).toBe('A B C B C D ');
    // The copies are selected, and go again by the same key that takes out whole rows.
    await page.keyboard.press('Control+-');
    await expect.poll(names).toBe('A B C D ');
    await page.keyboard.press('Control+z');
    await expect(page.locator('.rc-gutter-selected')).toHaveCount(2);
    await expect(page.getByTitle('2 rows selected')).toBeVisible();
  });

  test('are dragged by their line numbers as one step, and Escape lets them be', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, {}, {}, {}, {});
    const names = (): Promise<string> => grid.column('lastName');
    const drag = async (): Promise<void> => {
      await grid.gutter(1).hover();
      await page.mouse.down();
      await grid.gutter(3).hover({ position: { x: 10, y: 24 } });
      await expect(page.locator('.rc-drop-line')).toBeVisible();
    };
    await grid.gutter(1).click();
    await grid.gutter(2).click({ modifiers: ['Shift'] });
    await drag();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(names).toBe('A B C D E ');
    await drag();
    await page.mouse.up();
    await expect.poll(names).toBe('A D B C E ');
    await page.keyboard.press('Control+z');
    await expect.poll(names).toBe('A B C D E ');
    // A click on one of several selected rows selects that one.
    await grid.gutter(2).click();
    await expect(page.locator('.rc-gutter-selected')).toHaveCount(1);
  });
});

test.describe('the context menu', () => {
  test('is about the selection it is called in, and else selects the cell', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    await grid.gutter(0).click();
    await grid.gutter(1).click({ modifiers: ['Shift'] });
    await grid.gutter(1).click({ button: 'right' });
    await expect(page.locator('.rc-gutter-selected')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await grid.cell(2, 'email').click({ button: 'right' });
    await expect(page.locator('.rc-gutter-selected')).toHaveCount(1);
    await page.keyboard.press('Escape');
    expect(await grid.focus()).toBe('2 email');
  });

  test('says what is wrong with the cell and mends it, by keys alone', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { email: 'mailto:bob@acme.example' });
    await grid.cell(1, 'email').click();
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu');
    await expect(menu).toContainText('mailto:');
    await expect(page.getByRole('menuitem', { name: /Change to bob@acme.example/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'email')).toHaveText('bob@acme.example');
    await expect(menu).toBeHidden();
    expect(await grid.focus()).toBe('1 email');
  });

  test('has no accessibility violation', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { email: 'mailto:bob@acme.example' });
    await grid.cell(1, 'email').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await assertAccessible(page);
  });
});

test('F6 goes round the parts of the window, and back with Shift', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, {}, { email: 'a@@b' });
  await grid.cell(1, 'email').click();
  const part = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest('header, main, aside, footer')?.className ?? '');
  const seen: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('F6');
    seen.push(await part());
  }
  expect(seen).toEqual(['roster-problems', 'status', 'toolbar', 'roster-grid']);
  expect(await grid.focus()).toBe('1 email');
  await page.keyboard.press('Shift+F6');
  expect(await part()).toBe('toolbar');
});
