import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { answerSaveDialog, type Desktop, expect, standIn, test } from '../harness/electron.ts';
import { openPeople } from '../harness/grid-page.ts';

/** Exports a roster without problems, and answers where to. */
async function exported(desktop: Desktop): Promise<{ readonly page: Page; readonly file: string }> {
  await openPeople(desktop, {}, {});
  const page = await desktop.app.firstWindow();
  const file = join(desktop.folder, 'für Agent Connect.txt');
  await answerSaveDialog(desktop.app, file);
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Export 2 rows' }).click();
  await expect(page.getByRole('dialog', { name: '2 rows written' })).toBeVisible();
  return { page, file };
}

test('what was exported is shown in its folder', async ({ desktop }) => {
  const { page, file } = await exported(desktop);
  const shown = await standIn(desktop.app, 'shell', 'showItemInFolder', undefined);
  await page.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(shown).toEqual([[file]]);
});

test('what was exported is dragged out of the window, as the file that it is', async ({ desktop }) => {
  const { page, file } = await exported(desktop);
  await page.getByRole('button', { name: 'Back to the roster' }).click();
  await page.keyboard.press('Control+Shift+u');
  await page.getByRole('button', { name: 'Hand over by file…' }).click();
  // The system takes the pointer for the drag, and a test has no other window to drop it in.
  const dragged = await desktop.app.evaluateHandle(({ BrowserWindow }) => {
    const drags: unknown[] = [];
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined)
      window.webContents.startDrag = ({ file, icon }) =>
        drags.push({ file, hasIcon: typeof icon === 'object' && !icon.isEmpty() });
    return drags;
  });
  const handle = page.locator('.hand-over-drag');
  await expect(handle).toHaveText('für Agent Connect.txt');
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(5, 5, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => dragged.jsonValue()).toEqual([{ file, hasIcon: true }]);
});
