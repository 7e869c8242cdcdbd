import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

const HR = [
  'Name;E-Mail;Status;Gruppe 1;Gruppe 2;Führungskraft;Position;Kommentar',
  '"Eze, Amara";amara@acme.example;FT;Support;Tier 2;lea@acme.example;Agent;spät',
  '"Ruiz, Ana";ana@acme.example;PT;Support;;lea@acme.example;Agent;',
  '"Boss, Lea";lea@acme.example;Praktikum;Sales;;otto@acme.example;Chefin;',
];

async function openHr(rollcall: Rollcall, name = 'hr.csv'): Promise<void> {
  const file = join(rollcall.folder, name);
  await writeFile(file, `\ufeff${HR.join('\r\n')}\r\n`);
  await rollcall.start(file);
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Which column is what?' });
const take = (page: Page) => dialogOf(page).getByRole('button', { name: 'Use these columns' });

// Wide enough for the grid to draw every column.
test.use({ viewport: { width: 3400, height: 800 } });

test.describe('a file whose columns are in doubt', () => {
  test('is understood, mapped with its values, undone, and mapped alike the next time', async ({
    rollcall,
    page,
  }) => {
    await openHr(rollcall);
    const dialog = dialogOf(page);
    await expect(dialog.getByLabel('Take “Name” as')).toBeFocused();
    await assertAccessible(page);
    const preview = dialog.getByRole('region', { name: /^The first people/ });
    await expect(preview.getByRole('row', { name: 'First Name' })).toHaveText('First NameAmaraAnaLea');
    await expect(preview).toContainText('left out of exports: “Kommentar”');
    await dialog.getByRole('button', { name: 'Values of “Status”: 2 of 3 fit' }).click();
    await dialog.getByLabel('“Praktikum” becomes').selectOption('Temp');
    await expect(dialog.getByRole('button', { name: 'Values of “Status”: All 3 fit' })).toBeVisible();
    await dialog.getByLabel('Take “Kommentar” as').selectOption('Profile');
    await dialog.getByLabel('Phone Channel of everybody').selectOption('y');
    await assertAccessible(page);
    await expect(gridOf(page).cell(0, 'firstName')).toHaveText('');
    await take(page).click();

    const grid = gridOf(page);
    expect(await grid.texts('firstName', 3)).toEqual(['Amara', 'Ana', 'Lea']);
    expect(await grid.texts('lastName', 3)).toEqual(['Eze', 'Ruiz', 'Boss']);
    expect(await grid.texts('groups', 3)).toEqual(['{Support, Tier 2}', '{Support}', '{Sales}']);
    expect(await grid.texts('employmentStatus', 3)).toEqual(['Full Time', 'Part Time', 'Temp']);
    expect(await grid.texts('phoneChannel', 3)).toEqual(['✓', '✓', '✓']);
    const notices = page.getByRole('region', { name: 'How the file was understood' });
    await expect(notices).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(grid.cell(0, 'firstName')).toHaveText('');
    await expect(notices).toContainText('6 columns are not Agent Connect’s');
    await expect(page.getByRole('columnheader', { name: /Gruppe 2/ })).toHaveCount(1);

    await openHr(rollcall, 'next-week.csv');
    await expect(dialog).toContainText('The columns are mapped as on');
    await expect(take(page)).toBeFocused();
    await page.keyboard.press('Enter');
    expect(await grid.texts('employmentStatus', 3)).toEqual(['Full Time', 'Part Time', 'Temp']);
    expect(await grid.texts('phoneChannel', 3)).toEqual(['✓', '✓', '✓']);
  });

  test('can be left as it is, and forgets what was used when told to', async ({ rollcall, page }) => {
    await openHr(rollcall);
    const dialog = dialogOf(page);
    await dialog.getByLabel('Take “Status” as').selectOption('Home Town');
    await dialog.getByLabel('Add a column').selectOption('License Type');
    await dialog.getByLabel('License Type of everybody').selectOption('Flexible');
    await take(page).click();
    await expect(gridOf(page).cell(2, 'licenseType')).toHaveText('Flexible');
    expect(await gridOf(page).texts('homeTown', 3)).toEqual(['FT', 'PT', 'Praktikum']);
    await openHr(rollcall, 'next-week.csv');
    await expect(dialog.getByLabel('Take “Status” as')).toHaveValue('column homeTown');
    await dialog.getByRole('button', { name: 'Don’t use this again' }).click();
    await expect(dialog.getByLabel('Take “Status” as')).toHaveValue('column employmentStatus');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await gridOf(page).texts('homeTown', 3)).toEqual(['', '', '']);
    await openHr(rollcall, 'again.csv');
    await expect(dialog).toBeVisible();
    await expect(dialog).not.toContainText('as on');
  });
});

test('who has left is left out, lines of the file are named, and missing leaders lead to where they are said', async ({
  rollcall,
  page,
}) => {
  const file = join(rollcall.folder, 'staff.csv');
  const header = 'Role;Can Manage Teams;Email;First Name;Last Name;Phone;Chat;Email Channel;Boss;Exit date';
  await writeFile(
    file,
    [
      'Staff list, May',
      '',
      header,
      'Lead;y;mara@acme.example;Mara;Quill;y;n;y;;',
      'Agent;n;ivo@acme.example;Ivo;Bann;y;n;y;QUILL Mara;31/03/2025',
      'Agent;n;bea@acme.example;Bea;Lund;y;n;y;Quill, Mara;31/12/2099',
    ].join('\r\n'),
  );
  await rollcall.start(file);
  const columns = page.getByRole('dialog', { name: 'Which column is what?' });
  const who = columns.getByLabel('Who is left out');
  await expect(who).toHaveValue('left');
  await expect(columns).toContainText('1 of 3 people');
  await who.selectOption({ label: 'Nobody' });
  await expect(columns).not.toContainText('1 of 3 people');
  await columns.getByRole('button', { name: 'Leave them as they are' }).click();

  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('3 rows');
  await expect(status).toContainText('Line 2 (4 in the file)');
  await expect(page.locator('.rc-gutter-cell').first()).toHaveAttribute('title', 'Line 4 of “staff.csv”');
  const leaders = page.getByRole('treeitem').filter({ hasText: 'Team Leader is empty' });
  await leaders.getByRole('button', { name: 'Columns…' }).click();
  await expect(columns.getByLabel('Take “Boss” as')).toHaveValue('column teamLeader');
  await expect(who).toHaveValue('left');
  await assertAccessible(page);
  await columns.getByRole('button', { name: /^Use these columns/ }).click();
  await expect(status).toContainText('2 rows');

  await leaders.getByRole('button', { name: 'Resolve…' }).click();
  await expect(page.getByRole('dialog', { name: 'Resolve leaders' })).toContainText('Leads everybody? (1)');
});
