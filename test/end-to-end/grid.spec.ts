import type { Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

/** Milliseconds between two keys of someone who types faster than anyone does. */
const FAST = 5;

test.describe('typing', () => {
  test('loses no key of a fast typist, down a column', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...Array.from({ length: 12 }, () => ({})));
    await grid.cell(0, 'homeTown').click();
    const towns = Array.from({ length: 12 }, (_, index) => `Town ${index} by the sea`);
    for (const town of towns) {
      await page.keyboard.type(town, { delay: FAST });
      await page.keyboard.press('Enter');
    }
    expect(await grid.texts('homeTown', 12)).toEqual(towns);
    expect(await grid.focus()).toBe('12 homeTown');
  });

  test('goes right with Tab, and Enter returns to where the run of Tabs began', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    await grid.cell(1, 'firstName').click();
    for (const [text, key] of [
      ['Ana', 'Tab'],
      ['Ruiz', 'Tab'],
      ['Sevilla', 'Enter'],
    ] as const) {
      await page.keyboard.type(text, { delay: FAST });
      await page.keyboard.press(key);
    }
    await expect(grid.cell(1, 'firstName')).toHaveText('Ana');
    await expect(grid.cell(1, 'lastName')).toHaveText('Ruiz');
    await expect(grid.cell(1, 'homeTown')).toHaveText('Sevilla');
    expect(await grid.focus()).toBe('2 firstName');
  });

  test('Shift turns Enter and Tab round', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    await grid.cell(1, 'lastName').click();
    await page.keyboard.type('One');
    await page.keyboard.press('Shift+Enter');
    expect(await grid.focus()).toBe('0 lastName');
    await page.keyboard.type('Two');
    await page.keyboard.press('Shift+Tab');
    expect(await grid.focus()).toBe('0 firstName');
    expect(await grid.texts('lastName', 2)).toEqual(['Two', 'One']);
  });

  test('Escape leaves the cell as it was', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Cork' });
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Kilkenny');
    expect(await grid.focus()).toBe('0 homeTown editing');
    await page.keyboard.press('Escape');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Cork');
    expect(await grid.focus()).toBe('0 homeTown');
  });

  test('arrows leave a cell that is typed over, and walk through one that is revised', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('ArrowDown');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Galway');
    expect(await grid.focus()).toBe('1 homeTown');
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('X');
    expect(await grid.focus()).toBe('1 homeTown editing');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'homeTown')).toHaveText('CorXk');
  });

  test('clicking elsewhere keeps what was typed, in the grid and beside it', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await grid.cell(1, 'firstName').click();
    await expect(grid.cell(0, 'homeTown')).toHaveText('Galway');
    expect(await grid.focus()).toBe('1 firstName');
    await page.keyboard.type('Ana');
    await page.getByRole('heading', { name: 'Problems' }).click();
    await expect(grid.cell(1, 'firstName')).toHaveText('Ana');
  });

  test('an input method keeps the first letter of what it composes', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await grid.cell(0, 'homeTown').click();
    const devtools = await page.context().newCDPSession(page);
    const key = { type: 'rawKeyDown', key: 'Process', code: 'KeyK', windowsVirtualKeyCode: 229 } as const;
    await devtools.send('Input.dispatchKeyEvent', key);
    await devtools.send('Input.imeSetComposition', { text: 'こ', selectionStart: 1, selectionEnd: 1 });
    await devtools.send('Input.imeSetComposition', { text: 'こう', selectionStart: 2, selectionEnd: 2 });
    await devtools.send('Input.insertText', { text: '神戸' });
    await page.keyboard.press('Enter');
    await expect(grid.cell(0, 'homeTown')).toHaveText('神戸');
  });

  test('Alt+Enter breaks the line in a profile, and a text is never cut', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { profile: 'a'.repeat(2000) });
    // The profile is in sight.
    await page.setViewportSize({ width: 1600, height: 800 });
    await grid.cell(0, 'profile').dblclick();
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('end');
    await page.keyboard.press('Enter');
    await expect(grid.cell(0, 'profile')).toHaveText(`${'a'.repeat(2000)} ↵ end`);
  });

  test('Space switches y and n, and opens what it does not know', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { canManageTeams: 'perhaps' });
    await grid.cell(0, 'canManageTeams').click();
    await page.keyboard.press('Space');
    await expect(grid.cell(0, 'canManageTeams')).toHaveText('–');
    await page.keyboard.press('Space');
    await expect(grid.cell(0, 'canManageTeams')).toHaveText('✓');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await grid.focus()).toBe('1 canManageTeams editing');
    await page.keyboard.press('Escape');
    await expect(grid.cell(1, 'canManageTeams')).toHaveText('perhaps');
  });

  test('security 18: a temporary password shows only while it is typed', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { temporaryPassword: 'correct horse' });
    await page.keyboard.press('End');
    const password = grid.cell(0, 'temporaryPassword');
    await expect(password).toHaveText('••••••••');
    expect(await page.content()).not.toContain('correct horse');
    await page.keyboard.press('F2');
    await expect(password.getByRole('textbox')).toHaveValue('correct horse');
    await page.keyboard.press('Escape');
    await expect(password).toHaveText('••••••••');
    expect(await page.content()).not.toContain('correct horse');
  });
});

test.describe('undo', () => {
  test('takes back and does again step by step, and goes where it happened', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Cork' }, { homeTown: 'Cork' });
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Dublin');
    await page.keyboard.press('Enter');
    await grid.cell(0, 'role').click();
    await page.keyboard.press('Control+z');
    expect(await grid.texts('homeTown', 2)).toEqual(['Galway', 'Cork']);
    expect(await grid.focus()).toBe('1 homeTown');
    await page.keyboard.press('Control+z');
    expect(await grid.texts('homeTown', 2)).toEqual(['Cork', 'Cork']);
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+Shift+z');
    expect(await grid.texts('homeTown', 2)).toEqual(['Galway', 'Dublin']);
  });

  test('selects the whole range again that was cleared', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    await grid.cell(0, 'firstName').click();
    await grid.cell(2, 'lastName').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Delete');
    expect(await grid.texts('firstName', 3)).toEqual(['', '', '']);
    await page.keyboard.press('Control+z');
    expect(await grid.texts('lastName', 3)).toEqual(['A', 'B', 'C']);
    await expect(page.locator('.rc-selected, .rc-active')).toHaveCount(6);
  });
});

test.describe('rows', () => {
  test('typing into the empty last row adds a person, fast and one after another', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {});
    await page.keyboard.press('ArrowDown');
    for (const role of ['First', 'Second', 'Third']) {
      await page.keyboard.type(role, { delay: FAST });
      await page.keyboard.press('Enter');
    }
    expect(await grid.texts('role', 5)).toEqual([
      'Team Leader',
      'First',
      'Second',
      'Third',
      'type here to add a row',
    ]);
    await page.keyboard.press('Control+z');
    await expect(grid.cell(3, 'role')).toHaveText('type here to add a row');
  });

  test('a new roster has only the row to type into', async ({ rollcall }) => {
    const page = await rollcall.start();
    await page.getByRole('button', { name: /New roster/ }).click();
    await expect(page.getByText('Nobody is in this roster yet')).toBeVisible();
    await page.keyboard.type('Admin', { delay: FAST });
    await page.keyboard.press('Tab');
    await expect(page.getByText('Nobody is in this roster yet')).toBeHidden();
    await expect(page.locator('.ag-row[row-index="0"] [col-id="cell-0"]')).toHaveText('Admin');
  });

  test('are duplicated, moved and deleted, with the selection on them', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const names = (): Promise<string> => grid.column('lastName');
    await grid.gutter(1).click();
    await page.keyboard.press('Control+Shift+d');
    await expect.poll(names).toBe('A B B C ');
    await page.keyboard.press('Control+z');
    await grid.gutter(2).click();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect.poll(names).toBe('A C B ');
    expect(await grid.focus()).toBe('1 role');
    await expect(grid.gutter(1)).toContainText('3');
    await grid.gutter(2).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+-');
    await expect.poll(names).toBe('A ');
  });
});

test.describe('selecting', () => {
  test('by click, Shift+click and keys as in a spreadsheet', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {}, {});
    const selected = page.locator('.rc-selected, .rc-active');
    await grid.cell(1, 'firstName').click();
    await expect(selected).toHaveCount(1);
    await grid.cell(2, 'lastName').click({ modifiers: ['Shift'] });
    await expect(selected).toHaveCount(4);
    expect(await grid.focus()).toBe('1 firstName');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(selected).toHaveCount(6);
    await page.keyboard.press('Control+Shift+ArrowUp');
    await expect(selected).toHaveCount(4);
    await page.keyboard.press('ArrowRight');
    await expect(selected).toHaveCount(1);
    expect(await grid.focus()).toBe('1 lastName');
  });

  test('by dragging, cells and whole rows', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {}, {});
    const drag = async (
      from: typeof grid.cell extends (...args: never) => infer L ? L : never,
      to: typeof from,
    ) => {
      await from.hover();
      await page.mouse.down();
      await to.hover();
      await page.waitForTimeout(50);
      await page.mouse.up();
    };
    await drag(grid.cell(1, 'email'), grid.cell(3, 'firstName'));
    await expect(page.locator('.rc-selected, .rc-active')).toHaveCount(9);
    await drag(grid.gutter(0), grid.gutter(2));
    await expect(page.locator('.rc-gutter-selected')).toHaveCount(3);
  });

  test('a page at a time by Page Down and Page Up, as many rows as are in sight but one', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, ...Array.from({ length: 70 }, () => ({})));
    await grid.cell(0, 'homeTown').click();
    const rows = (await rowsInSight(page)) - 1;
    expect(rows).toBeGreaterThan(8);
    await page.keyboard.press('PageDown');
    expect(await grid.focus()).toBe(`${rows} homeTown`);
    await page.keyboard.press('PageDown');
    expect(await grid.focus()).toBe(`${2 * rows} homeTown`);
    await expect(grid.cell(2 * rows, 'homeTown')).toBeInViewport();
    await page.keyboard.press('PageUp');
    expect(await grid.focus()).toBe(`${rows} homeTown`);
    await page.keyboard.press('Shift+PageUp');
    await expect(page.getByTitle(`${rows + 1} cells in ${rows + 1} rows`)).toBeVisible();
    for (let count = 0; count < 10; count += 1) await page.keyboard.press('PageDown');
    expect(await grid.focus()).toBe('70 homeTown');
    for (let count = 0; count < 10; count += 1) await page.keyboard.press('PageUp');
    expect(await grid.focus()).toBe('0 homeTown');
  });

  test('all by Ctrl+A, and Escape goes back to one cell', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'email').click();
    await page.keyboard.press('Control+a');
    await expect(page.locator('.rc-gutter-selected')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(page.locator('.rc-selected, .rc-active')).toHaveCount(1);
  });
});

test('the grid screen has no accessibility violation', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { homeTown: ' Cork' }, { email: 'mailto:bob@acme.example' });
  await grid.cell(1, 'email').click();
  await expect(page.getByRole('group', { name: 'Problems here' })).toBeVisible();
  await assertAccessible(page);
});

/** How many rows stand wholly between the header and the end of the grid. */
function rowsInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const bottom = document.querySelector('.ag-grid-viewport')?.getBoundingClientRect().bottom ?? 0;
    const top = document.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? 0;
    const rows = [...document.querySelectorAll('.ag-row:has([col-id^="cell-"])')];
    const whole = rows
      .map((row) => row.getBoundingClientRect())
      .filter((row) => row.top >= top - 1 && row.bottom <= bottom + 1);
    return new Set(whole.map((row) => row.top)).size;
  });
}
