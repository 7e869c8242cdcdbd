import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf } from './harness/grid-page.ts';
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
