import type { Locator, Page } from 'playwright/test';
import { AT, type ColumnKey } from '../../shared/person/catalogue.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

function header(page: Page, key: ColumnKey): Locator {
  return page.locator(`.ag-header-cell[col-id="cell-${AT[key]}"]`);
}

/** The first headers from left to right. */
async function headers(page: Page, count: number): Promise<string> {
  const names = await page.locator('.ag-header-cell[col-id^="cell-"]').evaluateAll((cells) =>
    cells
      .map((cell) => ({
        left: cell.getBoundingClientRect().left,
        name: cell.querySelector('.rc-header-name')?.textContent ?? '',
      }))
      .sort((a, b) => a.left - b.left)
      .map(({ name }) => name),
  );
  return names.slice(0, count).join(', ');
}

async function choose(page: Page, target: Locator, item: string): Promise<void> {
  const kept = page.waitForResponse(/layout\.write/);
  await target.click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
  await kept;
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test.describe('columns', () => {
  test('are selected by their headers, and by Ctrl+Space', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const selected = page.locator('.rc-selected, .rc-active');
    await header(page, 'email').click();
    await expect(selected).toHaveCount(3);
    await header(page, 'firstName').click({ modifiers: ['Shift'] });
    await expect(selected).toHaveCount(9);
    expect(await grid.focus()).toBe('0 email');
    await grid.cell(1, 'lastName').click();
    await page.keyboard.press('Control+Space');
    await expect(selected).toHaveCount(3);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(selected).toHaveCount(6);
    await page.keyboard.press('Delete');
    expect(await grid.texts('lastName', 3)).toEqual(['', '', '']);
    await page.keyboard.press('Control+z');
    expect(await grid.texts('lastName', 3)).toEqual(['A', 'B', 'C']);
  });

  test('are hidden, pinned and moved, and stay so at the next start', async ({ rollcall, page }) => {
    await openPeople(rollcall, {}, {});
    await choose(page, header(page, 'canManageTeams'), 'Hide columns');
    await expect.poll(() => headers(page, 2)).toBe('Role, Email Address');
    await choose(page, header(page, 'lastName'), 'Pin or unpin columns');
    await expect.poll(() => headers(page, 2)).toBe('Last Name, Role');
    await choose(page, header(page, 'employeeId'), 'Move columns left');
    await expect.poll(() => headers(page, 4)).toBe('Last Name, Role, Employee ID, Email Address');
    await rollcall.start(`${rollcall.folder}/people.txt`);
    await gridOf(page).cell(0, 'role').waitFor();
    await expect.poll(() => headers(page, 4)).toBe('Last Name, Role, Employee ID, Email Address');
    await choose(page, header(page, 'role'), 'Reset the column layout');
    await expect.poll(() => headers(page, 4)).toBe('Role, Manages, Email Address, Employee ID');
  });

  test('are dragged by a selected header, and Escape lets them be', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const drag = async (): Promise<void> => {
      await header(page, 'role').hover();
      await page.mouse.down();
      await header(page, 'employeeId').hover({ position: { x: 100, y: 10 } });
      await expect(page.locator('.rc-drop-line')).toBeVisible();
    };
    await header(page, 'role').click();
    await drag();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => headers(page, 2)).toBe('Role, Manages');
    await drag();
    await page.mouse.up();
    await expect.poll(() => headers(page, 4)).toBe('Manages, Email Address, Employee ID, Role');
  });

  test('keep the width that the pointer gives them', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const before = (await header(page, 'role').boundingBox())?.width ?? 0;
    await header(page, 'role').locator('.ag-header-cell-resize').hover();
    const { x = 0, y = 0 } = (await header(page, 'canManageTeams').boundingBox()) ?? {};
    const kept = page.waitForResponse(/layout\.write/);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 10, { steps: 5 });
    await page.mouse.up();
    await kept;
    const width = async (): Promise<number> => (await header(page, 'role').boundingBox())?.width ?? 0;
    await expect.poll(width).toBeGreaterThan(before + 40);
    const wide = await width();
    await rollcall.start(`${rollcall.folder}/people.txt`);
    await expect.poll(width).toBe(wide);
  });

  test('fit their texts in sight at a double click on the edge, and stay so', async ({ rollcall, page }) => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
    const grid = await openPeople(rollcall, { homeTown: long }, {});
    const width = async (key: ColumnKey): Promise<number> =>
      Math.round((await header(page, key).boundingBox())?.width ?? 0);
    const edge = (key: ColumnKey): Locator => header(page, key).locator('.ag-header-cell-resize');
    const [town, last] = [await width('homeTown'), await width('lastName')];
    const kept = page.waitForResponse(/layout\.write/);
    await edge('homeTown').dblclick();
    await kept;
    await expect.poll(() => width('homeTown')).toBeGreaterThan(town + 100);
    const cell = grid.cell(0, 'homeTown');
    expect(await cell.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    const fitted = await width('homeTown');
    expect(await width('lastName')).toBe(last);
    await rollcall.start(`${rollcall.folder}/people.txt`);
    await expect.poll(() => width('homeTown')).toBe(fitted);

    await header(page, 'email').click();
    await header(page, 'firstName').click({ modifiers: ['Shift'] });
    await edge('employeeId').dblclick();
    await expect.poll(() => width('email')).not.toBe(220);
    expect(await width('firstName')).toBeLessThan(await width('email'));
    expect(await width('homeTown')).toBe(fitted);
  });

  test('are fitted, sorted by and filtered from the menu of their header', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Cork' }, { homeTown: 'Ayr' });
    const fromMenu = async (item: string): Promise<void> => {
      await header(page, 'homeTown').click({ button: 'right' });
      await page.getByRole('menuitem', { name: item }).click();
    };
    const width = async (): Promise<number> =>
      Math.round((await header(page, 'homeTown').boundingBox())?.width ?? 0);
    const before = await width();
    await fromMenu('Fit columns to the texts in sight');
    await expect.poll(width).not.toBe(before);
    await fromMenu('Sort by this column, ascending');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Ayr');
    await fromMenu('Filter by this column…');
    await expect(page.getByRole('dialog', { name: 'Filter Home Town' })).toBeVisible();
  });

  test('that are hidden tell of their problems, and F8 shows them', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { email: 'a@@b' });
    await choose(page, header(page, 'email'), 'Hide columns');
    const hidden = page.getByRole('button', { name: /in a hidden column: show/ });
    await expect(hidden).toBeVisible();
    await page.keyboard.press('F8');
    await page.keyboard.press('F8');
    expect(await grid.focus()).toBe('1 email');
    await expect(hidden).toBeHidden();
    await choose(page, header(page, 'email'), 'Hide columns');
    await hidden.click();
    await expect(header(page, 'email')).toBeVisible();
  });

  test('the last one that is shown stays', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await page.keyboard.press('Control+a');
    await page.keyboard.press('F1');
    await page.keyboard.type('hide columns');
    await page.keyboard.press('Enter');
    await expect(page.getByText('so they stay')).toBeVisible();
  });
});

test('everything works at 200% zoom', async ({ rollcall, page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  const grid = await openPeople(rollcall, {}, { email: 'a@@b' });
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  expect(await grid.focus()).toBe('1 email');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  await expect(menu).toBeInViewport();
  const box = await menu.boundingBox();
  expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 999) <= 400).toBe(true);
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem').last()).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.keyboard.type('export');
  await expect(page.locator('.palette').getByRole('option').first()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export…' })).toBeInViewport();
  await assertAccessible(page);
});

test('names and email stay in sight while the others scroll, unless that is switched off', async ({
  rollcall,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const grid = await openPeople(rollcall, { teamLeader: 'boss@acme.example' }, {}, {});
  const inSight = (key: 'email' | 'firstName' | 'lastName' | 'role') => expect(grid.cell(1, key));
  await grid.cell(1, 'email').click();
  await page.mouse.wheel(1500, 0);
  await expect(grid.cell(1, 'startDate')).toBeVisible();
  for (const key of ['email', 'firstName', 'lastName'] as const)
    await inSight(key).toBeInViewport({ ratio: 1 });
  // Beside each other at the left, whatever stands between them.
  const boxes = await Promise.all(
    (['email', 'firstName', 'lastName'] as const).map((key) => grid.cell(1, key).boundingBox()),
  );
  for (const [at, box] of boxes.entries()) {
    const before = boxes[at - 1];
    if (before) expect(Math.round(box?.x ?? 0)).toBe(Math.round(before.x + before.width));
  }
  // The keys go on where they were, in the order of the columns.
  expect(await grid.focus()).toBe('1 email');
  await page.keyboard.press('ArrowRight');
  expect(await grid.focus()).toBe('1 employeeId');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Bea');
  await page.keyboard.press('Enter');
  await expect(grid.cell(1, 'firstName')).toHaveText('Bea');

  await page.keyboard.press('F1');
  await page.keyboard.type('keep names and email');
  await page.keyboard.press('Enter');
  await expect(page.locator('.done-message')).toContainText('Names and email scroll with the other columns.');
  await grid.cell(0, 'homeTown').hover();
  await page.mouse.wheel(3000, 0);
  await expect(grid.cell(1, 'startDate')).toBeInViewport();
  await expect(grid.cell(1, 'email')).not.toBeInViewport();
});
