import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { type ColumnKey, columns } from '../../shared/person/catalogue.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToSave } from './harness/choose-file.ts';
import { expectKept } from './harness/expect-kept.ts';
import { gridOf } from './harness/grid-page.ts';
import { command } from './harness/overlays.ts';
import type { Rollcall } from './harness/rollcall.ts';
import { expect, test } from './harness/simulator.ts';

type Person = Partial<Record<ColumnKey, string>>;

const SHOWN = columns.filter(({ key, standard }) => standard || key === 'deactivated');
const ANYONE: Person = {
  role: 'Team Member',
  canManageTeams: 'n',
  phoneChannel: 'y',
  chatChannel: 'y',
  emailChannel: 'n',
  teamLeader: 'lea@acme.example',
  homeTown: 'Ghent',
};

/** A file as “Download Current Team” gives it: a leader, five of her team, and someone deactivated without a role. */
const TEAM: readonly Person[] = [
  { email: 'olga@acme.example', firstName: 'Olga', lastName: 'Top', canManageTeams: 'y', teamLeader: '' },
  {
    email: 'lea@acme.example',
    firstName: 'Lea',
    lastName: 'Boss',
    canManageTeams: 'y',
    teamLeader: 'olga@acme.example',
  },
  { email: 'ana@acme.example', firstName: 'Ana', lastName: 'Ruiz' },
  { email: 'bob@acme.example', firstName: 'Bob', lastName: 'Ray' },
  { email: 'cy@acme.example', firstName: 'Cy', lastName: 'Low' },
  { email: 'dan@acme.example', firstName: 'Dan', lastName: 'Old', role: '', deactivated: 'y' },
];

async function writeTeam({ folder }: Rollcall): Promise<string> {
  const lines = TEAM.map((person) =>
    SHOWN.map(({ key }) => ({ ...ANYONE, ...person })[key] ?? '').join('\t'),
  );
  const file = join(folder, 'current-team.txt');
  const text = [SHOWN.map(({ header }) => header).join('\t'), ...lines, ''].join('\r\n');
  await writeFile(file, Buffer.from(`\ufeff${text}`, 'utf16le'));
  return file;
}

/** Opens the team's own file and tells Rollcall that it is the current team. */
async function openTeam(rollcall: Rollcall, url: string): Promise<void> {
  const { page } = rollcall;
  await rollcall.start(await writeTeam(rollcall));
  await gridOf(page).cell(0, 'role').waitFor();
  await page.locator('.organization-button').click();
  await page.getByRole('menuitem', { name: 'Add an organization…' }).click();
  const view = page.getByRole('complementary', { name: 'Organization' });
  await view.getByLabel('Name').fill('Acme Support');
  await view.getByLabel('At a test server').check();
  await view.getByLabel('Address').fill(url);
  await view.getByRole('button', { name: 'Add the organization' }).click();
  await view.getByRole('button', { name: 'Read a file…' }).click();
  const chooser = page.getByRole('dialog', { name: 'Read the current team from a file' });
  await chooser.getByRole('option').filter({ hasText: 'current-team.txt' }).dblclick();
  await expect(view).toContainText('6 people, taken just now');
}

const mode = (page: Page): Locator => page.getByTestId('mode');
const counts = (page: Page): Locator => page.locator('.status-counts');

test('a bulk update is offered, marks what changes, and exports it alone', async ({
  rollcall,
  page,
  simulator,
}) => {
  await openTeam(rollcall, simulator.url);
  const grid = gridOf(page);
  await page.getByRole('button', { name: 'Prepare a bulk update' }).click();
  await expect(mode(page)).toHaveText('Bulk update');
  await page.getByRole('button', { name: 'Show the problems' }).click();
  // One deactivated person without a role would make the whole update fail.
  const group = page.getByRole('treeitem', { name: /Deactivated, incomplete/ });
  await group.getByRole('button', { name: 'Delete' }).click();
  await expect(counts(page)).toContainText('5 rows');
  await expect(counts(page)).toContainText('0 changed');

  await grid.cell(2, 'homeTown').click();
  await page.keyboard.type('Bruges');
  await page.keyboard.press('Enter');
  await grid.cell(3, 'role').click();
  await page.keyboard.type('Coach');
  await page.keyboard.press('Enter');
  await expect(counts(page)).toContainText('2 changed');
  await expect(grid.cell(2, 'homeTown')).toHaveClass(/rc-changed/);
  await expect(grid.cell(2, 'homeTown')).toHaveAttribute(
    'aria-description',
    'Agent Connect has “Ghent” here.',
  );
  await expect(grid.cell(4, 'homeTown')).not.toHaveClass(/rc-changed/);
  await expect(grid.gutter(2).getByRole('img', { name: 'Differs from Agent Connect' })).toBeVisible();
  await expect(grid.gutter(4).getByRole('img')).toHaveCount(0);
  await grid.cell(2, 'homeTown').click();
  await expect(page.locator('.status-problem')).toHaveText('Agent Connect has “Ghent” here.');

  await command(page, 'Show only changed rows');
  await expect(page.getByRole('region', { name: 'Filter' })).toContainText('2 of 5 rows shown');
  await assertAccessible(page);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Changed rows only: 2 that differ from Agent Connect')).toBeChecked();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Export 2 rows' }).click();
  await chooseToSave(page, 'update.txt');
  await expect(page.getByRole('dialog', { name: '2 rows written' })).toContainText(
    'red is an error and green a change',
  );
  const written = (await readFile(join(rollcall.folder, 'update.txt'))).toString('utf16le');
  const rows = written.split('\r\n').map((line) => line.split('\t'));
  expect(rows.slice(1, -1).map((cells) => [cells[0], cells[4], cells[6]])).toEqual([
    ['Team Member', 'Ana', 'Bruges'],
    ['Coach', 'Bob', 'Ghent'],
  ]);

  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.keyboard.press('Control+Shift+U');
  const upload = page.getByRole('complementary', { name: 'Upload' });
  await upload.getByRole('button', { name: 'Hand over by file…' }).click();
  await expect(upload).toContainText('Export the file that the bulk update takes');
  await expect(upload.getByRole('checkbox')).toHaveCount(4);
  await expect(upload.getByLabel('Select Confirm')).toBeVisible();
});

test('security 4: a bulk update that was left unsaved is one when it is opened again', async ({
  rollcall,
  page,
  simulator,
}) => {
  rollcall.tolerate(/Failed to load resource|ERR_CONNECTION|net::/);
  await openTeam(rollcall, simulator.url);
  await page.getByRole('button', { name: 'Prepare a bulk update' }).click();
  await expect(mode(page)).toHaveText('Bulk update');
  await gridOf(page).cell(2, 'homeTown').click();
  await page.keyboard.type('Bruges');
  await page.keyboard.press('Enter');
  await expect(counts(page)).toContainText('1 changed');
  await expectKept(rollcall, 'Bruges');
  await rollcall.kill();
  await rollcall.start();
  const unsaved = page.getByRole('region', { name: 'Unsaved rosters' });
  await unsaved.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(mode(page)).toHaveText('Bulk update');
  await expect(counts(page)).toContainText('1 changed');
});

test('what Agent Connect has is put back, and a manager’s leader is told', async ({
  rollcall,
  page,
  simulator,
}) => {
  await openTeam(rollcall, simulator.url);
  const grid = gridOf(page);
  // All columns are in sight.
  await page.setViewportSize({ width: 2600, height: 800 });
  await mode(page).click();
  await page.getByRole('menuitemradio', { name: /^Bulk update/ }).click();
  await expect(counts(page)).toContainText('0 changed');
  await grid.cell(1, 'teamLeader').click();
  await page.keyboard.type('ana@acme.example');
  await page.keyboard.press('Enter');
  await expect(grid.cell(1, 'teamLeader')).toHaveClass(/rc-error/);
  await grid.cell(1, 'teamLeader').click();
  await expect(page.getByRole('group', { name: 'Problems here' })).toContainText(
    'a bulk update cannot give managers another Team Leader',
  );
  await expect(page.getByRole('group', { name: 'Problems here' })).toContainText(
    'Agent Connect has “olga@acme.example” here.',
  );
  await grid.gutter(1).click();
  await command(page, 'Put back what Agent Connect has');
  await expect(grid.cell(1, 'teamLeader')).toHaveText('olga@acme.example');
  await expect(counts(page)).toContainText('0 changed');
  await page.keyboard.press('Control+z');
  await expect(counts(page)).toContainText('1 changed');
  await mode(page).click();
  await page.getByRole('menuitemradio', { name: /^Bulk create/ }).click();
  await expect(grid.cell(1, 'teamLeader')).not.toHaveClass(/rc-changed/);
  await expect(counts(page)).not.toContainText('changed');
});
