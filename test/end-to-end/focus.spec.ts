import { chooseCommand, gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';
import { saveChooser } from './harness/choose-file.ts';

test.describe('keys go where the user looks', () => {
  test('after a command of the menu that goes to a cell', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'homeTown').click();
    await chooseCommand(page, 'Rows', /^Add a row/);
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
    await expect.poll(() => grid.focus()).toBe('1 homeTown');
    // Who came to the menu by keys finds it where it was.
    await menu.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
  });

  test('after Escape that comes before the menu has the keys', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'homeTown').click();
    // The menu takes the keys by a timer of no time, which is held here until Escape has closed it.
    await page.evaluate(() => {
      const own = window.setTimeout;
      const held: TimerHandler[] = [];
      const hold = (act: TimerHandler, milliseconds = 0): number =>
        milliseconds > 0 ? own(act, milliseconds) : held.push(act);
      Object.assign(window, { setTimeout: hold });
      const release = (): void => {
        window.setTimeout = own;
        for (const act of held) if (typeof act === 'function') (act as () => void)();
      };
      window.addEventListener('keyup', release, { once: true });
    });
    await page.getByRole('button', { name: 'All commands' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await grid.focus()).toBe('1 homeTown');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect.poll(() => grid.focus()).toBe('1 homeTown');
  });

  test('after a command that goes nowhere, from a menu, a button and the palette', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, { homeTown: ' Cork' }, {});
    await grid.cell(1, 'homeTown').click();
    const isBack = (): Promise<void> => expect.poll(() => grid.focus()).toBe('1 homeTown');
    await chooseCommand(page, 'View', /problems panel/);
    await isBack();
    // By keys alone: the menu, its last but one entry, into it, and the second command there.
    await page.getByRole('button', { name: 'All commands' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    for (const key of ['End', 'ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
    await expect(page.getByRole('menuitem', { name: /^All commands…/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: /problems panel/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await isBack();
    await page.getByRole('button', { name: 'Fix 1 safe', exact: true }).first().click();
    await isBack();
    await page.keyboard.press('F1');
    await page.keyboard.type('wider');
    await page.keyboard.press('Enter');
    await isBack();
  });

  test('after what had the focus is gone', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: ' Cork' }, {});
    await grid.cell(1, 'homeTown').click();
    await page.getByRole('tree').focus();
    await page.keyboard.press('Control+Shift+m');
    await expect(page.getByRole('tree')).toBeHidden();
    await expect.poll(() => grid.focus()).toBe('1 homeTown');
  });

  test('through the window by Tab, with one stop for the grid and one for its headers', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'role').click();
    await page.keyboard.press('Shift+Tab');
    await expect(page.locator('.ag-header-cell[col-id="cell-0"]')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await grid.focus()).toBe('0 role');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    const last = page.getByRole('button', { name: 'Upload…' });
    await expect(last).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await grid.focus()).toBe('0 role');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Previous problem' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    expect(await grid.focus()).toBe('2 temporaryPassword');
  });

  test('in the status bar too, where F6 leads, within the window', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'role').click();
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    const verdict = page.getByRole('contentinfo').getByRole('button');
    await expect(verdict).toBeFocused();
    await expect(verdict).toHaveCSS('outline-style', 'solid');
    const [box, outline] = await verdict.evaluate((button) => {
      const { outlineOffset, outlineWidth } = getComputedStyle(button);
      return [
        button.getBoundingClientRect().bottom,
        parseFloat(outlineOffset) + parseFloat(outlineWidth),
      ] as const;
    });
    expect(box + outline).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
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
