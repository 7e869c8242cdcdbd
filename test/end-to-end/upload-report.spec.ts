import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { UploadJournal } from '../../electron/agent-connect/journal/upload-journal.ts';
import type { RowEnding } from '../../shared/upload/journal/outcome.ts';
import { createOrder, headOf } from '../shared/upload/journal/build-orders.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToSave } from './harness/choose-file.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/simulator.ts';
import { button, connect, createdIn, openNewcomers, panel, plan } from './harness/upload-page.ts';

/** The counts of a part of the report, as “name count” in their order. */
async function countsIn(page: Page, part: 'Next steps' | 'Done'): Promise<string[]> {
  const buttons = panel(page).getByRole('group', { name: part }).getByRole('button');
  return (await buttons.allTextContents()).map((text) => text.replace(/(\D)(\d)/, '$1 $2'));
}

test('the report has first who needs a step, with that step, and none of them among those who are done', async ({
  rollcall,
  page,
  simulator,
}) => {
  test.setTimeout(120_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openNewcomers(rollcall, 9);
  await connect(page, simulator);
  await plan(page, 9);
  for (const fault of [
    { kind: 'hidden', about: 'new2@', ms: 9000 },
    { kind: 'lose', about: 'new3@' },
    { kind: 'shorten', about: 'new4@' },
    { kind: 422, about: 'new5@' },
  ] as const)
    simulator.faults.add({ ...fault, method: 'POST' });
  await button(page, /^Go on with 9 people/).click();
  await button(page, 'Create 9 people').click();
  const headline = 'Done, with a next step for 4 people';
  await expect(panel(page).getByRole('heading', { name: headline })).toBeVisible({ timeout: 60_000 });

  expect(await countsIn(page, 'Next steps')).toEqual([
    'Sent twice 1',
    'Invitation or password not confirmed 1',
    'Stored differently 1',
    'Failed 1',
  ]);
  expect(await countsIn(page, 'Done')).toEqual(['Created 5']);
  expect(createdIn(simulator).filter((email) => email === 'new2@acme.example')).toHaveLength(2);

  // The first of them is in sight with its step; each other by one click, from the keyboard too.
  const list = panel(page).getByRole('option');
  await expect(list).toHaveCount(1);
  await expect(panel(page)).toContainText('Where somebody is there twice, deactivate one of the two.');
  await expect(list).toContainText('Look for a double of this person in Agent Connect.');
  await assertAccessible(page);
  await button(page, /^Sent twice/).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(list).toContainText('Whether the temporary password was taken is not confirmed.');
  await button(page, /^Stored differently/).click();
  await expect(list).toContainText('Last Name was sent as “Comer ea”, stored as “Comer”.');
  await button(page, /^Failed/).click();
  await expect(list).toContainText('Agent Connect did not accept this person');
  await button(page, /^Created/).click();
  await expect(list).toHaveCount(5);
  await expect(panel(page)).toContainText('Nothing is left to do for these people.');

  await button(page, 'Save report…').click();
  await chooseToSave(page, 'report.csv');
  await expect(page.getByText('Saved to “report.csv”')).toBeVisible();
  const [header = '', ...lines] = (await readFile(join(rollcall.folder, 'report.csv'), 'utf8')).split('\r\n');
  expect(header).toBe('\uFEFFLine,Name,Email Address,Employee ID,Outcome,Next Step,Reason');
  expect(lines.slice(0, 5).map((line) => line.split(',').slice(4, 6))).toEqual([
    ['Created', 'Look for a double'],
    ['Created', 'Check the invitation and the password'],
    ['Created', 'Compare what was stored'],
    ['Failed', 'Correct the row'],
    ['Created', ''],
  ]);
  await button(page, 'Copy summary').click();
  const summary = await page.evaluate(() => navigator.clipboard.readText());
  expect(summary).toContain(`${headline}. 9 rows: 1 sent twice,`);
  expect(summary).toContain('- Sent twice (1): Look for each of these people in Agent Connect.');
  expect(summary).not.toContain('Comer');
});

test('deactivations are counted on their own from the plan to the report', async ({
  rollcall,
  page,
  simulator,
}) => {
  test.setTimeout(60_000);
  const [, , gone, moved] = simulator.directory.people.map(({ fields }) => fields.email ?? '');
  await openPeople(
    rollcall,
    { email: 'new0@acme.example', teamLeader: 'leader0@acme.example' },
    { email: gone ?? '', deactivated: 'y', teamLeader: 'leader0@acme.example' },
    { email: moved ?? '', homeTown: 'Ghent', teamLeader: 'leader0@acme.example' },
  );
  await connect(page, simulator);
  await page.keyboard.press('Control+Shift+U');
  await panel(page).getByRole('radio', { name: 'Change what differs' }).check();
  await expect(button(page, /^To deactivate/)).toHaveText('To deactivate1');
  await expect(button(page, /^To change/)).toHaveText('To change1');
  await assertAccessible(page);
  await button(page, /^Go on with 3 people/).click();
  await expect(panel(page)).toContainText('1 person is deactivated.');
  const start = button(page, 'Create 1, change 1 and deactivate 1 person');
  await page.setViewportSize({ width: 900, height: 600 });
  for (const one of [start, button(page, 'Back')]) {
    const label = one.locator('.mantine-Button-label');
    expect(await label.evaluate((words) => words.scrollWidth <= words.clientWidth)).toBe(true);
  }
  await start.click();
  await expect(panel(page).getByRole('heading', { name: 'All done' })).toBeVisible({ timeout: 40_000 });
  await expect(button(page, /^Deactivated/)).toHaveText('Deactivated1');
  await expect(button(page, /^Changed/)).toHaveText('Changed1');
  expect(simulator.directory.find(gone ?? '').status).toBe('deactivated');
});

const ENDINGS: readonly Pick<RowEnding, 'outcome' | 'reason' | 'words' | 'stored'>[] = [
  { outcome: 'created', reason: 'sentTwice', words: '' },
  { outcome: 'created', reason: 'notConfirmed', words: '' },
  {
    ...{ outcome: 'created', reason: null, words: '' },
    stored: [{ column: 'firstName', sent: 'Alexandria', stored: 'Alexan' }],
  },
  { outcome: 'failed', reason: 'notAccepted', words: 'role does not exist' },
];

/** Leaves the journal of an upload of so many people, each fourth of whom ended in the same way. */
async function leaveJournal(userData: string, people: number): Promise<void> {
  const head = headOf(people + 1, { name: 'people.txt', welcome: 'now' });
  await mkdir(join(userData, 'uploads'), { recursive: true });
  const begun = await UploadJournal.begin(join(userData, 'uploads', `${head.id}.jsonl`), head);
  if (!begun.ok) throw new Error(begun.failure.code);
  const journal = begun.value;
  await journal.addOrders(Array.from({ length: people + 1 }, (_, place) => createOrder(place)));
  await journal.ready();
  for (let place = 0; place < people; place += 1) {
    const ending = ENDINGS[place % ENDINGS.length];
    if (ending) journal.note({ kind: 'outcome', place, ...ending });
  }
  await journal.commit({ kind: 'ended', how: 'stopped' });
  await journal.close();
}

for (const [people, scheme, width, height] of [
  [4, 'light', 900, 600],
  [20, 'dark', 1280, 800],
  [5000, 'light', 1920, 1080],
] as const)
  test(`the report of ${people} people with a next step is usable in a window of ${width} × ${height}, ${scheme}`, async ({
    rollcall,
    page,
  }) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    await leaveJournal(rollcall.userData, people);
    await rollcall.start();
    await page.getByRole('button', { name: 'Show report' }).click();
    const number = (people + 1).toLocaleString('en-US');
    const heading = panel(page).getByRole('heading', {
      name: `Stopped, with a next step for ${number} people`,
    });
    await expect(heading).toBeVisible({ timeout: 20_000 });
    await expect(button(page, /^Sent twice/)).toHaveAttribute('aria-pressed', 'true');
    await assertAccessible(page);
    for (const name of [/^Failed/, /^Stored differently/]) {
      await button(page, name).click();
      await expect(panel(page).getByRole('option').first()).toBeInViewport();
    }
    // Only the rows in sight exist, and the last one is a key away.
    expect(await panel(page).getByRole('option').count()).toBeLessThan(60);
    await panel(page).getByRole('listbox').press('End');
    const last = panel(page).locator('[role="option"][data-active="true"]');
    await expect(last).toHaveAttribute('aria-posinset', String(people / 4));
    await expect(last).toBeInViewport();
    await page.screenshot({ path: test.info().outputPath('report.png') });
  });
