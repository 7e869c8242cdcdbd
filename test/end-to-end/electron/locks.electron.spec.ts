import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '../harness/electron.ts';
import { gridOf } from '../harness/grid-page.ts';

test('security 5: what the app has open is free the moment that it is killed, and offered at once', async ({
  desktop,
}) => {
  const roster = await desktop.fixture('people.txt');
  let page = await desktop.start(roster);
  await gridOf(page).cell(0, 'homeTown').click();
  await page.keyboard.type('Galway');
  await page.keyboard.press('Enter');
  const filesOf = async (folder: string, ending: string) =>
    (await readdir(join(desktop.userData, folder)).catch(() => [])).filter((name) => name.endsWith(ending));
  const locks = (folder: string) => filesOf(folder, '.lock');
  /** Of the draft: its head, where its rows are, its mode, and then what was typed. */
  const records = async () => {
    const [draft] = await filesOf('drafts', '.jsonl');
    if (draft === undefined) return 0;
    return (await readFile(join(desktop.userData, 'drafts', draft), 'utf8')).split('\n').length - 1;
  };
  for (const folder of ['drafts', 'open-files']) await expect.poll(() => locks(folder)).toHaveLength(1);
  await expect.poll(records).toBeGreaterThanOrEqual(4);
  await desktop.kill();
  page = await desktop.start();
  const line = page.getByRole('region', { name: 'Unsaved rosters' }).getByRole('listitem');
  await expect(line).toContainText('people.txt');
  await expect(line).not.toContainText('Last used on');
  await line.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
  expect(await locks('drafts')).toHaveLength(1);
});

test('the folder of the roster is not the app’s current one', async ({ desktop }) => {
  const roster = await desktop.fixture('people.txt');
  await desktop.start(basename(roster), { from: dirname(roster) });
  const current = await desktop.app.evaluate(() => process.cwd());
  expect(current).toBe(await desktop.app.evaluate(() => process.execPath.replace(/[\\/][^\\/]+$/, '')));
});
