import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeTests, type Page } from 'playwright/test';
import { chooseToSave } from './harness/choose-file.ts';
import { openPeople } from './harness/grid-page.ts';
import { closeOverlay, command, OVERLAYS } from './harness/overlays.ts';
import { expect, test as windowTest } from './harness/rollcall.ts';
import { test as simulatorTest } from './harness/simulator.ts';
import { button, connect, fromMenu, openNewcomers, panel, plan } from './harness/upload-page.ts';

const test = mergeTests(windowTest, simulatorTest);
const SIZES = [
  ['900 × 600', 900, 600],
  ['1280 × 800 at 200%', 640, 400],
] as const;

/** The sides of the grid, and what stands above it: each is opened, and closed by the same call. */
const PARTS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['upload', (page) => page.keyboard.press('Control+Shift+U')],
  ['find and replace', (page) => page.keyboard.press('Control+h')],
  ['adding an organization', (page) => fromMenu(page, 'Add an organization…')],
];

/** The controls in sight, but for the grid’s, that a pointer cannot come to, whatever is scrolled. */
async function outOfReach(page: Page): Promise<string[]> {
  // Menus and dialogs take a moment to come.
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[aria-hidden="true"]') === null;
    const open = 'dialog[open], [role="dialog"], [role="alertdialog"], [role="menu"]';
    const scope = [...document.querySelectorAll(open)].find(isSeen) ?? document.body;
    const controls = [
      ...scope.querySelectorAll('button, input, select, textarea, a[href], [role^="menuitem"]'),
    ].filter((control) => isSeen(control) && control.closest('.ag-root-wrapper, .unseen') === null);
    if (controls.length === 0) return ['nothing is there'];
    return controls.flatMap((control) => {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, width, height } = control.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      const own = [control, control.closest('label'), control.parentElement?.querySelector(':scope > label')];
      if (found !== null && own.some((one) => one?.contains(found) === true)) return [];
      const name = control.getAttribute('aria-label') ?? control.textContent.trim();
      return [`${control.tagName} “${name}” at ${left | 0},${top | 0}: ${found?.className ?? 'outside'}`];
    });
  });
}

/** Whether the open dialog scrolls as a whole, besides its body: a second scrollbar, and buttons that leave the sight. */
const scrollsAsAWhole = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    return dialog !== null && dialog.scrollHeight > dialog.clientHeight;
  });

for (const [name, width, height] of SIZES) {
  test(`in a window of ${name} everything can be reached`, async ({ rollcall, page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    const grid = await openPeople(rollcall, {}, { email: 'mailto:bob@acme.example', homeTown: ' Cork' });
    const overlay = page.locator('[role="menu"], [role="dialog"], dialog').first();
    expect(await outOfReach(page), 'the window').toEqual([]);
    await page.keyboard.press('Control+Shift+Period');
    await expect(page.getByRole('button', { name: 'Hide this message' })).toBeVisible();
    expect(await outOfReach(page), 'beneath a message').toEqual([]);
    await page.keyboard.press('Control+z');
    for (const [what, open] of OVERLAYS)
      await test.step(what, async () => {
        await grid.cell(1, 'role').click();
        await open(page);
        await expect(overlay).toBeVisible();
        expect.soft(await outOfReach(page), what).toEqual([]);
        expect.soft(await scrollsAsAWhole(page), what).toBe(false);
        await closeOverlay(page, overlay);
      });
    for (const [what, open] of PARTS)
      await test.step(what, async () => {
        await open(page);
        expect.soft(await outOfReach(page), what).toEqual([]);
      });
    await grid.cell(1, 'role').click();
    await page.keyboard.press('Delete');
    await command(page, 'Close roster');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    expect(await outOfReach(page), 'closing with changes').toEqual([]);
  });

  test(`in a window of ${name} an upload can be planned and confirmed`, async ({
    rollcall,
    page,
    simulator,
  }) => {
    await page.setViewportSize({ width, height });
    await openNewcomers(rollcall, 5);
    await connect(page, simulator, true);
    await plan(page, 5);
    expect(await outOfReach(page), 'the plan').toEqual([]);
    await button(page, /^Go on with 5 people/).click();
    await expect(panel(page)).toContainText('Confirm');
    expect(await outOfReach(page), 'the confirmation').toEqual([]);
  });
}

for (const [width, height] of [
  [900, 600],
  [450, 300],
] as const)
  test(`in ${width} × ${height} all answers of a question can be reached`, async ({ rollcall, page }) => {
    await page.setViewportSize({ width, height });
    const grid = await openPeople(rollcall, {});
    await page.keyboard.press('Control+Shift+s');
    await chooseToSave(page, `${'the-staff-of-november-'.repeat(4)}.xls`);
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('old kind');
    expect.soft(await outOfReach(page), 'another name').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await grid.cell(0, 'role').click();
    await page.keyboard.press('Delete');
    await writeFile(join(rollcall.folder, 'people.txt'), 'theirs');
    await page.keyboard.press('Control+s');
    await expect(question).toContainText('Someone else');
    expect.soft(await outOfReach(page), 'changed on disk').toEqual([]);
  });

test('at 900 × 600 and 200% the note of an export has lines of words', async ({ rollcall, page }) => {
  await page.setViewportSize({ width: 450, height: 300 });
  await openPeople(rollcall, {});
  await page.keyboard.press('Control+e');
  const note = page.getByText('Agent Connect’s Bulk Create takes this.');
  await expect(note).toBeVisible();
  expect(await note.evaluate((element) => element.clientHeight)).toBeLessThan(60);
});
