import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerSaveDialog, expect, test } from '../harness/electron.ts';
import { openPeople } from '../harness/grid-page.ts';

/** Drops a file on the window as the system does: by its path, which only the preload learns. */
async function dropPath(page: Page, path: string): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await chromium.send('Input.dispatchDragEvent', {
      type,
      x: 300,
      y: 300,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
}

test('a file that was just exported is known when it falls back on the window; another one is not', async ({
  desktop,
}) => {
  await openPeople(desktop, {});
  const page = await desktop.app.firstWindow();
  const exported = join(desktop.folder, 'for agent connect.txt');
  await answerSaveDialog(desktop.app, exported);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export 1 row' }).click();
  await page.getByRole('button', { name: 'Back to the roster' }).click();

  await dropPath(page, exported);
  const known = page.getByRole('dialog', { name: '“for agent connect.txt” is the file you exported' });
  await expect(known).toContainText('drop it on the page in your browser');
  await page.keyboard.press('Escape');

  await dropPath(page, await desktop.fixture('people.txt'));
  await expect(page.getByRole('dialog', { name: 'What is “people.txt” for?' })).toBeVisible();
  await page.keyboard.press('Escape');

  // Wherever it was copied to before it was dropped.
  const copy = join(desktop.folder, 'desktop', 'for agent connect.txt');
  await mkdir(join(desktop.folder, 'desktop'));
  await copyFile(exported, copy);
  await dropPath(page, copy);
  await expect(known).toBeVisible();
});
