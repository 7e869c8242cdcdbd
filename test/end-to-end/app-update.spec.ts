import type { Page } from 'playwright/test';
import type { AppUpdateState } from '../../shared/contract/app-update-calls.ts';
import { failed } from '../../shared/failures/failures.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

/** Lets the host say what the desktop app's would, which a browser's never does; answers what it was asked to do. */
async function answerAs(page: Page, state: AppUpdateState): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**/call/appUpdate.*', async (route) => {
    const call = route.request().url().split('/call/')[1] ?? '';
    if (call !== 'appUpdate.read') asked.push(call);
    const value = call === 'appUpdate.read' ? { state } : {};
    await route.fulfill({ json: { ok: true, value } });
  });
  return asked;
}

const notice = (page: Page) => page.getByRole('region', { name: 'Newer version' });

test.describe('a newer version', () => {
  test('security 30: is not spoken of where there is no channel', async ({ rollcall }) => {
    const page = await rollcall.start();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await page.keyboard.press('F1');
    await page.keyboard.type('Check for updates');
    await expect(page.getByText('Check for updates…')).toBeHidden();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'All commands' }).click();
    await page.getByRole('menuitem', { name: 'Help', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Copy diagnostics…' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Check for updates…' })).toBeHidden();
  });

  test('is offered quietly, and downloaded when asked for', async ({ rollcall, page }) => {
    const asked = await answerAs(page, { kind: 'available', version: '0.2.0' });
    await rollcall.start();
    await expect(notice(page)).toContainText('Rollcall 0.2.0 is available');
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await page.getByRole('button', { name: 'Rollcall 0.2.0 is available' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rollcall 0.2.0 is available' });
    await expect(dialog).toContainText('downloaded only if you want it');
    await assertAccessible(page);
    expect(asked).toEqual([]);
    await dialog.getByRole('button', { name: 'Download' }).click();
    await expect.poll(() => asked).toEqual(['appUpdate.download']);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('is stopped while it is downloaded', async ({ rollcall, page }) => {
    const asked = await answerAs(page, { kind: 'downloading', version: '0.2.0', percent: 45 });
    await rollcall.start();
    await expect(notice(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '45');
    await notice(page).getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => asked).toEqual(['appUpdate.stop']);
  });

  test('is installed after the same questions as closing the window', async ({ rollcall, page }) => {
    const asked = await answerAs(page, { kind: 'ready', version: '0.2.0' });
    await rollcall.start();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await gridOf(page).cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    const sign = page.getByRole('button', { name: 'Rollcall 0.2.0 is ready' });
    await sign.click();
    await page.getByRole('button', { name: 'Restart and update' }).click();
    const question = page.getByRole('alertdialog', { name: /^Save the changes/ });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    expect(asked).toEqual([]);
    await sign.click();
    await page.getByRole('button', { name: 'Restart and update' }).click();
    await question.getByRole('button', { name: 'Don’t save' }).click();
    await expect.poll(() => asked).toEqual(['appUpdate.restart']);
  });

  test('is looked for when the user asks, who is told what came of it', async ({ rollcall, page }) => {
    const failure = failed('appUpdate.unreachable', {});
    const asked = await answerAs(page, { kind: 'failed', version: null, failure });
    await rollcall.start();
    await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
    // What failed without a version is for who asks.
    await expect(notice(page)).toBeHidden();
    await page.keyboard.press('F1');
    await expect(page.getByRole('combobox', { name: /^Command/ })).toBeFocused();
    await page.keyboard.type('Check for updates');
    // The command is there once the page has heard that there is a channel.
    await expect(page.getByRole('option', { name: /^Check for updates…/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Could not look for a newer version' });
    await expect(dialog.getByRole('alert')).toContainText('cannot be reached');
    await assertAccessible(page);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => asked).toEqual(['appUpdate.look', 'appUpdate.look']);
  });
});
