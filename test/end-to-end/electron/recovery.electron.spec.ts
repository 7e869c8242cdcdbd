import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/electron.ts';
import { expectKept } from '../harness/expect-kept.ts';
import { gridOf, openPeople } from '../harness/grid-page.ts';

test('security 4: what was unsaved when the app was killed is offered, with its steps', async ({
  desktop,
}) => {
  const grid = await openPeople(desktop, {}, {});
  const killed = await desktop.app.firstWindow();
  for (const [row, town] of ['Galway', 'Limerick'].entries()) {
    await grid.cell(row, 'homeTown').click();
    await killed.keyboard.type(town);
    await killed.keyboard.press('Enter');
  }
  await expectKept(desktop, 'Limerick');
  await desktop.kill();

  const page = await desktop.start();
  const line = page
    .getByRole('region', { name: 'Unsaved rosters' })
    .getByRole('listitem')
    .filter({ hasText: 'people.txt' });
  await expect(line).toContainText('2 changes not saved');
  await line.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(gridOf(page).cell(1, 'homeTown')).toHaveText('Limerick');
  await gridOf(page).cell(0, 'homeTown').click();
  await page.keyboard.press('Control+z');
  await expect(gridOf(page).cell(1, 'homeTown')).toHaveText('Cork');
  await page.keyboard.press('Control+s');
  await expect(page).toHaveTitle('people.txt – Rollcall');
  // The draft hears of it a moment after the title has said so.
  const folder = join(desktop.userData, 'drafts');
  const drafts = async () => (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const texts = async () => Promise.all((await drafts()).map((name) => readFile(join(folder, name), 'utf8')));
  await expect.poll(texts).toEqual([expect.stringContaining('"kind":"saved"')]);

  const again = await desktop.start();
  await expect(again.getByRole('heading', { name: 'Recent' })).toBeVisible();
  await expect(again.getByRole('region', { name: 'Unsaved rosters' })).toBeHidden();
  expect(await drafts()).toEqual([]);
});
