import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { AT, columns } from '../../shared/person/catalogue.ts';
import type { Simulator } from '../simulator/start-simulator.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import type { Rollcall } from './harness/rollcall.ts';
import { filesBelow } from './harness/secret-forms.ts';
import { expect, KEY, SECRET, test } from './harness/simulator.ts';

const view = (page: Page): Locator => page.getByRole('complementary', { name: 'Organization' });
const button = (page: Page, name: string): Locator => view(page).getByRole('button', { name, exact: true });

/** The button at the left of the toolbar, or of the start screen. */
const menuButton = (page: Page): Locator => page.locator('.organization-button');

async function choose(page: Page, name: string | RegExp): Promise<void> {
  await menuButton(page).click();
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name }).or(menu.getByRole('menuitemradio', { name })).click();
}

async function add(page: Page, { url }: Simulator, name = 'Acme Support'): Promise<void> {
  await choose(page, 'Add an organization…');
  await view(page).getByLabel('Name').fill(name);
  await view(page).getByLabel('At a test server').check();
  await view(page).getByLabel('Address').fill(url);
  await button(page, 'Add the organization').click();
  await expect(menuButton(page)).toContainText(name);
}

async function setKey(page: Page, key = KEY, secret = SECRET): Promise<void> {
  await view(page).getByLabel('API key').fill(key);
  await view(page).getByLabel('API secret').fill(secret);
  await button(page, 'Set key and secret').click();
  await expect(view(page)).toContainText(`set, ends …${key.slice(-4)}`);
}

async function pull(page: Page): Promise<void> {
  await button(page, 'Pull now').click();
  await expect(view(page)).toContainText('45 people, taken just now');
}

/** A roster of someone whose leader is only in the current team, and of someone with a role that nobody has. */
function openTeamMembers(rollcall: Rollcall) {
  return openPeople(
    rollcall,
    { teamLeader: 'leader20@acme.example' },
    { teamLeader: 'leader20@acme.example', role: 'Cook' },
  );
}

const errors = (page: Page): Locator => page.locator('.status-counts');

test('connects with the right key alone, and says what is wrong with another', async ({
  rollcall,
  page,
  simulator,
}) => {
  await rollcall.start();
  await add(page, simulator);
  await setKey(page, 'another-key', SECRET);
  await button(page, 'Test connection').click();
  await expect(view(page).getByRole('alert')).toHaveText(
    /does not accept the API key and secret \(403\).+Check that both are of this organization/,
  );
  await button(page, 'Pull now').click();
  await expect(view(page).getByRole('alert').first()).toContainText('(403)');
  await button(page, 'Replace…').click();
  await setKey(page);
  await button(page, 'Test connection').click();
  await expect(view(page).getByRole('status')).toHaveText(/accepts the key and the secret\.$/);
  await pull(page);
  await expect(view(page).getByRole('alert')).toBeHidden();
});

test('what is known of the current team changes the problems at once, and nothing else', async ({
  rollcall,
  page,
  simulator,
}) => {
  const grid = await openTeamMembers(rollcall);
  await expect(errors(page)).toContainText('0 with errors');
  await expect(errors(page)).toContainText('2 warnings');
  await grid.cell(1, 'homeTown').click();
  await page.keyboard.type('Porto');
  await page.keyboard.press('Enter');
  await add(page, simulator);
  await setKey(page);
  await pull(page);
  await expect(errors(page)).toContainText('1 with errors');
  await expect(errors(page)).toContainText('0 warnings');
  await expect(grid.cell(1, 'role')).toHaveClass(/rc-error/);
  await button(page, 'Close').click();
  await page.keyboard.press('Control+z');
  await expect(grid.cell(1, 'homeTown')).toHaveText('Cork');
  await choose(page, 'Work without an organization');
  await expect(errors(page)).toContainText('2 warnings');
});

test('its people, roles and groups are offered where they are typed', async ({
  rollcall,
  page,
  simulator,
}) => {
  const grid = await openTeamMembers(rollcall);
  await add(page, simulator);
  await setKey(page);
  await pull(page);
  await button(page, 'Close').click();
  await grid.cell(0, 'role').click();
  await page.keyboard.press('F1');
  await page.keyboard.type('go to column team leader');
  await page.keyboard.press('Enter');
  await expect(grid.cell(0, 'teamLeader')).toBeFocused();
  await page.keyboard.type('leader40');
  await expect(page.getByRole('listbox').getByRole('option')).toContainText([/leader40@acme\.example/]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await grid.cell(1, 'role').dblclick();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Team Leader' })).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Cook' })).toBeHidden();
});

test('is chosen again after a reload and after another start, with its current team', async ({
  rollcall,
  page,
  simulator,
}) => {
  await openTeamMembers(rollcall);
  await add(page, simulator);
  await setKey(page);
  await pull(page);
  await page.reload();
  await expect(menuButton(page)).toContainText('Acme Support');
  await expect(errors(page)).toContainText('1 with errors');
  await choose(page, 'Organization details…');
  await expect(view(page)).toContainText(/45 people, taken/);
  await expect(view(page)).toContainText(`set, ends …${KEY.slice(-4)}`);
  await openTeamMembers(rollcall);
  await expect(errors(page)).toContainText('1 with errors');
  await choose(page, 'Organization details…');
  await expect(view(page).getByLabel('API key')).toBeVisible();
  await button(page, 'Forget…').click();
  await button(page, 'Forget').click();
  await expect(view(page)).toContainText('None yet.');
  await expect(errors(page)).toContainText('2 warnings');
  await expect(errors(page)).toContainText('0 with errors');
});

test('a pull says that it waits and why, and can be stopped', async ({ rollcall, page, simulator }) => {
  await rollcall.start();
  await add(page, simulator);
  await setKey(page);
  simulator.faults.add({ kind: 429, retryAfter: '300', after: 1 });
  await button(page, 'Pull now').click();
  await expect(view(page)).toContainText(
    /Agent Connect is limiting requests; Rollcall asks again in (300|29\d) seconds\./,
  );
  await expect(view(page)).toContainText('45 people so far…');
  await expect(button(page, 'Stop')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(view(page)).toContainText('None yet.');
  await expect(button(page, 'Pull now')).toBeFocused();
  await expect(view(page).getByRole('alert')).toBeHidden();
});

test('takes the team of a file, and shows how old it is', async ({ rollcall, page, simulator }) => {
  const headers = columns.filter(({ standard }) => standard).map(({ header }) => header);
  const cells = headers.map((_, at) =>
    at === AT.role ? 'Cook' : at === AT.email ? 'leader20@acme.example' : 'y',
  );
  await writeFile(join(rollcall.folder, 'team.txt'), [headers.join('\t'), cells.join('\t')].join('\n'));
  await openTeamMembers(rollcall);
  await add(page, simulator);
  await button(page, 'Read a file…').click();
  const chooser = page.getByRole('dialog', { name: 'Read the current team from a file' });
  await chooser.getByRole('option').filter({ hasText: 'team.txt' }).dblclick();
  await expect(view(page)).toContainText('1 person, taken just now');
  await expect(view(page)).toContainText('Read from “team.txt”');
  await expect(gridOf(page).cell(0, 'role')).toHaveClass(/rc-error/);
  const [kept = ''] = (await readdir(join(rollcall.userData, 'organizations'))).filter((name) =>
    name.endsWith('.jsonl'),
  );
  const path = join(rollcall.userData, 'organizations', kept);
  const text = await readFile(path, 'utf8');
  const [today] = new Date().toISOString().split('T');
  await writeFile(path, text.replace(`"takenAt":"${today ?? ''}`, '"takenAt":"2020-01-02'));
  await page.reload();
  await choose(page, 'Organization details…');
  await expect(view(page)).toContainText('1 person, taken on 2 January 2020');
  await expect(view(page)).toContainText('More than a week old');
});

test('security 17, 19: the key and the secret are nowhere in the page, in its traffic, or on disk', async ({
  rollcall,
  page,
  simulator,
}) => {
  const [sent, answered]: [string[], Promise<string>[]] = [[], []];
  page.on('request', (request) => {
    if ((request.postData() ?? '').includes(KEY)) sent.push(new URL(request.url()).pathname);
  });
  page.on('response', (response) => answered.push(response.text().catch(() => '')));
  await openTeamMembers(rollcall);
  await add(page, simulator);
  await setKey(page);
  await button(page, 'Test connection').click();
  await pull(page);
  expect(sent).toEqual(['/call/credentials.set']);
  const memory = await memoryOf(page);
  // What is there is found.
  expect(memory).toContain('leader20@acme.example');
  const traces = [
    memory,
    await page.content(),
    await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    ),
    ...(await Promise.all(answered)),
    ...[...(await filesBelow(rollcall.userData)).values()].map((bytes) => bytes.toString('latin1')),
  ];
  expect(traces.length).toBeGreaterThan(10);
  for (const secret of [KEY, SECRET]) for (const trace of traces) expect(trace.includes(secret)).toBe(false);
});

/** Everything that the page's scripts hold. */
async function memoryOf(page: Page): Promise<string> {
  const client = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', {});
  await client.detach();
  return chunks.join('');
}

test('the keyboard gets everywhere: in by F6 and the palette, out by Escape', async ({
  rollcall,
  page,
  simulator,
}) => {
  const grid = await openTeamMembers(rollcall);
  await add(page, simulator);
  await grid.cell(1, 'homeTown').click();
  await page.keyboard.press('F6');
  await expect(button(page, 'Close')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(view(page)).toBeHidden();
  expect(await grid.focus()).toBe('1 homeTown');
  await page.keyboard.press('F1');
  await page.keyboard.type('organization details');
  await page.keyboard.press('Enter');
  await expect(view(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+m');
  await expect(view(page)).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Problems' })).toBeVisible();
});

test(`no state of it has an accessibility violation`, async ({ rollcall, page, simulator }) => {
  test.slow();
  await rollcall.start();
  await menuButton(page).click();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await add(page, simulator);
  await assertAccessible(page);
  await setKey(page, 'another-key');
  await button(page, 'Test connection').click();
  await expect(view(page).getByRole('alert')).toBeVisible();
  await assertAccessible(page);
  await button(page, 'Replace…').click();
  await setKey(page);
  simulator.faults.add({ kind: 429, retryAfter: '300', after: 1 });
  await button(page, 'Pull now').click();
  await expect(view(page)).toContainText('asks again');
  await assertAccessible(page);
  await button(page, 'Stop').click();
  await pull(page);
  await button(page, 'Forget…').click();
  await assertAccessible(page);
  await button(page, 'Change name or address…').click();
  await view(page).getByLabel('Production').check();
  await button(page, 'Save the changes').click();
  await expect(menuButton(page)).toContainText('Production');
  await assertAccessible(page);
  await openTeamMembers(rollcall);
  await menuButton(page).click();
  await assertAccessible(page);
});

test.describe('without --allow-test-server', () => {
  test.use({ testServers: false });

  test('security 20: an organization at a test server is neither offered nor asked', async ({
    rollcall,
    page,
    simulator,
  }) => {
    const kept = { version: 1, name: 'Acme', address: { testServer: simulator.url }, environment: 'test' };
    await rollcall.start();
    await choose(page, 'Add an organization…');
    await expect(view(page).getByLabel('Subdomain')).toBeVisible();
    await expect(view(page).getByLabel('At a test server')).toBeHidden();
    await view(page).getByLabel('Name').fill('B');
    await view(page).getByLabel('Subdomain').fill('https://b.stellaconnect.net/people');
    await button(page, 'Add the organization').click();
    await expect(view(page)).toContainText('b.api.stellaconnect.net');
    await writeFile(join(rollcall.userData, 'organizations', `${'a'.repeat(16)}.json`), JSON.stringify(kept));
    await page.reload();
    await choose(page, /^Acme/);
    await choose(page, 'Organization details…');
    await setKey(page);
    await button(page, 'Test connection').click();
    await expect(view(page).getByRole('alert')).toContainText('--allow-test-server');
    expect(simulator.log).toHaveLength(0);
  });
});
