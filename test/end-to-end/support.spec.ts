import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

async function choose(page: Page, command: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
}

const files = (rollcall: Rollcall): Promise<string[]> => readdir(rollcall.userData, { recursive: true });

test.describe('help', () => {
  test('security 19: copies exactly the diagnostics that it shows, which name nobody', async ({
    rollcall,
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPeople(rollcall, {}, {});
    await choose(page, 'Copy diagnostics');
    const dialog = page.getByRole('dialog', { name: 'Diagnostics for support' });
    const text = dialog.getByRole('region', { name: 'What is copied' });
    await expect(text).toContainText('in a browser');
    await expect(text).toContainText(' start ');
    await assertAccessible(page);
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(dialog.getByRole('status')).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await text.textContent());
    const log = await readFile(join(rollcall.userData, 'logs/rollcall.log'), 'utf8');
    for (const secret of ['people', '.txt', '@', rollcall.folder, 'acme'])
      for (const told of [copied, log]) expect(told.toLowerCase()).not.toContain(secret);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('security 6, 19: removes all that is kept here, and ends', async ({ rollcall, page }) => {
    // The host ends, and the page that says so stays.
    rollcall.tolerate(/ERR_CONNECTION/);
    await openPeople(rollcall, {}, {});
    await gridOf(page).cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    await expect.poll(() => files(rollcall)).toContainEqual(expect.stringMatching(/^drafts.+\.jsonl$/));

    await choose(page, 'Remove local data');
    await page.getByRole('button', { name: 'Don’t save' }).click();
    const question = page.getByRole('alertdialog', { name: 'Remove local data?' });
    await expect(question).toContainText('Every file that you opened, saved or exported');
    await assertAccessible(page);
    await question.getByRole('button', { name: 'Keep everything' }).click();
    expect(await files(rollcall)).toContain('recent-files.json');

    await choose(page, 'Remove local data');
    await page.getByRole('button', { name: 'Don’t save' }).click();
    await question.getByRole('button', { name: 'Remove local data' }).click();
    const removed = page.getByRole('alertdialog', { name: 'Local data removed' });
    await expect(removed.getByRole('button', { name: 'Close Rollcall' })).toBeFocused();
    expect(await files(rollcall)).toEqual([]);
    await removed.getByRole('button', { name: 'Close Rollcall' }).click();
    await expect(removed).toContainText('Rollcall has ended. Close this tab.');
    await expect.poll(() => files(rollcall)).toEqual([]);
    expect((await readdir(rollcall.folder)).length).toBeGreaterThan(0);
  });
});
