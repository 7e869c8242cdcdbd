import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expectKept } from './harness/expect-kept.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { expect, type Rollcall, test } from './harness/rollcall.ts';

const unsaved = (page: Page) => page.getByRole('region', { name: 'Unsaved rosters' });

async function type(page: Page, row: number, town: string): Promise<void> {
  await gridOf(page).cell(row, 'homeTown').click();
  await page.keyboard.type(town);
  await page.keyboard.press('Enter');
}

async function draftsOf(rollcall: Rollcall): Promise<string[]> {
  return readdir(join(rollcall.userData, 'drafts')).catch(() => []);
}

/** Types into the only person of people.txt, and has the process killed when that is kept. */
async function leaveUnsaved(rollcall: Rollcall): Promise<void> {
  await openPeople(rollcall, {});
  await type(rollcall.page, 0, 'Galway');
  await expectKept(rollcall, 'Galway');
  await rollcall.kill();
}

test.describe('Unsaved changes', () => {
  test.beforeEach(({ rollcall }) => {
    // The host that is killed answers nothing any more.
    rollcall.tolerate(/Failed to load resource|ERR_CONNECTION|net::/);
  });

  test('security 5: left on another computer are offered with its name, and opened all the same', async ({
    rollcall,
    page,
  }) => {
    await leaveUnsaved(rollcall);
    const [draft = ''] = (await draftsOf(rollcall)).filter((name) => name.endsWith('.jsonl'));
    const lock = join(rollcall.userData, 'drafts', `${draft}.lock`);
    await writeFile(lock, JSON.stringify({ id: '0'.repeat(16), name: 'BERT-PC' }));
    await rollcall.start();
    const line = unsaved(page).getByRole('listitem').filter({ hasText: 'people.txt' });
    await expect(line).toContainText('Last used on BERT-PC, where it may still be open');
    await line.getByRole('button', { name: 'Open anyway' }).click();
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
    expect(JSON.parse(await readFile(lock, 'utf8'))).not.toMatchObject({ name: 'BERT-PC' });
  });

  test('security 4: outlive the process, and Undo takes them back; once saved nothing is offered', async ({
    rollcall,
    page,
  }) => {
    await openPeople(rollcall, {}, {});
    await type(page, 0, 'Galway');
    await type(page, 1, 'Limerick');
    await expectKept(rollcall, 'Limerick');
    await rollcall.kill();
    await rollcall.start();
    const line = unsaved(page).getByRole('listitem').filter({ hasText: 'people.txt' });
    await expect(line).toContainText('2 changes not saved');
    await line.getByRole('button', { name: 'Open', exact: true }).click();
    const grid = gridOf(page);
    await expect(grid.cell(1, 'homeTown')).toHaveText('Limerick');
    await expect(page.getByText('Back as it was: 2 changes not saved.')).toBeVisible();
    await expect(page).toHaveTitle('• people.txt – Rollcall');
    await grid.cell(0, 'homeTown').click();
    await page.keyboard.press('Control+z');
    await expect(grid.cell(1, 'homeTown')).toHaveText('Cork');
    await page.keyboard.press('Control+s');
    await expect(page).toHaveTitle('people.txt – Rollcall');
    const text = (await readFile(join(rollcall.folder, 'people.txt'))).toString('utf16le');
    expect(text).toContain('Galway');
    await rollcall.start();
    await expect(page.getByRole('heading', { name: 'Recent' })).toBeVisible();
    await expect(unsaved(page)).toHaveCount(0);
    expect(await draftsOf(rollcall)).toEqual([]);
  });

  test('are gone when they are not wanted: Don’t save, Discard', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    await type(page, 0, 'Galway');
    await expectKept(rollcall, 'Galway');
    await page.getByRole('button', { name: 'people.txt, not saved' }).click();
    await page.getByRole('menuitem', { name: 'Close roster' }).click();
    await page.getByRole('button', { name: 'Don’t save' }).click();
    await expect.poll(() => draftsOf(rollcall)).toEqual([]);
    await expect(unsaved(page)).toHaveCount(0);
    await openPeople(rollcall, {});
    await type(page, 0, 'Limerick');
    await expectKept(rollcall, 'Limerick');
    await rollcall.kill();
    await rollcall.start();
    await unsaved(page).getByRole('button', { name: 'Discard…' }).click();
    await unsaved(page).getByRole('button', { name: 'Discard', exact: true }).click();
    await expect(unsaved(page)).toHaveCount(0);
    await expect.poll(() => draftsOf(rollcall)).toEqual([]);
  });

  test('are offered when their file is opened, and stay where it is opened as it is', async ({
    rollcall,
    page,
  }) => {
    await leaveUnsaved(rollcall);
    const file = join(rollcall.folder, 'people.txt');
    await rollcall.start(file);
    const question = page.getByRole('alertdialog', { name: '“people.txt” has changes that were not saved' });
    await question.getByRole('button', { name: 'Open the file as it is' }).click();
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Cork');
    await rollcall.start(file);
    await question.getByRole('button', { name: 'Open with the changes' }).click();
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
    await expect(page).toHaveTitle('• people.txt – Rollcall');
  });

  test('security 5: meet the file as it is on disk by now: it is asked about before it is replaced', async ({
    rollcall,
    page,
  }) => {
    await leaveUnsaved(rollcall);
    await writeFile(join(rollcall.folder, 'people.txt'), 'theirs');
    await rollcall.start();
    await unsaved(page).getByRole('button', { name: 'Open', exact: true }).click();
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alertdialog')).toContainText('has changed since you opened it');
    expect(await readFile(join(rollcall.folder, 'people.txt'), 'utf8')).toBe('theirs');
  });

  test('security 5: outlive the file: what was deleted is offered, and saved in its place', async ({
    rollcall,
    page,
  }) => {
    await leaveUnsaved(rollcall);
    const file = join(rollcall.folder, 'people.txt');
    await rm(file);
    await rollcall.start();
    await unsaved(page).getByRole('button', { name: 'Open', exact: true }).click();
    await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
    await page.keyboard.press('Control+s');
    await expect(page).toHaveTitle('people.txt – Rollcall');
    expect((await readFile(file)).toString('utf16le')).toContain('Galway');
  });
});
