import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { anotherWindow } from './harness/another-window.ts';
import { chooseToOpen, chooseToSave } from './harness/choose-file.ts';
import { expectKept } from './harness/expect-kept.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const refused = (page: Page) => page.getByRole('alertdialog');

async function typeTown(page: Page, town: string): Promise<void> {
  await gridOf(page).cell(0, 'homeTown').click();
  await page.keyboard.type(town);
  await page.keyboard.press('Enter');
}

/** Leaves the window’s page as the closing of its tab does. */
async function leave(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto('about:blank');
}

test.describe('a file that is open in another window', () => {
  test('security 5: is not opened a second time until it is closed there', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const other = await anotherWindow(rollcall, join(rollcall.folder, 'people.txt'));
    await expect(refused(other.page)).toContainText('“people.txt” was not opened');
    await expect(refused(other.page)).toContainText('is open in another Rollcall on this computer');
    await other.page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'people.txt' }).first().click();
    await page.getByRole('menuitem', { name: 'Close roster' }).click();
    await expect(page.getByRole('heading', { name: 'Recent' })).toBeVisible();
    await chooseToOpen(other.page, 'people.txt');
    await expect(gridOf(other.page).cell(0, 'homeTown')).toHaveText('Cork');
    await chooseToOpen(page, 'people.txt');
    await expect(refused(page)).toContainText('is open in another Rollcall on this computer');
    await other.end();
  });

  test('security 5: is not saved over by the other one, which keeps its work', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const before = await readFile(join(rollcall.folder, 'people.txt'));
    const other = await anotherWindow(rollcall);
    await other.page.getByRole('button', { name: 'Open the sample' }).click();
    await typeTown(other.page, 'Galway');
    await other.page.keyboard.press('Control+s');
    await chooseToSave(other.page, 'people.txt');
    await expect(refused(other.page)).toContainText('Nothing was saved');
    await expect(refused(other.page)).toContainText('is open in another Rollcall on this computer');
    await other.page.keyboard.press('Escape');
    await expect(gridOf(other.page).cell(0, 'homeTown')).toHaveText('Galway');
    expect(await readFile(join(rollcall.folder, 'people.txt'))).toEqual(before);
    await typeTown(page, 'Sligo');
    await page.keyboard.press('Control+s');
    await expect(page).toHaveTitle('people.txt – Rollcall');
    await leave(other.page);
    await other.end();
  });
});

test('security 4, 5: a tab that is closed leaves its file and its unsaved changes to the next window at once', async ({
  rollcall,
  page,
}) => {
  await openPeople(rollcall, {});
  await typeTown(page, 'Galway');
  await expect(page).toHaveTitle('• people.txt – Rollcall');
  await expectKept(rollcall, 'Galway');
  await leave(page);
  const other = await anotherWindow(rollcall);
  const unsaved = other.page.getByRole('region', { name: 'Unsaved rosters' });
  await expect(unsaved.getByRole('listitem')).toContainText('1 change not saved');
  await unsaved.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(gridOf(other.page).cell(0, 'homeTown')).toHaveText('Galway');
  await other.page.keyboard.press('Control+s');
  await expect(other.page).toHaveTitle('people.txt – Rollcall');
  await other.end();
});
