import type { Locator, Page } from 'playwright/test';
import { AT, type ColumnKey } from '../../../shared/person/catalogue.ts';
import { gridOf } from './grid-page.ts';
import { expect } from './rollcall.ts';

const header = (page: Page, key: ColumnKey) => page.locator(`.ag-header-cell[col-id="cell-${AT[key]}"]`);

/** Everything that opens over the grid: its name, and how it is opened. */
export const OVERLAYS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'all commands',
    async (page) => {
      await page.getByRole('button', { name: 'All commands' }).click();
      await page.getByRole('menuitem', { name: 'View', exact: true }).click();
    },
  ],
  ['file menu', (page) => page.locator('.file-name').click()],
  ['menu of cells', (page) => page.keyboard.press('Shift+F10')],
  ['menu of rows', (page) => gridOf(page).gutter(1).click({ button: 'right' })],
  ['menu of columns', (page) => header(page, 'email').click({ button: 'right' })],
  [
    'column menu',
    async (page) => {
      await header(page, 'email').hover();
      await header(page, 'email').locator('.rc-header-menu').click();
    },
  ],
  ['filter', (page) => page.keyboard.press('Control+Shift+L')],
  ['columns', (page) => command(page, 'Columns…')],
  ['several rows', (page) => command(page, 'Set this column for several rows')],
  ['export', (page) => page.keyboard.press('Control+e')],
  ['open', (page) => page.keyboard.press('Control+o')],
  ['save as', (page) => page.keyboard.press('Control+Shift+s')],
  ['shortcuts', (page) => page.keyboard.press('Control+/')],
  ['palette', (page) => page.keyboard.press('F1')],
];

/** Runs a command by the palette. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
}

/** Closes what is open by Escape: of a submenu and its menu, one after the other. */
export async function closeOverlay(page: Page, overlay: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(overlay).toBeHidden({ timeout: 500 });
  }).toPass();
}
