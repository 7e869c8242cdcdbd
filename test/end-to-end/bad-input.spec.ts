import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { columns } from '../../shared/person/catalogue.ts';
import { makeCompound } from '../electron/files/make-compound.ts';
import { makeWorkbook } from '../electron/files/make-workbook.ts';
import { makeZip } from '../electron/files/make-zip.ts';
import { chooseToOpen } from './harness/choose-file.ts';
import { dropFile } from './harness/drop-file.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';
import { rosterInSight } from './harness/roster-in-sight.ts';

const headers = columns.filter(({ standard }) => standard).map(({ header }) => header);
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const row = (texts: readonly string[]): string => `${texts.join('\t')}\r\n`;
const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Extra ${index + 1}`);
const workbook = makeWorkbook({ sheet: '<row r="1"><c r="A1" t="inlineStr"><is><t>Role</t></is></c></row>' });

/** Files that are no roster, and what is said of each. */
const REFUSED: readonly (readonly [what: string, name: string, bytes: Buffer, says: string])[] = [
  ['an empty file', 'empty.txt', Buffer.alloc(0), 'there is nothing in it to read'],
  ['a byte order mark alone', 'mark.txt', utf16(''), 'there is nothing in it to read'],
  ['one byte', 'one.txt', Buffer.from('x'), 'No header row was found'],
  ['one byte that is no text', 'nul.txt', Buffer.of(0), 'is not a spreadsheet or a text file'],
  [
    'a binary file',
    'picture.csv',
    Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(5000, 0)]),
    'is not a spreadsheet or a text file',
  ],
  [
    'a document in a zip',
    'letter.xlsx',
    makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }),
    'is not a spreadsheet or a text file',
  ],
  [
    'a workbook cut short',
    'cut.xlsx',
    workbook.subarray(0, workbook.length >> 1),
    'is not a complete Excel workbook',
  ],
  ['an old workbook', 'old.xls', makeCompound('Workbook'), '(.xls)'],
  [
    'a workbook with a password',
    'secret.xlsx',
    makeCompound('EncryptedPackage'),
    'is protected with a password',
  ],
  [
    'a web page under the name of a workbook',
    'export.xls',
    Buffer.from('<html><table><tr><td>Role</td></tr></table></html>'),
    'is a web page or XML under the name of a table',
  ],
  [
    'a small workbook of endless texts',
    'endless.xlsx',
    makeWorkbook({
      strings: `<si><t>${'a'.repeat(1_000_000)}</t></si>`,
      sheet: '<row><c t="s"><v>0</v></c></row>'.repeat(2000),
    }),
    'is too large to open',
  ],
  [
    'a workbook that declares entities',
    'entities.xlsx',
    makeWorkbook({ more: { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' } }),
    'holds parts that no Excel workbook needs',
  ],
  [
    'a file of two encodings',
    'mixed.csv',
    Buffer.concat([
      Buffer.from('Role,First Name\r\nTeam Member,Zoë\r\nTeam Member,Jürgen\r\nTeam Member,Renée Köhler\r\n'),
      Buffer.from('Team Member,Jos\u00e9\r\n', 'latin1'),
    ]),
    'does not hold together as UTF-8: byte 100, in line 5, cannot be read',
  ],
  [
    'rows without a header',
    'headless.txt',
    utf16(row(['Team Member', 'n', 'ana@acme.example'])),
    'No header row was found',
  ],
  ['501 columns', 'wide.txt', utf16(row([...headers, ...numbered(501 - headers.length)])), 'has 501 columns'],
];

test.describe('security 7, 8: a file that is no roster is said in one sentence, and the open roster stays', () => {
  for (const [what, name, bytes, says] of REFUSED)
    test(what, async ({ rollcall, page }) => {
      const grid = await openPeople(rollcall, {}, { email: 'mailto:b@acme.example' });
      await grid.cell(0, 'homeTown').click();
      await page.keyboard.type('Galway');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+s');
      await expect(page.getByText('Saved', { exact: true })).toBeVisible();
      const before = await rosterInSight(page);
      await writeFile(join(rollcall.folder, name), bytes);
      await chooseToOpen(page, name);
      const dialog = page.getByRole('alertdialog', { name: `“${name}” was not opened` });
      await expect(dialog.getByRole('paragraph')).toHaveCount(1);
      await expect(dialog.getByRole('paragraph')).toContainText(says);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      expect(await rosterInSight(page)).toEqual(before);
      expect(await grid.focus()).toBe('1 homeTown');
      await page.keyboard.press('Control+z');
      await expect(grid.cell(0, 'homeTown')).toHaveText('Cork');
    });

  test('a folder', async ({ rollcall, page }) => {
    await rollcall.start(rollcall.folder);
    await expect(page.getByRole('alertdialog')).toContainText('is a folder. Choose a file in it.');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(page.getByRole('button', { name: /New roster/ })).toBeVisible();
  });

  test('a file that was deleted after it was listed', async ({ rollcall, page }) => {
    await rollcall.start(await rollcall.fixture('people.txt'));
    await expect(page.getByRole('grid')).toBeVisible();
    await rollcall.start();
    const recent = page.getByRole('button', { name: /^people\.txt/ });
    await expect(recent).toBeVisible();
    await rm(join(rollcall.folder, 'people.txt'));
    await recent.click();
    await expect(page.getByRole('alertdialog')).toContainText('“people.txt” cannot be found.');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
  });

  test('a file that is dropped', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await dropFile(page, 'holiday.jpg', Buffer.alloc(3000));
    await page.getByRole('button', { name: 'Add to this roster' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('“holiday.jpg” is not a spreadsheet');
    await page.keyboard.press('Escape');
    await dropFile(page, 'holiday.jpg', Buffer.alloc(3000));
    await page.getByRole('button', { name: 'Open instead' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('“holiday.jpg” is not a spreadsheet');
    await page.keyboard.press('Escape');
    await expect(grid.cell(0, 'homeTown')).toHaveText('Cork');
  });
});

test.describe('an odd file opens, and what was odd is said', () => {
  const understood = 'How the file was understood';

  test('a header and nobody', async ({ rollcall, page }) => {
    const file = join(rollcall.folder, 'header.txt');
    await writeFile(file, utf16(row(headers)));
    await rollcall.start(file);
    await expect(page.getByRole('region', { name: understood })).toContainText('nobody below it');
    await expect(page.getByRole('contentinfo')).toContainText('0 rows');
    await gridOf(page).cell(0, 'role').click();
    await page.keyboard.type('Admin');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('contentinfo')).toContainText('1 row');
  });

  test('rows and a column that Excel hides', async ({ rollcall, page }) => {
    await rollcall.start(await rollcall.fixture('hidden-rows.xlsx'));
    const notices = page.getByRole('region', { name: understood });
    await expect(notices).toContainText(
      '3 of 5 people stand in rows that Excel hides (lines 3, 5 and 6), by a filter or by hand: they came in like the others.',
    );
    await page.getByRole('button', { name: 'Leave them as they are' }).click();
    await notices.getByRole('button', { name: /^Details/ }).click();
    await expect(notices).toContainText('Column “Salary” is hidden in Excel');
  });

  test('a workbook with macros under a name of its own', async ({ rollcall, page }) => {
    const file = join(rollcall.folder, 'macros.xlsm');
    const cells = headers.map((header) => `<c t="inlineStr"><is><t>${header}</t></is></c>`).join('');
    const person = '<row><c t="inlineStr"><is><t>Admin</t></is></c><c><f>1+1</f></c></row>';
    const more = { 'xl/vbaProject.bin': Buffer.alloc(5000, 7) };
    await writeFile(file, makeWorkbook({ sheet: `<row>${cells}</row>${person}`, more }));
    await rollcall.start(file);
    await expect(gridOf(page).cell(0, 'role')).toHaveText('Admin');
    await expect(page.getByRole('region', { name: understood })).toContainText(
      'formulas that were never calculated (B2)',
    );
  });

  test('a cell of 10 MB, which is kept to the last character', async ({ rollcall, page }) => {
    const file = join(rollcall.folder, 'long.txt');
    const person = headers.map((header) => (header === 'Profile' ? 'a'.repeat(10_000_000) : 'x'));
    await writeFile(file, utf16(row(headers) + row(person)));
    await rollcall.start(file);
    await expect(page.getByRole('contentinfo')).toContainText('1 row', { timeout: 30_000 });
    await gridOf(page).cell(0, 'homeTown').click();
    await page.keyboard.type('Cork');
    await page.keyboard.press('Enter');
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Cork');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
    const saved = (await readFile(file)).toString('utf16le');
    expect(/a+/.exec(saved.slice(row(headers).length))?.[0]).toHaveLength(10_000_000);
    expect(saved).toContain('\tCork\t');
  });

  test('400 columns', async ({ rollcall, page }) => {
    const file = join(rollcall.folder, 'wide.txt');
    const extra = numbered(400 - headers.length);
    await writeFile(file, utf16(row([...headers, ...extra]) + row([...headers.map(() => 'x'), ...extra])));
    await rollcall.start(file);
    const notices = page.getByRole('region', { name: understood });
    await expect(notices.getByRole('paragraph').first()).toContainText(
      '383 columns are not Agent Connect’s (“Extra 1”',
    );
    await gridOf(page).cell(0, 'role').click();
    await page.keyboard.press('End');
    await expect(page.getByRole('gridcell', { name: `Extra ${extra.length}`, exact: true })).toBeVisible();
  });

  test('every column twice', async ({ rollcall, page }) => {
    const file = join(rollcall.folder, 'twice.txt');
    const texts = headers.map((_, index) => `t${index}`);
    await writeFile(file, utf16(row([...headers, ...headers]) + row([...texts, ...texts])));
    await rollcall.start(file);
    // Which of the two is which is asked at once, and can wait.
    await page.getByRole('button', { name: 'Leave them as they are' }).click();
    const notices = page.getByRole('region', { name: understood });
    await expect(notices).toContainText('2 columns both look like Role');
    await notices.getByRole('button', { name: /^Details \(\d+\)$/ }).click();
    await expect(notices.getByRole('paragraph').filter({ hasText: 'both look like' })).toHaveCount(
      headers.length,
    );
  });
});
