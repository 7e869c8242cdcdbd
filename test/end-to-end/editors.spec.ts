import type { Page } from 'playwright/test';
import type { ColumnKey } from '../../shared/person/catalogue.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

/** Milliseconds between two keys of someone who types faster than anyone does. */
const FAST = 5;

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

/** The entries of the editor's own list; other parts of the window have lists too. */
const options = (page: Page) => page.locator('.rc-panel').getByRole('option');

test('a text stays where it is when its cell is focused, and fits the editor that opens', async ({
  rollcall,
  page,
}) => {
  const grid = await openPeople(rollcall, {}, {});
  const cell = grid.cell(1, 'homeTown');
  const textLeft = () =>
    cell.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().left;
    });
  const before = await textLeft();
  await cell.click();
  expect(await textLeft()).toBe(before);
  await page.keyboard.press('F2');
  const editor = page.locator('.rc-editor');
  const { left, overflow } = await editor.evaluate((field) => {
    const { paddingLeft, borderLeftWidth } = getComputedStyle(field);
    const inset = Number.parseFloat(paddingLeft) + Number.parseFloat(borderLeftWidth);
    return {
      left: field.getBoundingClientRect().left + inset,
      overflow: field.scrollHeight - field.clientHeight,
    };
  });
  expect(left).toBe(before);
  expect(overflow).toBe(0);
});

test.describe('typing', () => {
  const TEXTS = [
    ['role', 'Team Leader'],
    ['role', 'Team Leaders of tomorrow'],
    ['email', 'new.address@acme.example'],
    ['profile', 'Likes the sea, and tea.'],
    ['teamLeader', 'someone.else@acme.example'],
    ['employmentStatus', 'Full Timer'],
    ['startDate', '31/02/2026 or so'],
    ['groups', 'Support, Tier 2'],
  ] as const satisfies readonly (readonly [ColumnKey, string])[];

  test('loses no key in any kind of cell, and Enter keeps the text', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    for (const [key, text] of TEXTS)
      await test.step(`“${text}” in ${key}`, async () => {
        await grid.cell(1, key).click();
        for (let row = 1; row <= 2; row += 1) {
          await page.keyboard.type(text, { delay: FAST });
          await page.keyboard.press('Enter');
        }
        expect(await grid.texts(key, 3)).toEqual([expect.anything(), text, text]);
        await page.keyboard.press('Control+z');
        await expect(grid.cell(2, key)).not.toHaveText(text);
        await expect(grid.cell(1, key)).toHaveText(text);
      });
  });

  test('goes through choices with Tab as fast as through texts', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'role').click();
    for (const [text, key] of [
      ['Admin', 'Tab'],
      ['y', 'Tab'],
      ['ann@acme.example', 'Enter'],
    ] as const) {
      await page.keyboard.type(text, { delay: FAST });
      await page.keyboard.press(key);
    }
    await expect(grid.cell(1, 'role')).toHaveText('Admin');
    await expect(grid.cell(1, 'canManageTeams')).toHaveText('✓');
    await expect(grid.cell(1, 'email')).toHaveText('ann@acme.example');
  });

  test('an input method keeps its first letter in each kind of list', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    const devtools = await page.context().newCDPSession(page);
    const keyDown = {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'KeyK',
      windowsVirtualKeyCode: 229,
    } as const;
    for (const key of ['role', 'groups', 'teamLeader', 'startDate', 'employmentStatus'] as const)
      await test.step(key, async () => {
        await grid.cell(1, key).click();
        await devtools.send('Input.dispatchKeyEvent', keyDown);
        await devtools.send('Input.imeSetComposition', { text: 'ち', selectionStart: 1, selectionEnd: 1 });
        await devtools.send('Input.imeSetComposition', { text: 'ちー', selectionStart: 2, selectionEnd: 2 });
        await devtools.send('Input.insertText', { text: '隊長' });
        await page.keyboard.press('Enter');
        await expect(grid.cell(1, key)).toHaveText('隊長');
      });
  });

  test('survives scrolling, clicking elsewhere and an undo in between', async ({ rollcall, page }) => {
    const people = Array.from({ length: 80 }, () => ({}));
    const grid = await openPeople(rollcall, ...people);
    await grid.cell(1, 'role').click();
    await page.keyboard.type('Chief of s', { delay: FAST });
    await page.mouse.wheel(0, 1500);
    await page.waitForTimeout(100);
    await page.keyboard.type('taff', { delay: FAST });
    await page.mouse.wheel(0, -1500);
    await page.waitForTimeout(100);
    await grid.cell(3, 'groups').click();
    await expect(grid.cell(1, 'role')).toHaveText('Chief of staff');
    await page.keyboard.type('{Sup', { delay: FAST });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(grid.cell(3, 'groups')).toHaveText('');
    await expect(grid.cell(1, 'role')).toHaveText('Chief of staff');
    await page.keyboard.press('Control+y');
    await expect(grid.cell(3, 'groups')).toHaveText('{Sup');
  });
});

test.describe('a list of choices', () => {
  test('completes what only one value can mean, as Excel does', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    await grid.cell(1, 'role').click();
    await page.keyboard.type('ad', { delay: FAST });
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'role')).toHaveText('Admin');
    await page.keyboard.type('ad');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expect(grid.cell(2, 'role')).toHaveText('ad');
  });

  test('Escape closes it first and cancels then', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(1, 'role').click();
    await page.keyboard.type('Te');
    await expect(options(page)).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(options(page)).toHaveCount(0);
    expect(await grid.focus()).toBe('1 role editing');
    await page.keyboard.press('Escape');
    expect(await grid.focus()).toBe('1 role');
    await expect(grid.cell(1, 'role')).toHaveText('Team Member');
  });

  test('opens by Alt+Down on the current value, and arrows and Enter take another', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    await grid.cell(1, 'role').click();
    await page.keyboard.press('Alt+ArrowDown');
    const field = page.getByRole('combobox', { name: 'Role' });
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(options(page)).toHaveText([/^Team Member/, /^Team Leader/, /^Admin/]);
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    const marked = await field.getAttribute('aria-activedescendant');
    await expect(page.locator(`[id="${marked ?? ''}"]`)).toContainText('Team Leader');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'role')).toHaveText('Team Leader');
    expect(await grid.focus()).toBe('2 role');
  });

  test('a click on an entry takes it and stays in the cell', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { employmentStatus: 'whatever' });
    await grid.cell(1, 'employmentStatus').dblclick();
    await expect(options(page)).toHaveText(['Full Time', 'Part Time', 'Temp']);
    await options(page).nth(1).click();
    await expect(grid.cell(1, 'employmentStatus')).toHaveText('Part Time');
    expect(await grid.focus()).toBe('1 employmentStatus');
  });

  test('never replaces a value that it does not know', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, { employmentStatus: 'whatever' });
    await grid.cell(1, 'employmentStatus').dblclick();
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'employmentStatus')).toHaveText('whatever');
    await expect(page.getByRole('button', { name: /undo/i }).first()).toBeDisabled();
  });

  test('stands above the cell where there is no room below', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, ...Array.from({ length: 24 }, () => ({})));
    await grid.cell(22, 'role').click();
    await page.keyboard.press('Alt+ArrowDown');
    const list = await page.locator('.rc-panel').boundingBox();
    const cell = await grid.cell(22, 'role').boundingBox();
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(cell?.y ?? 0);
  });
});

test.describe('y and n', () => {
  test('a click on the mark turns it, a click beside it selects', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    const cell = grid.cell(1, 'phoneChannel');
    await cell.click();
    await expect(cell).toHaveText('✓');
    await cell.getByText('✓').click();
    await expect(cell).toHaveText('–');
    await page.keyboard.type('y');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText('✓');
    await cell.dblclick();
    await options(page).filter({ hasText: 'no' }).click();
    await expect(cell).toHaveText('–');
  });
});

test.describe('groups', () => {
  test('are chosen by click and by keys, beside what is typed', async ({ rollcall, page }) => {
    const grid = await openPeople(
      rollcall,
      { groups: '{Support, Tier 2}' },
      { groups: '{Support}' },
      { groups: 'Sales; {Night' },
    );
    await grid.cell(1, 'groups').dblclick();
    await expect(options(page)).toHaveText([/Support/, /Tier 2/]);
    await options(page).nth(1).click();
    await expect(page.getByRole('combobox', { name: 'Group Assignments' })).toHaveValue('{Support, Tier 2}');
    await options(page).nth(0).click();
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'groups')).toHaveText('{Tier 2}');

    await page.keyboard.press('F2');
    await page.keyboard.press('Enter');
    await expect(grid.cell(2, 'groups')).toHaveText('Sales; {Night');

    await grid.cell(0, 'groups').click();
    await page.keyboard.type('tier', { delay: FAST });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(grid.cell(0, 'groups')).toHaveText('{Tier 2}');
  });
});

test('a profile has room for sentences and for lines', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, {}, {});
  await grid.cell(1, 'profile').click();
  await page.keyboard.type('First', { delay: FAST });
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('Second', { delay: FAST });
  const field = await page.getByRole('textbox', { name: 'Profile' }).boundingBox();
  expect(field?.height).toBeGreaterThan(100);
  await page.keyboard.press('Enter');
  await expect(grid.cell(1, 'profile')).toHaveText('First ↵ Second');
});

test('open lists have no accessibility violation', async ({ rollcall, page }) => {
  await openPeople(rollcall, { groups: '{Support, Tier 2}' }, {});
  const grid = gridOf(page);
  for (const key of ['role', 'groups', 'teamLeader', 'startDate'] as const) {
    await grid.cell(1, key).click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await assertAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
});
