import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog, answerSaveDialog, expect, test } from '../harness/electron.ts';
import { gridOf, openPeople } from '../harness/grid-page.ts';

test.describe('the system’s dialogs', () => {
  test('open a roster: one file, of the kinds that can be read; cancelled, nothing changes', async ({
    desktop,
  }) => {
    const file = await desktop.fixture('people.txt');
    const page = await desktop.start();
    const asked = await answerOpenDialog(desktop.app, null);
    await page.keyboard.press('Control+o');
    const rosters: unknown = expect.arrayContaining(['txt', 'csv', 'xlsx']);
    const filters = [
      { name: 'Rosters', extensions: rosters },
      { name: 'All files', extensions: ['*'] },
    ];
    // Without a folder the system's dialog would begin in the program's own.
    const defaultPath: unknown = expect.stringMatching(/^(\/|[A-Z]:)/);
    await expect
      .poll(asked)
      .toEqual([['window', { title: 'Open a roster', defaultPath, properties: ['openFile'], filters }]]);
    await expect(page).toHaveTitle('Rollcall');

    await answerOpenDialog(desktop.app, file);
    await page.getByRole('button', { name: 'Open a roster…' }).click();
    await expect(page).toHaveTitle('people.txt – Rollcall');
  });

  test('save a roster elsewhere: under its name, in its form; cancelled, nothing is written', async ({
    desktop,
  }) => {
    await openPeople(desktop, {});
    const page = await desktop.app.firstWindow();
    const place = join(desktop.folder, 'Kopie für é.txt');
    await gridOf(page).cell(0, 'homeTown').click();
    await page.keyboard.type('Galway');
    await page.keyboard.press('Enter');
    const asked = await answerSaveDialog(desktop.app, null);
    await page.keyboard.press('Control+Shift+s');
    const properties = ['createDirectory', 'showOverwriteConfirmation'];
    const beside = join(desktop.folder, 'people.txt');
    await expect.poll(asked).toMatchObject([['window', { defaultPath: beside, properties }]]);
    await expect(page).toHaveTitle('• people.txt – Rollcall');

    await answerSaveDialog(desktop.app, place);
    await page.keyboard.press('Control+Shift+s');
    await expect(page).toHaveTitle('Kopie für é.txt – Rollcall');
    expect((await readFile(place)).toString('utf16le')).toContain('Galway');
    expect((await readFile(join(desktop.folder, 'people.txt'))).toString('utf16le')).not.toContain('Galway');
  });
});
