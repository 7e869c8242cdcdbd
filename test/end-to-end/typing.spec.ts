import type { CDPSession, Page } from 'playwright/test';
import type { ColumnKey } from '../../shared/person/catalogue.ts';
import { gridOf, KINDS, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';
import { isProof } from '../tier.ts';

/** Milliseconds between two keys of someone who types faster than anyone does. */
const FAST = 5;

// Wide enough for every column: what is out of sight is not in the document.
test.use({ viewport: { width: 2900, height: 800 } });

/** A key that goes to an input method first. */
const PROCESSED = {
  type: 'rawKeyDown',
  key: 'Process',
  code: 'KeyT',
  windowsVirtualKeyCode: 229,
} as const;

/** A key that waits for its letter, as Windows and Linux send it: the letter comes with its accent. */
async function typeDeadKey(devtools: CDPSession, letter: string): Promise<void> {
  const dead = { key: 'Dead', code: 'Equal', windowsVirtualKeyCode: 187 } as const;
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dead });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...dead });
  const key = { key: letter, code: 'KeyE', windowsVirtualKeyCode: 69 } as const;
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...key });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

/** The same as a Mac sends it: the accent is composed with its letter. */
async function composeDeadKey(devtools: CDPSession, letter: string): Promise<void> {
  const dead = { key: 'Dead', code: 'KeyE', windowsVirtualKeyCode: 229 } as const;
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dead });
  await devtools.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await devtools.send('Input.insertText', { text: letter });
}

for (const [how, type] of [
  ['that is pressed', typeDeadKey],
  ['that is composed', composeDeadKey],
] as const)
  test(`a dead key ${how} keeps its letter in every editor`, async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const devtools = await page.context().newCDPSession(page);
    for (const key of KINDS) {
      await grid.cell(1, key).click({ position: { x: 4, y: 4 } });
      await type(devtools, 'é');
      await page.keyboard.type('ve', { delay: FAST });
      await page.keyboard.press('Enter');
      await expect(grid.cell(1, key)).toHaveText('éve');
    }
  });

test('a row is typed as fast as keys can follow each other', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, {}, {}, {});
  const TEXTS: readonly (readonly [ColumnKey, string])[] = [
    ['role', 'Coach of all'],
    ['canManageTeams', 'y'],
    ['email', 'zoe@acme.example'],
    ['employeeId', '0001234'],
    ['firstName', 'Zoë'],
    ['lastName', 'de la Cruz'],
    ['homeTown', 'Cork'],
    ['stateOrCountry', 'Ireland'],
    ['profile', 'Sails.'],
    ['phoneChannel', 'n'],
    ['chatChannel', 'maybe'],
    ['emailChannel', 'n'],
    ['teamLeader', 'nobody@acme.example'],
    ['employmentStatus', 'Full Timer'],
    ['startDate', '1 May 2026'],
    ['groups', '{Tier 2, Night}'],
  ];
  await grid.cell(1, 'role').click();
  for (const row of [1, 2]) {
    for (const [, text] of TEXTS) {
      await page.keyboard.type(text, { delay: FAST });
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    expect(await grid.focus()).toBe(`${row + 1} role`);
  }
  const MARKS: Readonly<Record<string, string>> = { y: '✓', n: '–' };
  for (const row of [1, 2])
    for (const [key, text] of TEXTS) await expect(grid.cell(row, key)).toHaveText(MARKS[text] ?? text);
});

test.describe('what is typed is kept', () => {
  const ELSEWHERE: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ['another cell', (page) => gridOf(page).cell(0, 'lastName').click()],
    ['a line number', (page) => gridOf(page).gutter(2).click()],
    ['a header', (page) => page.locator('.rc-header-name', { hasText: 'Home Town' }).click()],
    ['the space below the rows', (page) => page.mouse.click(900, 600)],
    ['the bar above', (page) => page.getByRole('button', { name: 'Export…' }).click()],
    ['the status bar', (page) => page.locator('footer.status').click({ position: { x: 600, y: 8 } })],
    [
      'nothing at all',
      (page) =>
        page.evaluate(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        }),
    ],
  ];

  test('by going elsewhere, wherever that is', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    for (const [nth, [place, go]] of ELSEWHERE.entries())
      await test.step(`to ${place}`, async () => {
        const text = `Zq ${nth}`;
        // Every place and every kind of cell, but each of one with each of the other only in the proof.
        for (const key of KINDS.filter((_, at) => isProof || (at + nth) % 3 === 0)) {
          await grid.cell(1, key).click({ position: { x: 4, y: 4 } });
          await page.keyboard.type(text, { delay: FAST });
          await go(page);
          await expect(grid.cell(1, key)).toHaveText(text);
          await page.keyboard.press('Escape');
        }
      });
  });

  test('while an input method still composes it', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {}, {});
    const devtools = await page.context().newCDPSession(page);
    for (const key of KINDS) {
      await grid.cell(1, key).click({ position: { x: 4, y: 4 } });
      await devtools.send('Input.dispatchKeyEvent', PROCESSED);
      await devtools.send('Input.imeSetComposition', { text: 'たい', selectionStart: 2, selectionEnd: 2 });
      await grid.cell(2, 'lastName').click();
      await expect(grid.cell(1, key)).toHaveText('たい');
    }
  });

  test('by wheel and page keys, in and out of sight', async ({ rollcall, page }) => {
    const people = Array.from({ length: 120 }, () => ({}));
    const grid = await openPeople(rollcall, ...people);
    for (const key of KINDS) {
      await grid.cell(1, key).click({ position: { x: 4, y: 4 } });
      await page.keyboard.type('Zq', { delay: FAST });
      await page.mouse.wheel(0, 2500);
      await page.waitForTimeout(60);
      await page.keyboard.type(' x', { delay: FAST });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Home');
      await expect(grid.cell(1, key)).toHaveText('Zq x');
    }
    await grid.cell(2, 'homeTown').click();
    await page.keyboard.type('Kept', { delay: FAST });
    await page.keyboard.press('PageDown');
    expect(await grid.focus()).not.toContain('editing');
    await page.keyboard.press('Control+Home');
    await expect(grid.cell(2, 'homeTown')).toHaveText('Kept');
    await grid.cell(2, 'homeTown').click();
    await page.keyboard.press('F2');
    await page.keyboard.press('PageDown');
    await page.keyboard.type(' too', { delay: FAST });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await expect(grid.cell(2, 'homeTown')).toHaveText('Kept too');
  });
});

test('undo takes back what was completed, and leaves what was typed', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, {}, {}, {});
  await grid.cell(1, 'role').click();
  await page.keyboard.type('ad', { delay: FAST });
  const field = page.getByRole('combobox', { name: 'Role' });
  await expect(field).toHaveValue('admin');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('ad');
  await page.keyboard.type('d', { delay: FAST });
  await page.keyboard.press('Enter');
  await expect(grid.cell(1, 'role')).toHaveText('add');
  await page.keyboard.press('Control+z');
  await expect(grid.cell(1, 'role')).toHaveText('Team Member');
  await page.keyboard.press('Control+y');
  await expect(grid.cell(1, 'role')).toHaveText('add');
});
