import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { columns } from '../../shared/person/catalogue.ts';
import { makeWorkbook } from '../electron/files/make-workbook.ts';
import { chooseToOpen, chooseToSave, saveChooser } from './harness/choose-file.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';
import { expectSaved, typeTown } from './harness/saved.ts';

const utf16 = (...lines: readonly string[]): Buffer =>
  Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`, 'utf16le');

/** What stands in a file that Rollcall saved, its byte order mark seen to. */
async function linesOf(rollcall: Rollcall, name: string): Promise<string[]> {
  const bytes = await readFile(join(rollcall.folder, name));
  expect(bytes.subarray(0, 2).toString('hex')).toBe('fffe');
  return bytes.subarray(2).toString('utf16le').split('\r\n');
}

test.describe('Save', () => {
  test('puts a UTF-16 file in its own place, with the columns that nobody knows', async ({
    rollcall,
    page,
  }) => {
    const file = join(rollcall.folder, 'team.txt');
    await writeFile(
      file,
      utf16(
        'Shoe Size\tRole\tFirst Name\tHome Town\tProfile\tDesk',
        '38\tAdmin\tAna\tCork\t"says ""hi"", twice\nand waves"\t4 b',
      ),
    );
    await rollcall.start(file);
    await page.getByRole('button', { name: 'Leave them as they are' }).click();
    await expectSaved(page, 'team.txt');
    await typeTown(page, 'Galway Łódź 😀');
    await expectSaved(page, 'team.txt', false);
    await page.keyboard.press('Control+s');
    await expectSaved(page, 'team.txt');
    await expect(page.getByText(/^Saved to “team.txt”.*compared: identical\./i)).toBeVisible();
    const [header, ...rows] = await linesOf(rollcall, 'team.txt');
    expect(header?.split('\t')).toEqual([
      ...columns.filter(({ standard }) => standard).map((column) => column.header),
      'Shoe Size',
      'Desk',
    ]);
    expect(rows).toHaveLength(2);
    const cells = rows[0]?.split('\t') ?? [];
    expect(cells.filter((cell) => cell !== '')).toEqual([
      'Admin',
      'Ana',
      'Galway Łódź 😀',
      '"says ""hi"", twice\nand waves"',
      '38',
      '4 b',
    ]);
  });

  test('counts a way back to what is on disk as saved', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await typeTown(page, 'Galway');
    await page.keyboard.press('Control+s');
    await expectSaved(page, 'people.txt');
    await page.keyboard.press('Control+z');
    await expectSaved(page, 'people.txt', false);
    await page.keyboard.press('Control+y');
    await expectSaved(page, 'people.txt');
  });

  test('keeps what is being typed at that moment', async ({ rollcall, page }) => {
    const grid = await openPeople(rollcall, {});
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Control+s');
    await expectSaved(page, 'people.txt');
    expect((await linesOf(rollcall, 'people.txt'))[1]).toContain('\tGalway\t');
  });

  const csv = Buffer.from('Role,First Name,Home Town\r\nAdmin,Ana,Cork\r\n');
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const others: readonly (readonly [name: string, suggested: string, bytes: Buffer])[] = [
    ['list.csv', 'list.txt', csv],
    ['utf8.txt', 'utf8.txt', Buffer.from('Role\tFirst Name\tHome Town\nAdmin\tAna\tCork\n')],
    [
      'book.xlsx',
      'book.txt',
      makeWorkbook({
        sheet: `<row>${['Role', 'First Name', 'Home Town'].map(cell).join('')}</row><row>${['Admin', 'Ana', 'Cork'].map(cell).join('')}</row>`,
      }),
    ],
  ];
  for (const [name, suggested, bytes] of others)
    test(`asks where, for ${name}, which is in another form`, async ({ rollcall, page }) => {
      const file = join(rollcall.folder, name);
      await writeFile(file, bytes);
      await rollcall.start(file);
      await typeTown(page, 'Galway');
      await page.keyboard.press('Control+s');
      await expect(saveChooser(page).getByRole('textbox', { name: 'Name' })).toHaveValue(suggested);
      await page.keyboard.press('Escape');
      await expectSaved(page, name, false);
      expect(await readFile(file)).toEqual(bytes);
      await page.keyboard.press('Control+s');
      await chooseToSave(page, 'mine.txt');
      await expectSaved(page, 'mine.txt');
      expect((await linesOf(rollcall, 'mine.txt'))[1]).toMatch(/^Admin\t.*\tGalway\t/);
      expect(await readFile(file)).toEqual(bytes);
      await expect(page.locator('.status-form')).toHaveText('UTF-16 · tab');
    });

  test('asks where, for a new roster, and then knows the place', async ({ rollcall, page }) => {
    await rollcall.start();
    await page.getByRole('button', { name: /New roster/ }).click();
    await expect(page.locator('.status-saved')).toHaveText('Nothing to save');
    await expect(page.locator('.status-form')).toHaveText('No file yet');
    await page.keyboard.type('Admin');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await chooseToSave(page, 'first');
    await expectSaved(page, 'first.txt');
    await typeTown(page, 'Cork');
    await page.keyboard.press('Control+s');
    await expectSaved(page, 'first.txt');
    expect((await linesOf(rollcall, 'first.txt'))[1]).toContain('\tCork\t');
  });

  test('takes a name with spaces and an emoji', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await page.keyboard.press('Control+Shift+s');
    await chooseToSave(page, 'spring hires 🌱 (2).txt');
    await expectSaved(page, 'spring hires 🌱 (2).txt');
    expect(await linesOf(rollcall, 'spring hires 🌱 (2).txt')).toHaveLength(3);
  });

  test('waits for the folder where Enter is faster, and replaces nothing unasked', async ({
    rollcall,
    page,
  }) => {
    await openPeople(rollcall, {});
    await writeFile(join(rollcall.folder, 'other.txt'), 'someone else’s');
    let answer: (() => void) | undefined;
    await page.route('**/call/folder.list', async (route) => {
      await new Promise<void>((resolve) => (answer = resolve));
      await route.continue();
    });
    const hastily = async (name: string): Promise<void> => {
      await page.keyboard.press('Control+Shift+s');
      await saveChooser(page).getByRole('textbox', { name: 'Name' }).fill(name);
      await page.keyboard.press('Enter');
      await expect.poll(() => answer !== undefined).toBe(true);
      answer?.();
      answer = undefined;
    };
    await hastily('other');
    await expect(saveChooser(page).getByRole('status')).toContainText('Saving replaces it');
    expect(await readFile(join(rollcall.folder, 'other.txt'), 'utf8')).toBe('someone else’s');
    await page.keyboard.press('Escape');
    await hastily('another');
    await expectSaved(page, 'another.txt');
  });

  test('says why a name cannot be, and where a file is already', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const other = join(rollcall.folder, 'other.txt');
    await writeFile(other, 'someone else’s');
    await page.keyboard.press('Control+Shift+s');
    const chooser = saveChooser(page);
    const name = chooser.getByRole('textbox', { name: 'Name' });
    await name.fill('a/b.txt');
    await page.keyboard.press('Enter');
    await expect(chooser.getByRole('status')).toContainText('cannot be the name of a file');
    await name.fill('other');
    await expect(chooser.getByRole('status')).toHaveText(
      '“other.txt” is in this folder already. Saving replaces it.',
    );
    expect(await readFile(other, 'utf8')).toBe('someone else’s');
    await chooser.getByRole('button', { name: 'Replace' }).click();
    await expectSaved(page, 'other.txt');
    expect((await linesOf(rollcall, 'other.txt'))[0]).toMatch(/^Role\t/);
  });
});

test.describe('security 5: a file that has changed on disk since it was opened', () => {
  const theirs = utf16('Role\tFirst Name\tHome Town', 'Admin\tTheirs\tLima');

  /** Opens people.txt, changes it here and there, and saves. */
  async function saveOverTheirs(rollcall: Rollcall): Promise<Page> {
    const { page, folder } = rollcall;
    await openPeople(rollcall, {});
    await typeTown(page, 'Galway');
    await writeFile(join(folder, 'people.txt'), theirs);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alertdialog')).toContainText('has changed since you opened it');
    expect(await readFile(join(folder, 'people.txt'))).toEqual(theirs);
    return page;
  }

  test('security 5: stays as it is while nobody decides', async ({ rollcall }) => {
    const page = await saveOverTheirs(rollcall);
    await page.keyboard.press('Escape');
    await expectSaved(page, 'people.txt', false);
    expect(await readFile(join(rollcall.folder, 'people.txt'))).toEqual(theirs);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alertdialog')).toBeVisible();
  });

  test('security 5: is replaced when asked to', async ({ rollcall }) => {
    const page = await saveOverTheirs(rollcall);
    await page.getByRole('button', { name: 'Replace it with mine' }).click();
    await expectSaved(page, 'people.txt');
    expect((await linesOf(rollcall, 'people.txt'))[1]).toContain('\tGalway\t');
  });

  test('security 5: is opened in place of mine when asked to', async ({ rollcall }) => {
    const page = await saveOverTheirs(rollcall);
    await page.getByRole('button', { name: 'Open their version' }).click();
    await expect(gridOf(page).cell(0, 'firstName')).toHaveText('Theirs');
    await expectSaved(page, 'people.txt');
  });

  test('security 5: stays beside mine under another name', async ({ rollcall }) => {
    const page = await saveOverTheirs(rollcall);
    await page.getByRole('button', { name: 'Save mine as…' }).click();
    await chooseToSave(page, 'mine.txt');
    await expectSaved(page, 'mine.txt');
    expect(await readFile(join(rollcall.folder, 'people.txt'))).toEqual(theirs);
  });

  test('security 5: is written again when it was deleted', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await typeTown(page, 'Galway');
    await rm(join(rollcall.folder, 'people.txt'));
    await page.keyboard.press('Control+s');
    await expectSaved(page, 'people.txt');
    expect((await linesOf(rollcall, 'people.txt'))[1]).toContain('\tGalway\t');
  });

  test('is not saved into a folder that is gone or read-only, and the work stays', async ({
    rollcall,
    page,
  }) => {
    await openPeople(rollcall, {});
    await typeTown(page, 'Galway');
    await rm(rollcall.folder, { recursive: true });
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alertdialog')).toContainText('is not there any more. Choose another place.');
    await page.keyboard.press('Escape');
    await expectSaved(page, 'people.txt', false);
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
  });

  test('is not saved into a read-only folder', async ({ rollcall, page }) => {
    test.skip(process.getuid?.() === 0, 'root may write anywhere');
    await openPeople(rollcall, {});
    await typeTown(page, 'Galway');
    const { mode } = await stat(rollcall.folder);
    await chmod(rollcall.folder, 0o500);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alertdialog')).toContainText('is read-only, so nothing was saved there');
    await page.keyboard.press('Escape');
    await expectSaved(page, 'people.txt', false);
    await chmod(rollcall.folder, mode);
  });
});

test.describe('unsaved work is not lost unasked', () => {
  test('by opening another file', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await rollcall.fixture('workbook.xlsx');
    await typeTown(page, 'Galway');
    await chooseToOpen(page, 'workbook.xlsx');
    const question = page.getByRole('alertdialog', { name: 'Save the changes to “people.txt”?' });
    await expect(question).toContainText('One change would be lost');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expectSaved(page, 'people.txt', false);
    await chooseToOpen(page, 'workbook.xlsx');
    await question.getByRole('button', { name: 'Save', exact: true }).click();
    await expectSaved(page, 'workbook.xlsx');
    expect((await linesOf(rollcall, 'people.txt'))[1]).toContain('\tGalway\t');
  });

  test('by closing the roster or beginning a new one', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await typeTown(page, 'Galway');
    const question = page.getByRole('alertdialog', { name: /^Save the changes/ });
    await page.keyboard.press('Control+n');
    await expect(question).toBeVisible();
    await page.keyboard.press('Escape');
    await expectSaved(page, 'people.txt', false);
    await page.getByRole('button', { name: 'people.txt, not saved' }).click();
    await page.getByRole('menuitem', { name: 'Close roster' }).click();
    await question.getByRole('button', { name: 'Don’t save' }).click();
    await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
    await expect(page).toHaveTitle('Rollcall');
    expect((await linesOf(rollcall, 'people.txt'))[1]).toContain('\tCork\t');
  });

  test('by leaving the page, which asks only then', async ({ rollcall, page }) => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await openPeople(rollcall, {});
    await page
      .evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
      .then((goes) => {
        expect(goes).toBe(true);
      });
    await typeTown(page, 'Galway');
    await page.evaluate(() => {
      location.reload();
    });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expectSaved(page, 'people.txt', false);
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
    // The page has to go at the end of the test.
    await page.keyboard.press('Control+s');
    await expectSaved(page, 'people.txt');
  });
});

test.describe('security 33: the ending of a name and what is written', () => {
  const signatureOf = async (path: string): Promise<string> =>
    (await readFile(path)).subarray(0, 2).toString('latin1');

  test('Save as writes a workbook under a workbook’s name, and Save goes on with it', async ({
    rollcall,
    page,
  }) => {
    await openPeople(rollcall, {});
    const file = join(rollcall.folder, 'people.xlsx');
    await writeFile(file, 'whose it was before');
    await page.keyboard.press('Control+Shift+s');
    await chooseToSave(page, 'people.xlsx');
    await expectSaved(page, 'people.xlsx');
    await expect(page.getByText(/^Saved to “people.xlsx” as an Excel workbook/)).toBeVisible();
    await expect(page.locator('.status-form')).toHaveText('Excel workbook');
    expect(await signatureOf(file)).toBe('PK');
    await typeTown(page, 'Galway');
    await page.keyboard.press('Control+s');
    await expectSaved(page, 'people.xlsx');
    expect(await signatureOf(file)).toBe('PK');
    await rollcall.start(file);
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
  });

  test('Save as writes CSV under a CSV’s name', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await page.keyboard.press('Control+Shift+s');
    await chooseToSave(page, 'people.csv');
    await expectSaved(page, 'people.csv');
    await expect(page.locator('.status-form')).toHaveText('UTF-16 · comma');
    expect((await linesOf(rollcall, 'people.csv'))[0]).toMatch(/^Role,/);
  });

  test('a name that Rollcall cannot write is asked about', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const old = join(rollcall.folder, 'old.xls');
    await writeFile(old, 'theirs');
    await page.keyboard.press('Control+Shift+s');
    await chooseToSave(page, 'old.xls');
    const question = page.getByRole('alertdialog', { name: 'Save as “old.txt” instead?' });
    await expect(question).toContainText('“old.xls” is the name of a workbook of Excel’s old kind');
    await question.getByRole('button', { name: 'Choose another name…' }).click();
    await expect(saveChooser(page).getByRole('textbox', { name: 'Name' })).toHaveValue('old.txt');
    await chooseToSave(page, 'old.xls');
    await question.getByRole('button', { name: 'Save', exact: true }).click();
    await expectSaved(page, 'old.txt');
    expect(await readFile(old, 'utf8')).toBe('theirs');
  });

  test('an export for Agent Connect under a workbook’s name is asked about', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const [book, text] = ['staff.xlsx', 'staff.txt'].map((name) => join(rollcall.folder, name));
    for (const path of [book, text]) await writeFile(path ?? '', 'theirs');
    const exporting = page.getByRole('button', { name: /^Export \d+ rows?/ });
    await page.keyboard.press('Control+e');
    await exporting.click();
    await chooseToSave(page, 'staff.xlsx');
    const question = page.getByRole('alertdialog', { name: 'Save as “staff.txt” instead?' });
    await expect(question).toContainText('Unicode text (UTF-16, tabs), which Agent Connect takes.');
    await expect(question).toContainText('“staff.txt” is in this folder already.');
    await page.keyboard.press('Escape');
    for (const path of [book, text]) expect(await readFile(path ?? '', 'utf8')).toBe('theirs');
    await exporting.click();
    await chooseToSave(page, 'staff.xlsx');
    await question.getByRole('button', { name: 'Replace', exact: true }).click();
    await expect(page.getByRole('dialog', { name: /written to “staff.txt”/ })).toBeVisible();
    expect((await linesOf(rollcall, 'staff.txt'))[0]).toMatch(/^Role\t/);
    expect(await readFile(book ?? '', 'utf8')).toBe('theirs');
  });
});
