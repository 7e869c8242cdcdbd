import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const fixture = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../fixtures/clipboard/${name}`, import.meta.url)), 'utf8');

/** Pastes as the browser does on Ctrl+V, with what a program would have put on the clipboard. */
async function paste(page: Page, content: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(content)) clipboardData.setData(type, data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, content);
}

/** Presses a key of the clipboard with the system's clipboard behind it. */
async function allowClipboard(page: Page): Promise<void> {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(page.url()).origin });
}

test.describe('copy and paste with the real clipboard', () => {
  test('a block goes over, with line breaks, tabs and quotes, and undo is one step', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(
      rollcall,
      { homeTown: 'Cork', profile: '"One\nsays ""hi"""' },
      { homeTown: '"""Nick"""', profile: '0020017' },
      {},
      {},
    );
    // Both columns are in sight.
    await page.setViewportSize({ width: 1600, height: 800 });
    await allowClipboard(page);
    await grid.cell(0, 'homeTown').click();
    await grid.cell(1, 'profile').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');
    await grid.cell(2, 'homeTown').click();
    await page.keyboard.press('Control+v');
    await expect(grid.cell(2, 'homeTown')).toHaveText('Cork');
    await expect(grid.cell(2, 'profile')).toHaveText('One ↵ says "hi"');
    expect(await grid.texts('homeTown', 4)).toEqual(['Cork', '"Nick"', 'Cork', '"Nick"']);
    await expect(grid.cell(3, 'profile')).toHaveText('0020017');
    await expect(page.locator('.rc-selected, .rc-active')).toHaveCount(6);
    await page.keyboard.press('Control+z');
    await expect(grid.cell(3, 'profile')).toHaveText('');
  });

  test('what is copied holds text and table, as a spreadsheet takes them', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { employeeId: '0020017', firstName: '<b>&' });
    await allowClipboard(page);
    await grid.cell(0, 'employeeId').click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    const { text, html } = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    expect(text).toBe('0020017\t<b>&\r\n');
    expect(html).toContain('&lt;b&gt;&amp;');
  });

  test('one value fills the selection', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Galway' }, {}, {}, {});
    await allowClipboard(page);
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('Control+c');
    await grid.cell(1, 'homeTown').click();
    await grid.cell(3, 'homeTown').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+v');
    await expect.poll(() => grid.texts('homeTown', 4)).toEqual(['Galway', 'Galway', 'Galway', 'Galway']);
  });

  test('cut cells stay until they are pasted, then move in one step', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Galway' }, { homeTown: 'Dublin' }, { homeTown: '' });
    await allowClipboard(page);
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('Control+x');
    await expect(page.locator('.rc-cut')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('.rc-cut')).toHaveCount(0);
    await grid.cell(0, 'homeTown').click();
    await grid.cell(1, 'homeTown').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+x');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Galway');
    await grid.cell(1, 'homeTown').click();
    await page.keyboard.press('Control+v');
    await expect.poll(() => grid.texts('homeTown', 3)).toEqual(['', 'Galway', 'Dublin']);
    await expect(page.locator('.rc-cut')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => grid.texts('homeTown', 3)).toEqual(['Galway', 'Dublin', '']);
  });

  test('security 18: temporary passwords are copied as they are, which is said, and are shown nowhere', async ({
    rollcall,
    page,
  }) => {
    const grid = await openPeople(rollcall, { temporaryPassword: 'correct horse' }, {});
    await allowClipboard(page);
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('Copied, with the temporary passwords as they are.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('correct horse\r\n');
    await grid.cell(1, 'temporaryPassword').click();
    await page.keyboard.press('Control+v');
    await expect(grid.cell(1, 'temporaryPassword')).toHaveText('••••••••');
    await expect(page.locator('.status-saved')).toHaveText('Not saved');
    expect(await page.locator('body').innerHTML()).not.toContain('horse');
  });

  test('what is pasted goes into the rows that a filter shows', async ({ rollcall, page }) => {
    const towns = ['Cork', 'Galway', 'Cork', 'Dublin'];
    const grid = await openPeople(rollcall, ...towns.map((homeTown) => ({ homeTown })));
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('Control+Shift+l');
    await page.keyboard.type('cork');
    await page.keyboard.press('Enter');
    await expect(grid.cell(1, 'lastName')).toHaveText('C');
    await paste(page, { 'text/plain': 'one\r\ntwo\r\n' });
    await expect.poll(() => grid.texts('homeTown', 2)).toEqual(['one', 'two']);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect.poll(() => grid.texts('homeTown', 4)).toEqual(['one', 'Galway', 'two', 'Dublin']);
  });

  test('a text field keeps its own clipboard keys', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Galway' }, {});
    await allowClipboard(page);
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Enter');
    await expect(grid.cell(0, 'homeTown')).toHaveText('GalwayGalway');
  });
});

test('a header of HR’s own goes where it is told to go, and else is left out', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { homeTown: 'Cork' });
  await grid.cell(1, 'role').click();
  const block = 'Emp No\tPosition\tSurname\tDesk\n007\tTeam Member\tEk\tB12\n';
  await paste(page, { 'text/plain': block });
  const dialog = page.getByRole('dialog');
  await assertAccessible(page);
  await dialog.getByLabel('Where “Position” goes').selectOption('goes into Role');
  await expect(dialog).toContainText('the texts go into Employee ID, Role, and Last Name');
  // Each column is given once.
  await expect(dialog.getByLabel('Where “Desk” goes')).not.toContainText('Role');
  await dialog.getByRole('button', { name: 'Paste one row by header' }).click();
  await expect(grid.cell(1, 'role')).toHaveText('Team Member');
  await expect(grid.cell(1, 'employeeId')).toHaveText('007');
  await expect(grid.cell(1, 'lastName')).toHaveText('Ek');
});

test.describe('pasting from', () => {
  const ROWS = [
    ['Team Member', '0020017', 'First line ↵ says "hello"', '2026-03-15'],
    ['"Nick"', '1230000000017', 'two   spaces, and a 6" ruler', ''],
  ];
  const SHORTENED = ['"Nick"', '1.23E+12', 'two   spaces, and a 6" ruler', ''];
  for (const isTable of [true, false])
    test(`every spreadsheet${isTable ? '' : ', its text alone'}, by header`, async ({ rollcall, page }) => {
      // All columns are in sight.
      await page.setViewportSize({ width: 2600, height: 800 });
      const grid = await openPeople(rollcall, {});
      const pasteFrom = async (program: string): Promise<void> => {
        await grid.cell(1, 'role').click();
        const text = await fixture(`${program}.txt`);
        const html = isTable ? await fixture(`${program}.html`) : '';
        await paste(page, { 'text/plain': text, ...(isTable && { 'text/html': html }) });
        await page.getByRole('button', { name: 'Paste 2 rows by header' }).click();
        await expect(grid.cell(2, 'role')).toHaveText(isTable ? '"Nick"' : /^"?Nick"?$/);
        const seen = await Promise.all(
          [1, 2].map((row) =>
            Promise.all(
              (['role', 'employeeId', 'profile', 'startDate'] as const).map((key) =>
                grid.cell(row, key).textContent(),
              ),
            ),
          ),
        );
        if (isTable) expect(seen).toEqual(ROWS);
        // The text of a spreadsheet does not tell which quotes are the cell's, and LibreOffice's has no line breaks.
        else {
          expect(seen[1]?.slice(1)).toEqual(
            seen[1]?.[1] === '1.23E+12' ? SHORTENED.slice(1) : ROWS[1]?.slice(1),
          );
          expect(seen[0]?.[1]).toBe('0020017');
        }
        await page.keyboard.press('Control+z');
        await expect(grid.cell(2, 'role')).toBeHidden();
      };
      for (const program of ['excel-windows', 'excel-mac', 'google-sheets', 'libreoffice', 'numbers'])
        await test.step(program, () => pasteFrom(program));
    });

  test('a program that gives only a table', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await grid.cell(1, 'firstName').click();
    await paste(page, {
      'text/html': '<table><tr><td>Ana<td>Ruiz<script>alert(1)</script><tr><td>Bo<td>Li</table>',
    });
    await expect(grid.cell(2, 'lastName')).toHaveText('Li');
    expect(await grid.texts('firstName', 3)).toEqual(['Person', 'Ana', 'Bo']);
    await expect(grid.cell(1, 'lastName')).toHaveText('Ruiz');
    const said = page.getByText('2 people added.');
    await expect(said).toBeVisible();
    await page.keyboard.press('Delete');
    await expect(said).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(grid.cell(1, 'firstName')).toHaveText('Ana');
    await expect(said).toBeHidden();
  });

  test('a picture says that there is no text', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, { homeTown: 'Cork' });
    await grid.cell(0, 'homeTown').click();
    const said = page.getByText('There is no text on the clipboard, so nothing was pasted.');
    for (const content of [
      { 'text/html': '<img src="x.png">' },
      { 'text/plain': 'PK\u0003\u0004\0\0' },
      {},
    ]) {
      await paste(page, content);
      await page.getByRole('button', { name: 'Hide this message' }).click();
      await expect(said).toBeHidden();
    }
    await expect(grid.cell(0, 'homeTown')).toHaveText('Cork');
  });

  test('a block past the last column leaves what does not fit and says so', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {}, {});
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('End');
    await paste(page, { 'text/plain': 'one\ttwo\tthree\n' });
    await expect(page.getByText('2 columns past the last one did not fit')).toBeVisible();
  });

  test('rows with headers can be pasted as they stand', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await grid.cell(1, 'firstName').click();
    await paste(page, { 'text/plain': 'First Name\tLast Name\r\nAna\tRuiz\r\n' });
    await page.getByRole('button', { name: 'Paste all as it stands' }).click();
    await expect(grid.cell(1, 'firstName')).toHaveText('First Name');
    await expect(grid.cell(2, 'lastName')).toHaveText('Ruiz');
  });

  test('10,000 rows are one step', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await grid.cell(1, 'role').click();
    const line = (row: number): string =>
      `Team Member\tn\tp${row}@acme.example\t00${row}\tAna\tRuiz\tCork\t\t\ty\ty\ty\tperson0@acme.example\tFull Time\t2026-03-15\t\t`;
    const text = Array.from({ length: 10_000 }, (_, row) => `${line(row)}\r\n`).join('');
    await paste(page, { 'text/plain': text });
    await expect(page.getByRole('contentinfo')).toContainText('10,001 rows');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('contentinfo')).toContainText('1 row');
    expect(await gridOf(page).column('role')).toBe('Team Leader type here to add a row');
  });
});

test('1,000,000 cells ask first, show their progress and can be stopped', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, { homeTown: 'Cork' });
  const status = page.getByRole('contentinfo');
  const pasteMillion = async (): Promise<void> => {
    await grid.cell(0, 'role').click();
    await page.evaluate(() => {
      const line = `${Array.from({ length: 17 }, (_, column) => `text ${column}`).join('\t')}\r\n`;
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', line.repeat(58_824));
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
  };
  await pasteMillion();
  await page
    .getByRole('dialog', { name: 'Paste 1,000,008 cells?' })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await expect(grid.cell(0, 'role')).toHaveText('Team Leader');
  await pasteMillion();
  await page.getByRole('button', { name: 'Paste 1,000,008 cells' }).click();
  const progress = page.getByRole('dialog', { name: 'Paste 58,824 × 17' });
  // Typing meanwhile goes nowhere, and shows why.
  await page.keyboard.press('x');
  await expect(progress).toHaveAttribute('data-shown', 'true');
  await progress.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible();
  await expect(status).toContainText('1 row');
  await expect(grid.cell(0, 'role')).toHaveText('Team Leader');
  await pasteMillion();
  await page.getByRole('button', { name: 'Paste 1,000,008 cells' }).click();
  await expect(status).toContainText('58,824 rows', { timeout: 30_000 });
  await page.keyboard.press('Control+z');
  await expect(status).toContainText('1 row', { timeout: 30_000 });
  await expect(grid.cell(0, 'role')).toHaveText('Team Leader');
});
