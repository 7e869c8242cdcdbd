import { assertAccessible } from './harness/assert-accessible.ts';
import { expect, test } from './harness/rollcall.ts';

test.describe('the start screen', () => {
  test('offers the ways in', async ({ rollcall }) => {
    const page = await rollcall.start();
    await expect(page.getByRole('heading', { name: 'Rollcall', level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: /Open a roster/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /New roster/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`has no accessibility violation, ${colorScheme}`, async ({ rollcall, page }) => {
      await page.emulateMedia({ colorScheme });
      await rollcall.start();
      await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
      await assertAccessible(page);
    });

  test('gives way to the grid when the app is started with a file', async ({ rollcall }) => {
    const page = await rollcall.start(await rollcall.fixture('people.txt'));
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByText('people.txt').first()).toBeVisible();
  });
});
