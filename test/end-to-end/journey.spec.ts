import { assertAccessible } from './harness/assert-accessible.ts';
import { mendAndExport } from './harness/journey.ts';
import { expect, test } from './harness/rollcall.ts';

test.describe('the main job', () => {
  test('opens a file of LibreOffice’s, mends it and exports what is right', async ({ rollcall }) => {
    const page = await rollcall.start(await rollcall.fixture('people.txt'));
    await mendAndExport(page, rollcall.folder, async (name) => {
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
    });
  });

  test('has no accessibility violation with a roster and its dialogs', async ({ rollcall, page }) => {
    await rollcall.start(await rollcall.fixture('people.txt'));
    await expect(page.getByRole('grid')).toBeVisible();
    await assertAccessible(page);
    for (const keys of ['Control+e', 'Control+o', 'Control+/']) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await assertAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });
});
