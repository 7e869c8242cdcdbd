import { expect, test } from '../harness/electron.ts';

test.describe('security 12, 13: the window is walled off', () => {
  test('has no Node in it, and opens no other window', async ({ desktop }) => {
    const page = await desktop.start();
    await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
    expect(page.url()).toBe('app://rollcall/');
    expect(
      await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis)),
    ).toEqual([]);
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
    expect(desktop.app.windows()).toHaveLength(1);
  });
});
