import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { gridOf } from '../end-to-end/harness/grid-page.ts';
import { expect, test } from '../end-to-end/harness/rollcall.ts';

const pictures = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the start screen', async ({ rollcall }) => {
      const page = await rollcall.start();
      await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
      await page.screenshot({ path: `${pictures}start-${colorScheme}.png` });
    });

    test('the grid with a problem said', async ({ rollcall }) => {
      const page = await rollcall.start();
      await openSample(page);
      await gridOf(page).cell(3, 'email').click();
      await expect(page.getByRole('contentinfo')).toContainText('two @ signs');
      await page.screenshot({ path: `${pictures}grid-${colorScheme}.png` });
    });

    test('exporting', async ({ rollcall }) => {
      const page = await rollcall.start();
      await openSample(page);
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.screenshot({ path: `${pictures}export-${colorScheme}.png`, animations: 'disabled' });
    });
  });
