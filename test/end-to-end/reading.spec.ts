import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const WESTERN = Buffer.from(
  'Role;Email Address;First Name;Temporary Password\r\nTeam Member;j@acme.example;Jürgen;übel\r\nTeam Member;z@acme.example;Zoë;x\r\n',
  'latin1',
);

test('a text from before Unicode opens, and is read again in another encoding', async ({
  rollcall,
  page,
}) => {
  const file = join(rollcall.folder, 'western.csv');
  await writeFile(file, WESTERN);
  await rollcall.start(file);
  const grid = gridOf(page);
  await expect(grid.cell(0, 'firstName')).toHaveText('Jürgen');
  const notices = page.getByRole('region', { name: 'How the file was understood' });
  await expect(notices).toContainText('Read as Windows-1252 (Western European)');
  await notices.getByRole('button', { name: 'Details' }).click();
  await notices.getByRole('button', { name: 'Read it another way…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How “western.csv” is read' });
  await expect(dialog).toContainText('Jürgen');
  await expect(dialog).not.toContainText('übel');
  await assertAccessible(page);
  await dialog.getByRole('radio', { name: /DOS 850/ }).check();
  await expect(dialog.getByRole('table')).toContainText('J³rgen');
  await dialog.getByRole('button', { name: 'Read it again like this' }).click();
  await expect(grid.cell(0, 'firstName')).toHaveText('J³rgen');
  await expect(notices).toContainText('Read as DOS 850 (Western European), as you chose.');
});

test('bars and no header row: what is chosen is seen at once, and opened', async ({ rollcall, page }) => {
  const file = join(rollcall.folder, 'export.txt');
  await writeFile(
    file,
    'Agent|ana@acme.example|Ruiz, Ana\r\nAgent|bob@acme.example|Lee, Bob\r\nAgent|zoe@acme.example|Ek, Zoë\r\n',
  );
  await rollcall.start(file);
  const failure = page.getByRole('alertdialog', { name: '“export.txt” was not opened' });
  await expect(failure).toContainText('No header row was found');
  await failure.getByRole('button', { name: 'Read it another way…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How “export.txt” is read' });
  await expect(dialog).toContainText('No line names columns such as Role');
  const table = dialog.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('row').nth(1)).toContainText('Ruiz, Ana');
  await assertAccessible(page);

  const delimiter = dialog.getByRole('combobox', { name: 'Cells are separated by' });
  await expect(delimiter).toHaveValue('|');
  await delimiter.selectOption({ label: 'Comma' });
  await expect(table.getByRole('row').nth(1)).toContainText('Agent|ana@acme.example|Ruiz');
  await delimiter.selectOption({ label: 'Vertical bar – detected' });
  await table.getByRole('button', { name: /^Line 2/ }).click();
  await expect(dialog.getByRole('combobox', { name: 'Header row' })).toHaveValue('2');
  await expect(table.getByRole('columnheader', { name: 'Kept: bob@acme.example' })).toBeVisible();
  await expect(table.getByRole('button', { name: 'Line 1: Left out' })).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Header row' }).selectOption('none');
  await dialog.getByRole('button', { name: 'Open it like this' }).click();

  await expect(page.getByRole('region', { name: 'How the file was understood' })).toContainText(
    'Read without a header row, as you chose: its 3 columns are named “Column 1” to “Column 3”.',
  );
  await expect(page.getByText('3 rows', { exact: true })).toBeVisible();
});

test('what a file is leads to the form that Agent Connect takes', async ({ rollcall, page }) => {
  const file = join(rollcall.folder, 'western.csv');
  await writeFile(file, WESTERN);
  await rollcall.start(file);
  await expect(gridOf(page).cell(0, 'firstName')).toHaveText('Jürgen');
  await page.keyboard.press('F1');
  await page.keyboard.type('what is this file');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What “western.csv” is' });
  await expect(dialog).toContainText('its cells are not separated by tabs');
  await assertAccessible(page);
  await dialog.getByRole('button', { name: /^Convert to the form/ }).click();
  await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible();
});

test('what a file is offers no conversion of a file that Agent Connect takes as it is', async ({
  rollcall,
  page,
}) => {
  await openPeople(rollcall, {});
  await page.keyboard.press('F1');
  await page.keyboard.type('what is this file');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What “people.txt” is' });
  await expect(dialog).toContainText('Agent Connect takes a file of this form.');
  await expect(dialog.getByRole('button', { name: /Convert/ })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused();
});

test('dates that could be two are asked about once, and the answer can be another', async ({
  rollcall,
  page,
}) => {
  const file = join(rollcall.folder, 'dates.csv');
  await writeFile(
    file,
    'Role,Email Address,Start Date\r\nAgent,ana@acme.example,03/04/2026\r\nAgent,bob@acme.example,05/06/2026\r\n',
  );
  // Wide enough for the start date, which is one of the last columns.
  await page.setViewportSize({ width: 2800, height: 800 });
  await rollcall.start(file);
  const notices = page.getByRole('region', { name: 'How the file was understood' });
  await expect(notices).toContainText(
    '“03/04/2026” could be two days, and no date of this file tells which.',
  );
  await assertAccessible(page);
  const problems = page.getByRole('complementary', { name: 'Problems' });
  await expect(problems).toContainText('Could be two dates');
  await notices.getByRole('button', { name: '3 April 2026' }).click();
  await expect(notices).toContainText(
    'Dates such as “03/04/2026” are read with the day first, as you said: 3 April 2026.',
  );
  await expect(problems).toContainText('Date in another form');
  await page.keyboard.press('Control+Shift+.');
  const grid = gridOf(page);
  await expect(grid.cell(0, 'startDate')).toHaveText('2026-04-03');
  await expect(grid.cell(1, 'startDate')).toHaveText('2026-06-05');
  await expect(notices).toBeHidden();
  await page.keyboard.press('Control+z');
  await notices.getByRole('button', { name: 'Read it as 4 March 2026' }).click();
  await expect(notices).toContainText('are read with the month first, as you said: 4 March 2026.');
  await expect(problems).toContainText('Date in another form');
  await page.keyboard.press('Control+Shift+.');
  await expect(grid.cell(1, 'startDate')).toHaveText('2026-05-06');
});
