import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';
import { expectSaved, typeTown } from './harness/saved.ts';

test.describe('a file that another program has open', () => {
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0,
    'only a mount point refuses to be replaced here, and mounting takes Linux and its root',
  );

  test.afterEach(({ folder }) => {
    try {
      execFileSync('umount', [join(folder, 'people.txt')], { stdio: 'ignore' });
    } catch {
      // The test has done so itself.
    }
  });

  /** Opens people.txt, which then can be written into but not replaced, changes it and saves. */
  async function saveHeld(rollcall: Rollcall): Promise<{ page: Page; file: string; free: () => void }> {
    await openPeople(rollcall, {});
    const { page, folder } = rollcall;
    const [file, other] = [join(folder, 'people.txt'), join(folder, 'other')];
    execFileSync('cp', ['--preserve', file, other]);
    execFileSync('mount', ['--bind', other, file]);
    await typeTown(page, 'Galway');
    await page.keyboard.press('Control+s');
    return { page, file, free: () => execFileSync('umount', [file]) };
  }

  test('is waited for, and stopping leaves it as it was', async ({ rollcall }) => {
    const { page, file, free } = await saveHeld(rollcall);
    const waiting = page.getByRole('dialog', { name: 'Writing “people.txt”' });
    await expect(waiting).toContainText('Another program, often Excel, has it open: waiting.');
    await waiting.getByRole('button', { name: 'Stop' }).click();
    await expect(waiting).toBeHidden();
    await expectSaved(page, 'people.txt', false);
    expect(await readFile(file, 'utf16le')).toContain('\tCork\t');
    await page.keyboard.press('Control+s');
    await expect(waiting).toContainText('waiting.');
    free();
    await expectSaved(page, 'people.txt');
    expect(await readFile(file, 'utf16le')).toContain('\tGalway\t');
  });

  test('is written into after ten seconds, where the user says so', async ({ rollcall }) => {
    const { page, file, free } = await saveHeld(rollcall);
    const question = page.getByRole('alertdialog', { name: '“people.txt” is open in another program' });
    await expect(question).toContainText('Nothing has been written.', { timeout: 20_000 });
    expect(await readFile(file, 'utf16le')).toContain('\tCork\t');
    await question.getByRole('button', { name: 'Write into it' }).click();
    await expectSaved(page, 'people.txt');
    expect(await readFile(file, 'utf16le')).toContain('\tGalway\t');
    expect((await readdir(rollcall.folder)).sort()).toEqual(['other', 'people.txt']);
    free();
  });
});
