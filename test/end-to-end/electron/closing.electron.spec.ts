import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { type Desktop, expect, test } from '../harness/electron.ts';
import { gridOf, openPeople } from '../harness/grid-page.ts';

/** Opens a roster and changes it. */
async function openUnsaved(desktop: Desktop): Promise<Page> {
  const grid = await openPeople(desktop, {});
  const page = await desktop.app.firstWindow();
  await grid.cell(0, 'homeTown').click();
  await page.keyboard.type('Galway');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('• people.txt – Rollcall');
  return page;
}

const question = (page: Page): Locator =>
  page.getByRole('alertdialog', { name: 'Save the changes to “people.txt”?' });

/** As the button of the window's frame does. */
async function closeWindow({ app }: Desktop): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
}

const saved = async ({ folder }: Desktop): Promise<string> =>
  (await readFile(join(folder, 'people.txt'))).toString('utf16le');

test.describe('with unsaved changes', () => {
  test('closing the window asks; Cancel keeps it, Save saves and ends the app', async ({ desktop }) => {
    const page = await openUnsaved(desktop);
    await closeWindow(desktop);
    await question(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(question(page)).toBeHidden();
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
    expect(await saved(desktop)).not.toContain('Galway');

    await closeWindow(desktop);
    await desktop.endBy(question(page).getByRole('button', { name: 'Save', exact: true }));
    expect(await saved(desktop)).toContain('Galway');
  });

  test('quitting asks, as Cmd+Q does; Cancel goes on, Don’t save ends the app and offers nothing', async ({
    desktop,
  }) => {
    const page = await openUnsaved(desktop);
    const quit = () =>
      desktop.app.evaluate(({ app }) => {
        app.quit();
      });
    await quit();
    await question(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
    await quit();
    await desktop.endBy(question(page).getByRole('button', { name: 'Don’t save' }));
    expect(await saved(desktop)).not.toContain('Galway');

    const again = await desktop.start();
    await expect(again.getByRole('heading', { name: 'Recent' })).toBeVisible();
    await expect(again.getByRole('region', { name: 'Unsaved rosters' })).toBeHidden();
  });

  test('closing a second time, while the question is up, asks no second time and loses nothing', async ({
    desktop,
  }) => {
    const page = await openUnsaved(desktop);
    await closeWindow(desktop);
    await expect(question(page)).toBeVisible();
    await closeWindow(desktop);
    await closeWindow(desktop);
    await expect(page.getByRole('alertdialog')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await expect(page).toHaveTitle('• people.txt – Rollcall');
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
  });

  test('Alt+F4 asks, and its second press does no more', async ({ desktop, display }) => {
    test.skip(display.noKeys !== null, display.noKeys ?? '');
    const page = await openUnsaved(desktop);
    await display.press('alt+F4');
    await expect(question(page)).toBeVisible();
    await display.press('alt+F4');
    await expect(page.getByRole('alertdialog')).toHaveCount(1);
    await display.press('Return');
    await desktop.ended();
    expect(await saved(desktop)).toContain('Galway');
  });
});

test('with nothing unsaved, closing the window ends the app', async ({ desktop }) => {
  await openPeople(desktop, {});
  await closeWindow(desktop);
  await desktop.ended();
});
