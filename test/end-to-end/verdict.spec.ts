import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToSave } from './harness/choose-file.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/simulator.ts';

const verdict = (page: Page): Locator => page.getByTestId('verdict');
const standing = (page: Page): Locator => page.locator('.status-verdict');

async function openExport(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(verdict(page)).toBeVisible();
  return dialog;
}

/** Says what the current team is: the boss alone, with a role and a group. */
async function readTeam(page: Page, folder: string): Promise<void> {
  const header = 'Role\tCan Manage Teams\tEmail Address\tFirst Name\tLast Name\tTeam Leader\tGroups';
  const boss = 'Team Leader\ty\tboss@acme.example\tOlga\tTop\t\t{Support}';
  const member = 'Team Member\tn\told@acme.example\tDan\tOld\tboss@acme.example\t{Support}';
  const text = [header, boss, member, ''].join('\r\n');
  await writeFile(join(folder, 'current-team.txt'), Buffer.from(`\ufeff${text}`, 'utf16le'));
  const view = page.getByRole('complementary', { name: 'Organization' });
  await view.getByLabel('Name').fill('Acme Support');
  await view.getByLabel('At a test server').check();
  await view.getByLabel('Address').fill('http://127.0.0.1:9');
  await view.getByRole('button', { name: 'Add the organization' }).click();
  await view.getByRole('button', { name: 'Read a file…' }).click();
  const chooser = page.getByRole('dialog', { name: 'Read the current team from a file' });
  await chooser.getByRole('option').filter({ hasText: 'current-team.txt' }).dblclick();
  await expect(view).toContainText('2 people, taken just now');
}

test('what nobody could check is never called ready, and the way leads to what checks it', async ({
  rollcall,
  page,
}) => {
  await openPeople(rollcall, { teamLeader: 'boss@acme.example', groups: '{Support}' }, {});
  await expect(standing(page)).toHaveText('Not checked');
  const dialog = await openExport(page);
  await expect(dialog).toContainText('Not checked: the leader of 1 person and 3 other things');
  await expect(dialog).toContainText(
    'The leader of 1 person is not in this roster, and no current team is known.',
  );
  await expect(dialog).toContainText('whether the 2 roles and the group exist in Agent Connect');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'notChecked');
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Export 2 rows' }).click();
  await chooseToSave(page, 'out.txt');
  const exported = page.getByRole('dialog', { name: '2 rows written to “out.txt”' });
  await expect(exported).toContainText('Not checked: the leader of 1 person and 3 other things');
  await expect(page.locator('[data-testid="verdict-icon"][data-verdict="ready"]')).toHaveCount(0);
  await assertAccessible(page);

  await exported.getByRole('button', { name: 'Get the current team…' }).click();
  await readTeam(page, rollcall.folder);
  await expect(standing(page)).toHaveText('Ready');
  await openExport(page);
  await expect(dialog).toContainText('Ready: 2 people');
  await expect(dialog).toContainText(
    /compared with Acme Support’s current team of \d+ \w+ \d{4} \(2 people\)/,
  );
  await expect(dialog).toContainText('2 roles and 1 group.');
  await assertAccessible(page);
  // For another program, nothing is said of Agent Connect, and nothing has a tick.
  await dialog
    .getByLabel('File', { exact: true })
    .selectOption({ label: 'Excel workbook, not for Agent Connect' });
  await expect(dialog).toContainText('Not for Agent Connect');
  await expect(dialog.locator('[data-testid="verdict-icon"][data-verdict="ready"]')).toHaveCount(0);
});

test('the preview is a table, and on demand the text of the file', async ({ rollcall, page }) => {
  await openPeople(rollcall, { teamLeader: 'boss@acme.example', temporaryPassword: 'Xy7!kk-2026' }, {});
  const dialog = await openExport(page);
  const preview = dialog.getByRole('region', { name: 'Preview of the file' });
  await expect(preview.getByRole('columnheader').nth(2)).toHaveText('Email Address');
  await expect(preview.getByRole('row')).toHaveCount(3);
  await expect(preview.getByRole('row').nth(2).getByRole('cell').nth(2)).toHaveText('person1@acme.example');
  await expect(preview).not.toContainText('Xy7!kk-2026');
  const marks = dialog.getByLabel('Show tabs and line ends');
  await expect(marks).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'Text' }).check();
  await expect(preview).toContainText('Role\tCan Manage Teams\tEmail Address', { useInnerText: false });
  await marks.check();
  await expect(preview).toContainText('CR LF');
  await assertAccessible(page);
  // A workbook has no text to show.
  await dialog
    .getByLabel('File', { exact: true })
    .selectOption({ label: 'Excel workbook, not for Agent Connect' });
  await expect(preview.getByRole('row')).toHaveCount(3);
  await expect(dialog.getByRole('radio', { name: 'Text' })).toHaveCount(0);
});

test('rows that would be refused are counted, and the button says that they go along', async ({
  rollcall,
  page,
}) => {
  await openPeople(rollcall, { teamLeader: 'boss@acme.example' }, { email: 'bob@@acme.example' }, {});
  await expect(standing(page)).toHaveText('Not ready');
  // The bar leads to the export, which says the rest.
  await standing(page).click();
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(dialog).toContainText('1 row would be refused');
  await expect(dialog.getByRole('button', { name: /^Export/ })).toHaveText('Export 3 rows, 1 with errors');
  await dialog.getByLabel(/^Only the 2 without errors/).check();
  await expect(dialog.getByRole('button', { name: /^Export/ })).toHaveText('Export 2 rows');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'notChecked');
});

test('after an export, the title and the question before leaving know of it', async ({ rollcall, page }) => {
  const grid = await openPeople(rollcall, {}, {});
  await grid.cell(1, 'homeTown').click();
  await page.keyboard.type('Ghent');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('• people.txt – Rollcall');
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Export 2 rows' }).click();
  await chooseToSave(page, 'out.txt');
  await page.getByRole('button', { name: 'Back to the roster' }).click();
  await expect(page).toHaveTitle(/^• people\.txt \(exported \d\d:\d\d, not saved\) – Rollcall$/);
  await expect(page.locator('.status-saved')).toHaveText(/^Exported \d\d:\d\d, not saved$/);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('alertdialog')).toContainText(
    /It was exported to “out\.txt” at \d\d:\d\d, but the roster itself was not saved\./,
  );
});
