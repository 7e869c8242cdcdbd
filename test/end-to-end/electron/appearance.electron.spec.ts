import type { Page } from 'playwright/test';
import { type Desktop, expect, test } from '../harness/electron.ts';

/** How light the window's ground is, from 0 to 1. */
async function lightness(page: Page): Promise<number> {
  const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const parts = [...color.matchAll(/[\d.]+/g)].slice(0, 3).map(([part]) => Number(part) / 255);
  return Math.max(...parts);
}

const showAs = ({ app }: Desktop, source: 'light' | 'dark'): Promise<void> =>
  app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, source);

test('the window is light or dark as the system is, and follows it at once', async ({ desktop }) => {
  const page = await desktop.start(await desktop.fixture('people.txt'));
  await expect(page.getByRole('contentinfo')).toContainText('40 rows');
  await showAs(desktop, 'dark');
  await expect.poll(() => lightness(page)).toBeLessThan(0.2);
  await showAs(desktop, 'light');
  await expect.poll(() => lightness(page)).toBeGreaterThan(0.9);
});

test('the window behind the page has the page’s background, light and dark', async ({ desktop }) => {
  const page = await desktop.start();
  const colors = async () => [
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor()),
    await page.evaluate(() => {
      const parts = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
      return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
    }),
  ];
  for (const look of ['dark', 'light'] as const) {
    await showAs(desktop, look);
    await expect.poll(async () => (await lightness(page)) > 0.5).toBe(look === 'light');
    await expect.poll(async () => new Set(await colors()).size).toBe(1);
  }
});

test('Ctrl and plus, minus and nought zoom the window', async ({ desktop, display }) => {
  test.skip(display.noKeys !== null, display.noKeys ?? '');
  const page = await desktop.start();
  await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
  const zoom = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
  await display.press('ctrl+plus');
  await expect.poll(zoom).toBeGreaterThan(0);
  await display.press('ctrl+0');
  await expect.poll(zoom).toBe(0);
  await display.press('ctrl+minus');
  await expect.poll(zoom).toBeLessThan(0);
});
