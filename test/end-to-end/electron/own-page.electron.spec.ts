import type { Page } from 'playwright/test';
import { type Desktop, expect, test } from '../harness/electron.ts';

/** Sends the window to an address as a script in its page would. */
async function leaveFor(page: Page, address: string): Promise<void> {
  // The page may be gone before it answers.
  await page
    .evaluate((to) => {
      location.href = to;
    }, address)
    .catch(() => undefined);
}

/** Where the window is, whether it is the page of before, and what it shows. */
async function shown(desktop: Desktop): Promise<unknown> {
  return desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "[location.href, 'before' in globalThis, document.querySelector('h1')?.textContent]",
    ),
  );
}

test.describe('security 13: a script that sends the window elsewhere', () => {
  // Chromium gives `about:` pages the origin of the page that goes there, and tells no app before.
  for (const address of ['about:blank', 'about:blank#a', 'about:settings'])
    test(`is led back from ${address}`, async ({ desktop }) => {
      const page = await desktop.start();
      await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
      await page.evaluate(() => Object.assign(globalThis, { before: true }));
      await leaveFor(page, address);
      // The page that is led back to is another one.
      await expect.poll(() => shown(desktop)).toEqual(['app://rollcall/', false, 'Rollcall']);
      expect(desktop.app.windows()).toHaveLength(1);
    });
});

test('security 14: a page that is not the app’s has no bridge to the host', async ({ desktop }) => {
  const page = await desktop.start();
  const hasBridge = () => page.evaluate(() => 'rollcall' in window);
  expect(await hasBridge()).toBe(true);
  // As in the moment before the window is led back.
  await desktop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('did-navigate');
  });
  await leaveFor(page, 'about:blank');
  await expect.poll(() => page.url()).toBe('about:blank');
  expect(await page.evaluate(() => self.origin)).toBe('app://rollcall');
  expect(await hasBridge()).toBe(false);
});
