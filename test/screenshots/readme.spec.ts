import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { gridOf } from '../end-to-end/harness/grid-page.ts';
import { expect, test } from '../end-to-end/harness/rollcall.ts';
import { KEY, SECRET } from '../end-to-end/harness/simulator.ts';
import { button, connect, panel } from '../end-to-end/harness/upload-page.ts';
import { demonstrationTeam } from '../simulator/seed-team.ts';
import { startQuietSimulator } from '../simulator/start-quiet-simulator.ts';

const pictures = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the start screen', async ({ rollcall }) => {
      const page = await rollcall.start();
      await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
      await page.screenshot({ path: `${pictures}start-${colorScheme}.png` });
    });

    test('the grid with a problem said', async ({ rollcall }) => {
      const page = await rollcall.start();
      await openSample(page);
      await gridOf(page).cell(3, 'email').click();
      await expect(page.getByRole('contentinfo')).toContainText('two @ signs');
      await page.screenshot({ path: `${pictures}grid-${colorScheme}.png` });
    });

    test('exporting', async ({ rollcall }) => {
      const page = await rollcall.start();
      await openSample(page);
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.screenshot({ path: `${pictures}export-${colorScheme}.png`, animations: 'disabled' });
    });
  });

test.describe('what the grid does', () => {
  test.use({ viewport: { width: 900, height: 560 } });

  test('finding a Team Leader', async ({ rollcall }) => {
    const page = await rollcall.start();
    await openSample(page);
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.type('team leader');
    await page.getByRole('option', { name: 'Go to column Team Leader' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('an');
    await expect(page.locator('.rc-panel').getByRole('option').first()).toBeVisible();
    await page.screenshot({ path: `${pictures}leader.png`, animations: 'disabled' });
  });

  test('replacing a domain', async ({ rollcall }) => {
    const page = await rollcall.start();
    await openSample(page);
    await page.keyboard.press('Control+h');
    await page.keyboard.type('@acme.example');
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: 'Replace with' }).fill('@acme.test');
    await expect(page.getByText(/ of \d+/)).toBeVisible();
    await page.screenshot({ path: `${pictures}replace.png`, animations: 'disabled' });
  });

  test('the commands for a selection', async ({ rollcall }) => {
    const page = await rollcall.start();
    await openSample(page);
    const grid = gridOf(page);
    await grid.cell(1, 'email').click();
    await grid.cell(6, 'firstName').click({ modifiers: ['Shift'] });
    await grid.cell(4, 'employeeId').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await page.screenshot({ path: `${pictures}menu.png`, animations: 'disabled' });
  });

  test('a problem and its fix', async ({ rollcall }) => {
    const page = await rollcall.start();
    await openSample(page);
    await gridOf(page).cell(2, 'canManageTeams').hover();
    await expect(page.getByRole('button', { name: 'Change to y' })).toBeVisible();
    await page.screenshot({ path: `${pictures}fix.png`, animations: 'disabled' });
  });
});

test.describe('what another file brings', () => {
  test('columns in doubt', async ({ rollcall }) => {
    const page = await rollcall.start(await rollcall.fixture('personnel-list.csv'));
    await expect(page.getByRole('dialog')).toContainText('Which column is what?');
    await expect(page.getByRole('dialog')).toContainText('All 4 fit');
    await page.screenshot({ path: `${pictures}mapping.png`, animations: 'disabled' });
  });

  test('people of a second file', async ({ rollcall }) => {
    await rollcall.fixture('newcomers.csv');
    const page = await rollcall.start();
    await openSample(page);
    await page.keyboard.press('Control+Shift+o');
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /newcomers/ })
      .dblclick();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Changed/ })
      .click();
    await page.screenshot({ path: `${pictures}merge.png`, animations: 'disabled' });
  });
});

test.describe('an upload', () => {
  test.use({ testServers: true });

  test('is planned, and says what came of it', async ({ rollcall }) => {
    const simulator = await startQuietSimulator({
      key: KEY,
      secret: SECRET,
      directory: demonstrationTeam(45),
    });
    const page = await rollcall.start();
    await openSample(page);
    await page.keyboard.press('Control+Shift+Period');
    await page.getByRole('button', { name: 'Hide this message' }).click();
    await connect(page, simulator);
    await page.keyboard.press('Control+Shift+U');
    await expect(button(page, /^Go on/)).toBeVisible();
    await page.screenshot({ path: `${pictures}plan.png`, animations: 'disabled' });
    await button(page, /^Go on/).click();
    await button(page, /^Create \d+ people/).click();
    await expect(panel(page).getByText('Report')).toBeVisible();
    await expect(button(page, 'Save report…')).toBeVisible({ timeout: 60_000 });
    await page.screenshot({ path: `${pictures}report.png`, animations: 'disabled' });
    await simulator.close();
  });
});
