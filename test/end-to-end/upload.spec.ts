import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToOpen, chooseToSave } from './harness/choose-file.ts';
import { gridOf } from './harness/grid-page.ts';
import { filesBelow, traceIn } from './harness/secret-forms.ts';
import { expect, KEY, SECRET, test } from './harness/simulator.ts';
import {
  button,
  ELSEWHERE,
  expected,
  uploadElsewhere,
  connect,
  createdIn,
  fromMenu,
  openNewcomers,
  organization,
  panel,
  PASSWORD,
  plan,
  setKey,
} from './harness/upload-page.ts';

/** What heads the report of an upload that was carried out whole. */
const ENDED = /^(All done|Done, with a next step for \d+ (person|people))$/;

test('security 22: through faults, a pause, a reload and a crash, everyone is created once', async ({
  rollcall,
  page,
  simulator,
}) => {
  test.setTimeout(120_000);
  rollcall.tolerate(/./);
  page.on('dialog', (dialog) => void dialog.accept());
  const grid = await openNewcomers(rollcall, 40);
  await connect(page, simulator);
  await plan(page, 40);
  for (const fault of [
    { kind: 429, retryAfter: '1' },
    { kind: 'lose' },
    { kind: 500 },
    { kind: 'drop' },
  ] as const)
    simulator.faults.add({ ...fault, method: 'POST', after: 2 });
  await button(page, /^Go on with 40 people/).click();
  await expect(panel(page)).toContainText(new URL(simulator.url).host);
  await button(page, 'Create 40 people').click();

  // Each row carries its mark.
  await expect(grid.gutter(0).getByRole('img', { name: 'Created' })).toBeVisible({ timeout: 20_000 });
  await button(page, 'Pause').click();
  await expect(panel(page)).toContainText('Paused', { timeout: 20_000 });
  // What was still to be told is told by then.
  await page.waitForTimeout(400);
  const asked: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('upload.progress')) asked.push(performance.now());
  });
  await page.waitForTimeout(800);
  expect(asked).toEqual([]);
  expect(createdIn(simulator).length).toBeLessThan(40);
  await button(page, 'Resume').click();

  // At most four a second are asked how it goes, however much there is to tell.
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThan(7);
  // On the whole: a busy machine hears of some of them late.
  const [first = 0, last = 0] = [asked[1], asked[7]];
  expect((last - first) / 6).toBeGreaterThan(150);

  // The run is the app's: a page that is loaded anew finds it.
  await page.reload();
  await expect(panel(page)).toContainText(/Wave 2 of 2/, { timeout: 20_000 });
  await expect(button(page, 'Pause')).toBeVisible();
  await expect.poll(() => createdIn(simulator).length, { timeout: 30_000 }).toBeGreaterThan(12);
  await rollcall.kill();
  expect(createdIn(simulator).length).toBeLessThan(40);

  await rollcall.start();
  await expect(page.getByText('Upload of people.txt to Acme Support')).toBeVisible();
  await assertAccessible(page);
  await fromMenu(page, 'Organization details…');
  await setKey(page);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(panel(page)).toContainText('Open “people.txt” as it was, then resume.');
  await assertAccessible(page);
  await chooseToOpen(page, 'people.txt');
  await gridOf(page).cell(0, 'role').waitFor();
  await button(page, 'Resume').click();
  // Whose answer was lost has a password that nobody has confirmed.
  await expect(panel(page).getByRole('heading', { name: ENDED })).toBeVisible({ timeout: 60_000 });
  expect(createdIn(simulator)).toEqual(expected(40));
  await expect(
    gridOf(page)
      .gutter(0)
      .getByRole('img', { name: /Created|Left as it was|not confirmed/ }),
  ).toBeVisible();

  await button(page, 'Save report…').click();
  await chooseToSave(page, 'report.csv');
  await expect(page.getByText('Saved to “report.csv”')).toBeVisible();
  const report = await readFile(join(rollcall.folder, 'report.csv'), 'utf8');
  expect(report.split('\r\n')).toHaveLength(42);

  // Security 19: neither passwords nor keys are in anything that was written, but for the roster itself, nor in the page.
  const files = [...(await filesBelow(rollcall.userData)), ...(await filesBelow(rollcall.folder))];
  for (const [path, bytes] of files.filter(([path]) => !path.endsWith('people.txt')))
    expect(traceIn(bytes, [KEY, SECRET, PASSWORD]), path).toBeNull();
  const html = await page.content();
  for (const secret of [KEY, SECRET, PASSWORD]) expect(html).not.toContain(secret);
});

test('a journal that cannot be read is shown at the start, with why and where, until it is deleted', async ({
  rollcall,
  page,
}) => {
  const folder = join(rollcall.userData, 'uploads');
  const name = '7f3a1c52-9d1e-4c58-8a53-0a1b2c3d4e5f.jsonl';
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), '00000000 0 {"kind":"head"}\n');
  await rollcall.start();
  const kept = page.getByRole('region', { name: 'Unfinished uploads' });
  await expect(kept).toContainText(`“${name}” is damaged in line 1`);
  await expect(kept).toContainText(join(folder, name));
  await kept.getByRole('button', { name: 'Delete its journal…' }).click();
  expect(await readdir(folder)).toEqual([name]);
  await kept.getByRole('button', { name: 'Delete its journal', exact: true }).click();
  await expect(kept).toBeHidden();
  await expect.poll(() => readdir(folder)).toEqual([]);
});

test('who is refused is named with the server’s words, and makes a roster for the next round', async ({
  rollcall,
  page,
  simulator,
}) => {
  await openNewcomers(rollcall, 4);
  await connect(page, simulator);
  await plan(page, 4);
  simulator.faults.add({ kind: 422, method: 'POST', after: 1 });
  await button(page, /^Go on with 4 people/).click();
  await button(page, 'Create 4 people').click();
  await expect(panel(page).getByRole('heading', { name: 'Done, with a next step for 1 person' })).toBeVisible(
    {
      timeout: 20_000,
    },
  );
  await expect(button(page, /^Created/)).toHaveText('Created3');
  await expect(button(page, /^Failed/)).toHaveText('Failed1');
  const line = panel(page).getByRole('option');
  await expect(line).toContainText('Agent Connect did not accept this person');
  await button(page, 'Make a roster of the 1 row not done…').click();
  await chooseToSave(page, 'rest.txt');
  await expect(page.getByText('1 row saved to “rest.txt”')).toBeVisible();
  const rest = (await readFile(join(rollcall.folder, 'rest.txt'))).subarray(2).toString('utf16le');
  const [, row = '', end] = rest.split('\r\n');
  expect(end).toBe('');
  const [email = ''] = /new\d@acme\.example/.exec(row.split('\t').slice(0, 4).join()) ?? [];
  expect(createdIn(simulator)).toEqual(expected(4).filter((one) => one !== email));
  expect(row).toContain(PASSWORD);
});

test('security 25: production is typed, an edit makes the plan stale until it is taken back', async ({
  rollcall,
  page,
  simulator,
}) => {
  const grid = await openNewcomers(rollcall, 3);
  await connect(page, simulator, true);
  await plan(page, 3);
  await grid.cell(1, 'lastName').click();
  await page.keyboard.type('Other');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('The roster has changed since this plan was made.');
  await expect(button(page, /^Go on with/)).toBeDisabled();
  await page.keyboard.press('Control+z');
  await button(page, /^Go on with 3 people/).click();
  const create = button(page, 'Create 3 people in production');
  await expect(create).toBeDisabled();
  await panel(page)
    .getByLabel(/^Type 3 to confirm/)
    .fill('3');
  await create.click();
  await expect(panel(page).getByRole('heading', { name: 'All done' })).toBeVisible({ timeout: 20_000 });
  expect(createdIn(simulator)).toEqual(expected(3));
});

test('no step of it has an accessibility violation', async ({ rollcall, page, simulator }) => {
  test.setTimeout(120_000);
  await openNewcomers(rollcall, 12);
  await connect(page, simulator, true);
  await plan(page, 12);
  await assertAccessible(page);
  await button(page, /^Go on with/).click();
  await panel(page)
    .getByLabel(/^Type 12 to confirm/)
    .fill('12');
  await assertAccessible(page);
  await button(page, /^Create 12 people/).click();
  await button(page, 'Pause').click();
  await expect(panel(page)).toContainText('Paused', { timeout: 20_000 });
  await assertAccessible(page);
  await button(page, 'Stop…').click();
  await assertAccessible(page);
  await button(page, 'Stop the upload').click();
  await expect(panel(page).getByRole('heading', { name: 'Stopped' })).toBeVisible({ timeout: 20_000 });
  await assertAccessible(page);
  await button(page, 'New plan').click();
  await button(page, 'Hand over by file…').click();
  await assertAccessible(page);
});

for (const isCareful of [true, false])
  test(`each person is looked up right before being sent where that is ${isCareful ? 'chosen' : 'not chosen, and nobody is'}`, async ({
    rollcall,
    page,
    simulator,
  }) => {
    rollcall.tolerate(/./);
    page.on('dialog', (dialog) => void dialog.accept());
    await openNewcomers(rollcall, 12);
    await connect(page, simulator);
    await plan(page, 12);
    await expect(panel(page)).toContainText('It takes less than a minute at 900 requests a minute.');
    await button(page, /^Go on with 12 people/).click();
    const careful = panel(page).getByLabel('Check each person right before sending');
    await expect(careful).not.toBeChecked();
    await expect(panel(page)).toContainText('who is there already is read anew as it goes');
    if (isCareful) {
      await careful.check();
      await assertAccessible(page);
    }
    const before = simulator.log.length;
    await button(page, 'Create 12 people').click();
    await expect(panel(page)).toContainText('All done', { timeout: 60_000 });
    const lookedUp = simulator.log
      .slice(before)
      .filter(({ method, path }) => method === 'GET' && /\/employees\/new\d+(?:@|%40)/.test(path));
    expect(lookedUp).toHaveLength(isCareful ? 12 : 0);
  });

test('an unfinished upload is offered wherever the app begins, and its line leads to it while it runs', async ({
  rollcall,
  page,
  simulator,
}) => {
  test.setTimeout(120_000);
  rollcall.tolerate(/./);
  page.on('dialog', (dialog) => void dialog.accept());
  const kept = page.getByRole('region', { name: 'Unfinished uploads' });
  const offer = page.getByRole('region', { name: 'Unfinished upload', exact: true });
  await openNewcomers(rollcall, 40);
  await connect(page, simulator);
  await plan(page, 40);
  simulator.faults.add({ kind: 429, retryAfter: '2', method: 'POST', after: 8 });
  await button(page, /^Go on with 40 people/).click();
  await button(page, 'Create 40 people').click();
  await expect.poll(() => createdIn(simulator).length, { timeout: 20_000 }).toBeGreaterThan(3);

  // While it runs.
  await expect(offer).toBeHidden();
  await button(page, 'Hide the upload').click();
  await page.keyboard.press('F1');
  await page.keyboard.type('close roster');
  await page.keyboard.press('Enter');
  await expect(kept).toContainText(/(Running|Waiting for Agent Connect): \d+ of 40 rows done/);
  await expect(kept.getByRole('button')).toHaveText(['Show it']);
  const line = await kept.locator('p').innerText();
  await expect(kept.locator('p')).not.toHaveText(line, { timeout: 20_000 });
  await assertAccessible(page);
  await kept.getByRole('button', { name: 'Show it' }).click();
  await expect(button(page, 'Pause')).toBeVisible();
  await button(page, 'Pause').click();
  await expect(panel(page)).toContainText('Paused', { timeout: 20_000 });
  await expect(kept).toContainText(/\d+ of 40 rows done, paused \d\d:\d\d/);
  // Paused in this app, it goes on from its line.
  await kept.getByRole('button', { name: 'Resume' }).click();
  await expect(button(page, 'Pause')).toBeVisible();
  await expect(kept).toContainText(/^.*(Running|Waiting for Agent Connect): /);
  await rollcall.kill();
  expect(createdIn(simulator).length).toBeLessThan(40);

  // Beside whatever file the app is started with, once.
  await writeFile(join(rollcall.folder, 'other.txt'), 'First Name\tLast Name\nAna\tRuiz\n');
  await rollcall.start(join(rollcall.folder, 'other.txt'));
  await expect(offer).toContainText(
    /^The upload of people\.txt to Acme Support is unfinished: \d+ of 40 rows done, paused \d\d:\d\d\./,
  );
  await assertAccessible(page);
  await offer.getByRole('button', { name: 'Leave the upload for now' }).click();
  await expect(offer).toBeHidden();

  // Beside its own roster, where another run is in the way.
  await fromMenu(page, 'Organization details…');
  await setKey(page);
  await chooseToOpen(page, 'people.txt');
  const letGo = await uploadElsewhere(rollcall, simulator);
  await offer.getByRole('button', { name: 'Resume' }).click();
  await expect(panel(page).getByRole('alert')).toHaveText(ELSEWHERE);
  await expect(panel(page).locator('.upload-actions')).toHaveText('Leave it for nowResume');
  await assertAccessible(page);
  await letGo();
  await button(page, 'Resume').click();
  await expect(panel(page).getByRole('heading', { name: ENDED })).toBeVisible({ timeout: 60_000 });
  expect(createdIn(simulator)).toEqual(expected(40));

  // Finished, it is offered nowhere.
  await expect(offer).toBeHidden();
  await chooseToOpen(page, 'people.txt');
  await expect(page.getByText('people.txt').first()).toBeVisible();
  await expect(offer).toBeHidden();
  await rollcall.start();
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  await expect(kept).toBeHidden();
});

test('Upload… begins with the plan after a key is set, and after edits instead of the old report', async ({
  rollcall,
  page,
  simulator,
}) => {
  const grid = await openNewcomers(rollcall, 3);
  await fromMenu(page, 'Add an organization…');
  await organization(page).getByLabel('Name').fill('Acme Support');
  await organization(page).getByLabel('At a test server').check();
  await organization(page).getByLabel('Address').fill(simulator.url);
  await organization(page).getByRole('button', { name: 'Add the organization' }).click();
  await expect(organization(page).getByLabel('API key')).toBeVisible();
  const upload = page.getByRole('button', { name: 'Upload…' });
  await upload.click();
  await expect(panel(page)).toContainText('Nothing was changed in Agent Connect.');
  await button(page, 'Hide the upload').click();
  await fromMenu(page, 'Organization details…');
  await setKey(page);
  await upload.click();
  await expect(button(page, /^To create/)).toHaveText(/To create3$/);

  await button(page, /^Go on with 3 people/).click();
  await button(page, 'Create 3 people').click();
  const done = panel(page).getByRole('heading', { name: 'All done' });
  await expect(done).toBeVisible({ timeout: 20_000 });
  await button(page, 'Hide the upload').click();
  await upload.click();
  await expect(done).toBeVisible();
  await grid.cell(1, 'lastName').click();
  await page.keyboard.type('Other');
  await page.keyboard.press('Enter');
  await upload.click();
  await expect(button(page, /^In Agent Connect already/)).toHaveText(/3$/);
  await expect(done).toBeHidden();
});
