import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

/** Milliseconds between two keys of someone who types faster than anyone does. */
const FAST = 5;

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

test.describe('the start date', () => {
  test('is chosen in the calendar by keys', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { startDate: '2026-03-31' }, {});
    await grid.cell(1, 'startDate').click();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('grid', { name: 'March 2026' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.getByText('Enter takes 2026-04-30.')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'startDate')).toHaveText('2026-05-01');
    expect(await grid.focus()).toBe('2 startDate');
  });

  test('has a calendar in the app’s language where the browser’s is none that is known', async ({
    rollcall,
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'language', { get: () => 'en-US@posix' });
    });
    const grid = await openPeople(rollcall, {}, { startDate: '2026-03-31' });
    await grid.cell(1, 'startDate').click();
    await page.keyboard.press('Alt+ArrowDown');
    const month = page.getByRole('grid', { name: 'March 2026' });
    await expect(month.getByRole('gridcell', { name: 'Tuesday, March 31, 2026' })).toBeVisible();
    await expect(month.getByRole('columnheader', { name: 'Monday' })).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'startDate')).toHaveText('2026-03-30');
  });

  test('says how a typed date is read, and keeps it', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'startDate').click();
    await page.keyboard.type('15 March 2026', { delay: FAST });
    await expect(page.getByText('Reads as 2026-03-15.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'startDate')).toHaveText('15 March 2026');
    await grid.cell(1, 'startDate').dblclick();
    await page.getByRole('button', { name: 'Next month' }).click();
    await page.getByRole('gridcell', { name: /April 2, 2026/ }).click();
    await expect(grid.cell(1, 'startDate')).toHaveText('2026-04-02');
  });
});
