import { join } from 'node:path';
import { expect, test } from './harness/electron.ts';
import { mendAndExport } from './harness/journey.ts';

test.describe('in Electron', () => {
  test('opens a file of LibreOffice’s, mends it and exports what is right', async ({
    launchElectron,
    rollcall,
  }) => {
    const app = await launchElectron(await rollcall.fixture('people.txt'));
    // The system's own dialog is out of a test's reach, so its answer is given here.
    await app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      },
      join(rollcall.folder, 'for agent connect.txt'),
    );
    await mendAndExport(await app.firstWindow(), rollcall.folder, () => Promise.resolve());
  });

  test('security 12, 13: walls the window off: no Node, one door, no way out', async ({ launchElectron }) => {
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
