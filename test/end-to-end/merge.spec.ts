import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { dropFile } from './harness/drop-file.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

const HEADER = 'Email\tEmployee ID\tFirst Name\tLast Name\tHome Town\tDesk\tTemporary Password';
const utf16 = (...lines: string[]): Buffer =>
  Buffer.from(`\ufeff${[HEADER, ...lines, ''].join('\r\n')}`, 'utf16le');

/** One who changes, one who does not, one in doubt, two who are new. */
const MORE = utf16(
  'PERSON1@acme.example\t\tPerson\tB\tGalway\tD4\tnew-secret-9',
  'person2@acme.example\t\tPerson\tC\tCork\t\t',
  'person3@acme.example\t0007\tPerson\tD\tLima\t\t',
  'cleo@acme.example\t0020\tCleo\tRuiz\tLima\tD5\t',
  'dora@acme.example\t0021\tDora\tOkafor\t\t\t',
);

/** Opens four people, of whom the third and the fourth share the ID 0007 between the two of them. */
async function openFour(rollcall: Rollcall) {
  const grid = await openPeople(
    rollcall,
    {},
    { temporaryPassword: 'old-secret-9' },
    {},
    { employeeId: '0008' },
    { employeeId: '0007' },
  );
  await writeFile(join(rollcall.folder, 'more.txt'), MORE);
  return grid;
}

/** Chooses the second file by the command's keys and answers the dialog that shows what it would do. */
async function chooseMore(page: Page, name = 'more.txt'): Promise<Locator> {
  await page.keyboard.press('Control+Shift+O');
  const chooser = page.getByRole('dialog', { name: 'Add people from a file' });
  await chooser.getByRole('option').filter({ hasText: name }).dblclick();
  return page.getByRole('dialog', { name: `Add people from “${name}”` });
}

const tab = (dialog: Locator, name: string): Locator => dialog.getByRole('button', { name, exact: true });
const lines = (dialog: Locator): Locator => dialog.getByRole('listitem');

test.describe('adding the people of a file', () => {
  test('shows who is new, who changes, and who is in doubt; adds them in one step', async ({
    rollcall,
    page,
  }) => {
    const grid = await openFour(rollcall);
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Bray');
    await page.keyboard.press('Enter');
    const dialog = await chooseMore(page);

    await expect(tab(dialog, 'New 2')).toHaveAttribute('aria-pressed', 'true');
    await expect(lines(dialog)).toHaveText([/^line 5Cleo Ruiz/, /^line 6Dora Okafor/]);
    await expect(dialog).toContainText('Not understood: “Desk”.');
    await tab(dialog, 'Changed 1').click();
    await expect(lines(dialog)).toHaveText(/^line 2Person B.*Home TownCorkGalway.*DeskemptyD4$/);
    await expect(dialog).not.toContainText('secret');
    await tab(dialog, 'Unchanged 1').click();
    await expect(lines(dialog)).toHaveText([/^line 3Person C/]);
    await tab(dialog, 'Only here 1').click();
    await expect(lines(dialog)).toHaveText([/^line 2Person A/]);
    await tab(dialog, 'In doubt 1').click();
    await expect(lines(dialog)).toContainText(
      'The email address is that of line 5, Person D, and the employee ID',
    );
    await assertAccessible(page);
    await expect(grid.cell(1, 'homeTown')).toHaveText('Cork');

    await dialog
      .getByRole('combobox', { name: 'Who line 4 is' })
      .selectOption({ label: 'It means line 5, Person D' });
    await dialog.getByRole('button', { name: 'Add 2 and change 2' }).click();
    await expect(page.getByText('Added 2 people and changed 2.')).toBeVisible();
    await expect
      .poll(() => grid.texts('homeTown', 7))
      .toEqual(['Bray', 'Galway', 'Cork', 'Lima', 'Cork', 'Lima', '']);
    expect(await grid.texts('employeeId', 7)).toEqual(['', '', '', '0007', '0007', '0020', '0021']);
    // The first row that it touched has the focus.
    await expect.poll(() => grid.focus()).toBe('1 homeTown');

    await page.keyboard.press('Control+z');
    await expect.poll(() => grid.column('homeTown')).toBe('Bray Cork Cork Cork Cork ');
    await expect(page.locator('.ag-header-cell').filter({ hasText: 'Desk' })).toHaveCount(0);
    await page.keyboard.press('Control+y');
    await expect
      .poll(() => grid.texts('firstName', 7))
      .toEqual([...Array<string>(5).fill('Person'), 'Cleo', 'Dora']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => grid.column('homeTown')).toBe('Cork Cork Cork Cork Cork ');
  });

  test('goes by the choices, and finds nothing to do the second time', async ({ rollcall, page }) => {
    const grid = await openFour(rollcall);
    const dialog = await chooseMore(page);
    await dialog.getByRole('checkbox', { name: 'Temporary Password' }).uncheck();
    await dialog.getByRole('checkbox', { name: 'Desk' }).uncheck();
    await dialog.getByRole('radio', { name: 'Email address', exact: true }).check();
    await tab(dialog, 'Changed 2').click();
    await expect(lines(dialog)).toHaveText([/Home TownCorkGalway$/, /Employee ID00080007Home TownCorkLima$/]);
    await dialog.getByRole('radio', { name: 'Employee ID', exact: true }).check();
    await expect(tab(dialog, 'In doubt 2')).toBeVisible();
    await dialog.getByRole('radio', { name: 'Email address', exact: true }).check();
    await dialog.getByRole('radio', { name: 'Clear what is here' }).check();
    await dialog.getByRole('button', { name: 'Add 2 and change 2' }).click();
    await expect.poll(() => grid.texts('homeTown', 5)).toEqual(['Cork', 'Galway', 'Cork', 'Lima', 'Cork']);

    const again = await chooseMore(page);
    await again.getByRole('radio', { name: 'Email address', exact: true }).check();
    await again.getByRole('checkbox', { name: 'Temporary Password' }).uncheck();
    await again.getByRole('checkbox', { name: 'Desk' }).uncheck();
    await expect(again.getByRole('button', { name: 'Nothing to add' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(again).toBeHidden();
  });

  test('says in one sentence why a file cannot be added, and changes nothing', async ({ rollcall, page }) => {
    const grid = await openFour(rollcall);
    await writeFile(
      join(rollcall.folder, 'names.txt'),
      'First Name\tLast Name\tRole\nAna\tRuiz\tTeam Member\n',
    );
    await writeFile(join(rollcall.folder, 'nobody.txt'), `${HEADER}\n`);
    const dialog = await chooseMore(page, 'names.txt');
    await expect(dialog.getByRole('status')).toContainText('No column of “names.txt” was understood as');
    await expect(dialog.getByRole('button', { name: 'Nothing to add' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await chooseMore(page, 'nobody.txt');
    const failed = page.getByRole('alertdialog', { name: 'Nobody was added from “nobody.txt”' });
    await expect(failed).toContainText('nobody below it');
    await failed.getByRole('button', { name: 'Back to the roster' }).click();
    await expect.poll(() => grid.column('homeTown')).toBe('Cork Cork Cork Cork Cork ');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

  test('is offered for a file that is dropped on an open roster', async ({ rollcall, page }) => {
    await openFour(rollcall);
    await dropFile(page, 'dropped.txt', MORE);
    const question = page.getByRole('dialog', { name: 'What is “dropped.txt” for?' });
    await assertAccessible(page);
    await question.getByRole('button', { name: 'Add to this roster' }).click();
    await page
      .getByRole('dialog', { name: 'Add people from “dropped.txt”' })
      .getByRole('button', { name: 'Add 2 and change 1' })
      .click();
    await expect.poll(() => gridOf(page).texts('firstName', 7)).toContain('Cleo');
    await dropFile(page, 'dropped.txt', MORE);
    await question.getByRole('button', { name: 'Open instead' }).click();
    await page.getByRole('button', { name: 'Don’t save' }).click();
    await expect(page).toHaveTitle('dropped.txt – Rollcall');
  });

  test('understands the columns by itself, takes others when told to, and remembers them', async ({
    rollcall,
    page,
  }) => {
    const grid = await openFour(rollcall);
    const list =
      'Contact\tFirst Name\tFrom\nperson1@acme.example\tPerson\tGalway\ncleo@acme.example\tCleo\tLima\n';
    await writeFile(join(rollcall.folder, 'list.txt'), list);
    const columns = page.getByRole('dialog', { name: 'Which column of “list.txt” is what?' });
    await page.keyboard.press('Control+Shift+O');
    await page.getByRole('option').filter({ hasText: 'list.txt' }).dblclick();
    const dialog = page.getByRole('dialog', { name: 'Add people from “list.txt”' });
    // “Contact” holds addresses, which is beyond doubt; “From” could be anything.
    await expect(tab(dialog, 'New 1')).toBeVisible();
    await dialog.getByRole('button', { name: 'Columns…' }).click();
    await expect(columns.getByRole('combobox', { name: /“Contact”/ })).toHaveValue('column email');
    await columns.getByRole('combobox', { name: /“From”/ }).selectOption({ label: 'Home Town' });
    await assertAccessible(page);
    await columns.getByRole('button', { name: 'Use these columns' }).click();
    await tab(dialog, 'Changed 1').click();
    await expect(lines(dialog)).toHaveText(/^line 2Person.*Home TownCorkGalway$/);
    await dialog.getByRole('button', { name: 'Columns…' }).click();
    await columns.getByRole('button', { name: 'Leave them as they are' }).click();
    await dialog.getByRole('button', { name: 'Add 1 and change 1' }).click();
    await expect
      .poll(() => grid.texts('homeTown', 6))
      .toEqual(['Cork', 'Galway', 'Cork', 'Cork', 'Cork', 'Lima']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+O');
    await page.getByRole('option').filter({ hasText: 'list.txt' }).dblclick();
    await expect(tab(dialog, 'Changed 1')).toBeVisible();
    await dialog.getByRole('button', { name: 'Columns…' }).click();
    await expect(columns).toContainText('when a file had the same headers');
  });
});
