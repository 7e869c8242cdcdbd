import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseText } from '../../shared/text/parse-text.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToSave } from './harness/choose-file.ts';
import { gridOf } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';
import { expectSaved } from './harness/saved.ts';

/** What “Fix all safe” makes of damaged-list.csv: what is only likely, a note and a word for nothing, stays as it was. */
const FIXED = [
  'Role|Can Manage Teams|Email Address|Employee ID|First Name|Last Name|Home Town|Phone Channel|Chat Channel|Email Channel|Team Leader|Start Date',
  "Team Leader|y|mara@example.com|1001|Mara|O'Quill|Cork City|y|n|y|top@example.com|2024-03-15",
  'Team Member|n|ivo@example.com|1002|Lía|García|Málaga|y|n|y|1001|2024-03-15',
  'Team Member|n|An Bann (an@example.com)|1003|An|Nguyễn|Hà Nội|y|n|y|mara@example.com|2024-03-15',
  'Team Member|n|kim@example.com|1004|José|김|Köln|y|n|y|mara@example.com|2024-03-15',
  "Team Member|n|nil@example.com|N/A|Nil|Null|'s-Gravenhage|y|n|y|mara@example.com|2024-03-15",
].map((line) => line.split('|'));

test('a damaged list is flagged, fixed in one step, and saved cell by cell as it was meant', async ({
  rollcall,
  page,
}) => {
  await rollcall.start(await rollcall.fixture('cases/damaged-list.csv'));
  const grid = gridOf(page);
  await expect(grid.cell(1, 'lastName')).toHaveClass(/rc-error/);
  await expect(grid.cell(4, 'employeeId')).toHaveClass(/rc-error/);
  await expect(grid.cell(4, 'lastName')).not.toHaveClass(/rc-/);
  await expect(grid.cell(4, 'homeTown')).not.toHaveClass(/rc-/);
  await expect(grid.cell(1, 'lastName')).toHaveAttribute('aria-description', /should read “García”/);
  await grid.cell(1, 'lastName').hover();
  const card = page.getByRole('group', { name: 'Problems here' });
  await expect(card).toContainText('has garbled letters: it should read “García”.');
  await expect(card.getByRole('button')).toHaveCount(1);
  await assertAccessible(page);

  await page
    .getByRole('region', { name: 'Problems' })
    .getByRole('button', { name: /Fix all \d+ safe/ })
    .click();
  await expect(grid.cell(1, 'lastName')).toHaveText('García');
  await expect(grid.cell(1, 'lastName')).not.toHaveClass(/rc-/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+s');
  await chooseToSave(page, 'fixed.txt');
  await expectSaved(page, 'fixed.txt');
  const saved = await readFile(join(rollcall.folder, 'fixed.txt'), 'utf16le');
  const rows = parseText(saved.replace(/^\ufeff/, ''), '\t').map((cells) => cells.slice());
  const [header = []] = rows;
  const kept = FIXED[0]?.map((title) => header.indexOf(title)) ?? [];
  expect(
    rows.filter((row) => row.some((text) => text !== '')).map((row) => kept.map((at) => row[at])),
  ).toEqual(FIXED);

  await page.keyboard.press('Control+z');
  await expect(grid.cell(1, 'lastName')).toHaveText('GarcÃ\u00ada');
});
