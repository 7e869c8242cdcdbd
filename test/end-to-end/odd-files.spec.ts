import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToSave, saveChooser } from './harness/choose-file.ts';
import { gridOf } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const noticesOf = (page: import('playwright/test').Page) =>
  page.getByRole('region', { name: 'How the file was understood' });

test('any character separates cells: found by itself, chosen from the list, or typed', async ({
  rollcall,
  page,
}) => {
  const file = join(rollcall.folder, 'hires.txt');
  await writeFile(file, 'Agent^Ana # Ruiz\r\nAgent^Bob # Lee\r\n');
  await rollcall.start(file);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Read it another way…' }).click();
  const dialog = page.getByRole('dialog', { name: 'How “hires.txt” is read' });
  const delimiter = dialog.getByRole('combobox', { name: 'Cells are separated by' });
  await expect(delimiter).toHaveValue('^');
  const first = dialog.getByRole('table').getByRole('row').nth(1);
  await expect(first.getByRole('cell', { name: 'Ana # Ruiz' })).toBeVisible();
  await delimiter.selectOption({ label: 'Another character…' });
  await page.keyboard.type('#');
  await expect(first.getByRole('cell', { name: 'Agent^Ana' })).toBeVisible();
  await assertAccessible(page);
  const other = dialog.getByRole('textbox', { name: 'The character' });
  await other.fill('ab');
  await expect(dialog).toContainText('One character, but no quotation mark');
  await delimiter.selectOption({ label: 'Caret – detected' });
  await expect(other).toBeHidden();
  await expect(first.getByRole('cell', { name: 'Ana # Ruiz' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Open it like this' }).click();
  await expect(page.getByText('2 rows', { exact: true })).toBeVisible();
});

test('carets, wrapped lines, a NUL and the end mark of DOS open as a person would expect', async ({
  rollcall,
  page,
}) => {
  const grid = gridOf(page);
  for (const name of ['caret-delimited', 'whole-line-quoted', 'ctrl-z-at-end', 'one-nul']) {
    await rollcall.start(await rollcall.fixture(`cases/${name}.csv`));
    await expect(grid.cell(1, 'email')).toHaveText('ivo@example.com');
    await expect(page.getByText('2 rows', { exact: true })).toBeVisible();
    if (name === 'whole-line-quoted')
      await expect(noticesOf(page)).toContainText('stands in quotation marks as a whole');
  }
  await expect(page.getByRole('complementary', { name: 'Problems' })).toContainText('Control characters');
});

test('a header that comes again among the people is left out; one that is typed is named and removed', async ({
  rollcall,
  page,
}) => {
  const file = join(rollcall.folder, 'two-lists.csv');
  const people = (name: string): string => `Agent,${name}@acme.example,${name}`;
  await writeFile(
    file,
    [
      'Role,Email Address,First Name',
      people('Ana'),
      '*ROLE,E-Mail Address,First name',
      'Role,Email Address,First Name',
      people('Bob'),
      'Rolle,E-Mail-Adresse,Vorname',
      people('Zoe'),
    ].join('\r\n'),
  );
  await rollcall.start(file);
  await expect(page.getByText('4 rows', { exact: true })).toBeVisible();
  const problems = page.getByRole('complementary', { name: 'Problems' });
  await expect(problems).toContainText('Column names in place of a person');
  const grid = gridOf(page);
  await expect(grid.cell(2, 'firstName')).toHaveText('Vorname');
  await grid.cell(2, 'role').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove this row' }).click();
  await expect(page.getByText('3 rows', { exact: true })).toBeVisible();
  await expect(problems).not.toContainText('Column names in place of a person');
  await page.keyboard.press('Control+z');
  await expect(grid.cell(2, 'firstName')).toHaveText('Vorname');
});

test('an export onto the roster’s own file loses no row: another file is asked for', async ({
  rollcall,
  page,
}) => {
  const file = await rollcall.fixture('cases/source-is-target.csv');
  const before = await readFile(file);
  await rollcall.start(file);
  await expect(gridOf(page).cell(0, 'firstName')).toHaveText('Mara');
  await page.getByRole('button', { name: 'Export…' }).click();
  const exporting = page.getByRole('dialog', { name: /^Export/ });
  await exporting.getByRole('combobox', { name: 'File' }).selectOption('utf8-csv');
  await exporting.getByRole('radio', { name: /without errors/ }).check();
  await exporting.getByRole('button', { name: 'Export 2 rows' }).click();
  await chooseToSave(page, 'source-is-target.csv');
  const refused = page.getByRole('alertdialog', { name: '“source-is-target.csv” was not replaced' });
  await expect(refused).toContainText('would lose 1 row (line 4)');
  await assertAccessible(page);
  await refused.getByRole('button', { name: 'Choose another file…' }).click();
  await expect(saveChooser(page)).toBeVisible();
  await chooseToSave(page, 'out.csv');
  await expect(page.getByRole('dialog', { name: /written to “out\.csv”/ })).toBeVisible();
  expect(await readFile(file)).toEqual(before);
  expect((await readFile(join(rollcall.folder, 'out.csv'), 'utf8')).trimEnd().split('\n')).toHaveLength(3);
});
