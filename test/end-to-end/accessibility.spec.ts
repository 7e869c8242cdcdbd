import type { Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { openPeople } from './harness/grid-page.ts';
import { closeOverlay, command, OVERLAYS } from './harness/overlays.ts';
import { expect, test } from './harness/rollcall.ts';

test('nothing that opens has an accessibility violation', async ({ rollcall, page }) => {
  test.slow();
  const grid = await openPeople(rollcall, {}, { email: 'mailto:bob@acme.example', homeTown: ' Cork' });
  const overlay = page.locator('[role="menu"], [role="dialog"], dialog').first();
  for (const [name, open] of OVERLAYS)
    await test.step(name, async () => {
      await grid.cell(1, 'homeTown').click();
      await open(page);
      await expect(overlay).toBeVisible();
      await assertAccessible(page);
      await closeOverlay(page, overlay);
    });
  await test.step('closing with changes', async () => {
    await grid.cell(1, 'homeTown').click();
    await page.keyboard.press('Delete');
    await command(page, 'Close roster');
    await expect(overlay).toBeVisible();
    await assertAccessible(page);
  });
});

test.describe('the card of a problem', () => {
  test('does not come behind a menu that the keys opened', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { email: 'a@@b' });
    const card = page.getByRole('group', { name: 'Problems here' });
    await grid.cell(1, 'email').focus();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    // Longer than a card waits.
    await page.waitForTimeout(500);
    await expect(card).toBeHidden();
  });
});

test('where the system asks for no motion, nothing moves', async ({ rollcall, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const grid = await openPeople(rollcall, {}, { email: 'a@@b' });
  await grid.cell(1, 'email').click();
  await page.getByRole('button', { name: 'All commands' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part === '' ? null : part);
        const isStill =
          /^(0s(, )?)+$/.test(style.transitionDuration) &&
          style.animationName === 'none' &&
          style.scrollBehavior === 'auto';
        return isStill ? [] : [`${element.className}${part}`];
      }),
    ),
  );
  expect(moving).toEqual([]);
});

/** What assistive technology is told of the element with the focus, by the browser's own accessibility tree. */
async function heard(page: Page): Promise<Record<string, unknown>> {
  const client = await page.context().newCDPSession(page);
  const { result } = await client.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await client.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId ?? '',
    fetchRelatives: false,
  });
  const [node] = nodes;
  const invalid = node?.properties?.find(({ name }) => name === 'invalid')?.value.value as unknown;
  await client.detach();
  return {
    role: node?.role?.value as unknown,
    name: node?.name?.value as unknown,
    description: node?.description?.value as unknown,
    invalid,
  };
}

test.describe('a screen reader', () => {
  test('hears which grid it is, what line, and how much is selected', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { email: 'bob@@acme.example' }, {});
    await expect(page.getByRole('grid', { name: 'People of the roster' })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: '3' })).toHaveText('3');
    const said = page.locator('.status-said');
    await grid.cell(1, 'email').click();
    await expect(said).toHaveText('');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(said).toHaveText('4 cells in 2 rows');
    await page.keyboard.press('Shift+Space');
    await expect(said).toHaveText('2 rows selected');
  });

  // Wide enough for every column: what is out of sight is not in the document.
  test.use({ viewport: { width: 2900, height: 800 } });

  test('hears the value, the problem and the place of the cell with the focus', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, { email: 'a@@b', phoneChannel: 'y', chatChannel: 'n' });
    await grid.cell(1, 'email').click();
    await expect(grid.cell(1, 'email')).toHaveAttribute('aria-invalid', 'true');
    expect(await heard(page)).toMatchObject({
      role: 'gridcell',
      name: 'a@@b',
      description: expect.stringContaining('two @ signs'),
      invalid: 'true',
    });
    await expect(page.locator('.ag-row[row-index="1"]').first()).toHaveAttribute('aria-rowindex', '3');
    await expect(grid.cell(1, 'email')).toHaveAttribute('aria-colindex', '4');
    await grid.cell(1, 'phoneChannel').focus();
    expect(await heard(page)).toMatchObject({ role: 'gridcell', name: 'yes' });
    await grid.cell(1, 'chatChannel').focus();
    expect(await heard(page)).toMatchObject({ role: 'gridcell', name: 'no' });
  });

  test('is told a problem once, however often the window is drawn', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { email: 'a@@b', employeeId: '1' }, {});
    const live = page.locator('.status-problem');
    await grid.cell(1, 'email').click();
    await expect(live).toContainText('two @ signs');
    await page.evaluate(() => {
      const region = document.querySelector('.status-problem');
      const count = { value: 0 };
      if (region)
        new MutationObserver((changes) => {
          count.value += changes.length;
        }).observe(region, { childList: true, characterData: true, subtree: true });
      Object.assign(window, { changesOfRegion: count });
    });
    const changes = () =>
      page.evaluate(
        () => (window as unknown as { changesOfRegion: { value: number } }).changesOfRegion.value,
      );
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+M');
    await expect(page.getByRole('complementary', { name: 'Problems' })).toBeHidden();
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => grid.focus()).toBe('1 email');
    await expect(live).toContainText('two @ signs');
    expect(await changes()).toBe(0);
  });
});
