import { expect, test } from './harness/electron.ts';

test.describe('in Electron', () => {
  test('opens a roster and shows its problems', async ({ launchElectron, rollcall }) => {
    const app = await launchElectron(await rollcall.fixture('people.txt'));
    const page = await app.firstWindow();
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByText('bob@@').first()).toBeVisible();
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1);
  });

  test('walls the window off: no Node, one door, no way out', async ({ launchElectron }) => {
    const app = await launchElectron();
    const page = await app.firstWindow();
    await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\//);
    expect(
      await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis)),
    ).toEqual([]);
    await page.evaluate(() => window.open('https://example.com/'));
    expect(app.windows()).toHaveLength(1);
  });
});
