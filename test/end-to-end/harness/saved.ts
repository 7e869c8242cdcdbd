import type { Page } from 'playwright/test';
import { gridOf } from './grid-page.ts';
import { expect } from './rollcall.ts';

/** Types a home town into the first row. */
export async function typeTown(page: Page, town: string): Promise<void> {
  await gridOf(page).cell(0, 'homeTown').click();
  await page.keyboard.type(town);
  await page.keyboard.press('Enter');
}

/** Whether the roster is saved, as the status bar, the title and the file's button say it. */
export async function expectSaved(page: Page, name: string, saved = true): Promise<void> {
  await expect(page.locator('.status-saved')).toHaveText(saved ? 'Saved' : 'Not saved');
  await expect(page).toHaveTitle(`${saved ? '' : '• '}${name} – Rollcall`);
  await expect(
    page.getByRole('banner').getByRole('button', { name, exact: false }).first(),
  ).toHaveAccessibleName(saved ? name : `${name}, not saved`);
}
