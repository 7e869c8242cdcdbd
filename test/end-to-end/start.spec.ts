import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

  test('has no accessibility violation', async ({ rollcall, page }) => {
    await rollcall.start();
    await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
    await assertAccessible(page);
  });

  test('gives way to the grid when the app is started with a file', async ({ rollcall }) => {
    const page = await rollcall.start(await rollcall.fixture('people.txt'));
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByText('people.txt').first()).toBeVisible();
  });

  test('says once that the list of recent files was set aside, as it made no sense', async ({ rollcall }) => {
    await writeFile(join(rollcall.userData, 'recent-files.json'), '{"files": 7}');
    const page = await rollcall.start();
    const said = page.getByText('The list of recent files cannot be read any more.');
    await expect(said).toBeVisible();
    await page.reload();
    await expect(page.getByText('Rosters that you open or save are listed here.')).toBeVisible();
    await expect(said).toHaveCount(0);
  });

  test('says what went wrong inside without speaking of rows that are not there', async ({
    rollcall,
    page,
  }) => {
    await rollcall.start();
    await page.route('**/call/folder.list', (route) =>
      route.fulfill({ json: { ok: true, value: 'nonsense' } }),
    );
    await page.getByRole('button', { name: /Open a roster/ }).click();
    const said = page.getByText('Something went wrong inside Rollcall');
    await expect(said).toContainText(
      'Try again; if it stays so, F1, Copy diagnostics… has what support needs.',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.keyboard.type('diagnostics');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Diagnostics for support' })).toBeVisible();
  });
});
