import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import type { Simulator } from '../simulator/start-simulator.ts';
import { startQuietSimulator } from '../simulator/start-quiet-simulator.ts';
import { chooseToOpen, chooseToSave } from './harness/choose-file.ts';
import { gridOf, openPeople } from './harness/grid-page.ts';
import { isolatedEnvironment } from './harness/host.ts';
import type { Rollcall } from './harness/rollcall.ts';
import { filesBelow, formsOf, traceIn } from './harness/secret-forms.ts';
import { expect, KEY, SECRET, test } from './harness/simulator.ts';
import { button, connect, fromMenu, panel, plan, setKey } from './harness/upload-page.ts';

const program = fileURLToPath(new URL('../../out/main/rollcall.js', import.meta.url));

/** Temporary passwords that stand in the file, one that is typed, and one that is never saved. */
const PASSWORDS = ['Käfig#Pfad-7719 é&<', 'Zebra+Kettle/47=="', '山田-Geheim-5521', 'Wolke_Anker~9034'];
const TYPED = 'Getippt!Geheim-3308';
const UNSAVED = 'Nie!Gesichert-6612';
/** How the signed token of every request begins. */
const SIGNED = 'eyJhbGciOiJ';
/** What no log says: who people are, and what files are called. */
const NAMES = [
  'Zsófialanquin',
  'Quibblewick',
  'newcanary',
  'acme.example',
  'people.txt',
  'for agent connect',
];

/** What was written or said, by where. */
type Written = Map<string, Buffer>;

async function readFolder(written: Written, folder: string, name: string): Promise<void> {
  for (const [path, bytes] of await filesBelow(folder)) written.set(`${name}/${path}`, bytes);
}

async function openCanaries(rollcall: Rollcall) {
  return openPeople(
    rollcall,
    ...PASSWORDS.map((temporaryPassword, index) => ({
      email: `newcanary${index}@acme.example`,
      firstName: `Zsófialanquin${index}`,
      lastName: `O’Quibblewick-山田 ${String.fromCharCode(65 + index)}`,
      teamLeader: index === 0 ? 'leader20@acme.example' : 'newcanary0@acme.example',
      temporaryPassword,
    })),
  );
}

/** Types a password, takes it back and does it again, saves and exports. */
async function editSaveAndExport(page: Page): Promise<void> {
  const grid = gridOf(page);
  await grid.cell(1, 'homeTown').click();
  await page.keyboard.press('End');
  await page.keyboard.type(TYPED);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.status-saved')).toHaveText('Saved');
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: /^Export \d+ rows$/ }).click();
  await chooseToSave(page, 'for agent connect.txt');
  await expect(page.getByRole('heading', { name: /rows written to/ })).toBeVisible();
  await page.keyboard.press('Escape');
}

/** Uploads through faults, is killed on the way, goes on and saves the report. */
async function uploadThroughKill(rollcall: Rollcall, simulator: Simulator): Promise<void> {
  const { page } = rollcall;
  await connect(page, simulator);
  await plan(page, PASSWORDS.length);
  simulator.faults.add({ kind: 429, method: 'POST', retryAfter: '1' });
  simulator.faults.add({ kind: 'lose', method: 'POST', after: 1 });
  simulator.faults.add({ kind: 'slow', method: 'POST', after: 2, ms: 20_000 });
  await button(page, /^Go on with 4 people/).click();
  await button(page, 'Create 4 people').click();
  await expect.poll(() => newcomers(simulator), { timeout: 30_000 }).toBeGreaterThan(1);
  await rollcall.kill();
  await rollcall.start();
  await fromMenu(page, 'Organization details…');
  await setKey(page);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(panel(page)).toContainText('Open “people.txt” as it was, then resume.');
  await chooseToOpen(page, 'people.txt');
  await gridOf(page).cell(0, 'role').waitFor();
  await button(page, 'Resume').click();
  await expect(panel(page).getByRole('heading', { name: /^(All done|Done, with)/ })).toBeVisible({
    timeout: 60_000,
  });
  await button(page, 'Save report…').click();
  await chooseToSave(page, 'report.csv');
  await expect(page.getByText('Saved to “report.csv”')).toBeVisible();
}

function newcomers({ directory }: Simulator): number {
  return directory.people.filter(({ fields }) => fields.email?.startsWith('newcanary')).length;
}

/** Types a password that is not saved, is killed, and opens what was kept of it. */
async function leaveUnsaved(rollcall: Rollcall): Promise<void> {
  const { page } = rollcall;
  const grid = gridOf(page);
  await grid.cell(2, 'homeTown').click();
  await page.keyboard.press('End');
  await page.keyboard.type(UNSAVED);
  await page.keyboard.press('Enter');
  // Back to where the column is in sight.
  await page.keyboard.press('Home');
  await grid.cell(2, 'homeTown').click();
  await page.keyboard.type('Galway');
  await page.keyboard.press('Enter');
  const drafts = join(rollcall.userData, 'drafts');
  await expect
    .poll(async () => {
      const names = (await readdir(drafts).catch(() => [])).filter((name) => name.endsWith('.jsonl'));
      return (await Promise.all(names.map((name) => readFile(join(drafts, name), 'utf8')))).join('');
    })
    .toContain('Galway');
  await rollcall.kill();
  await rollcall.start();
  const unsaved = page.getByRole('region', { name: 'Unsaved rosters' });
  await unsaved.getByRole('button', { name: 'Open', exact: true }).first().click();
  await expect(gridOf(page).cell(2, 'homeTown')).toHaveText('Galway');
  await page.getByRole('button', { name: 'Back to the roster' }).click();
}

async function copiedDiagnostics(page: Page): Promise<string> {
  await page.keyboard.press('F1');
  await page.keyboard.type('Copy diagnostics');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Diagnostics for support' });
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  return copied;
}

/** Runs the command line in the folder of the roster; what it said is kept. */
async function runCommand(
  written: Written,
  folder: string,
  userData: string,
  ...args: string[]
): Promise<void> {
  const env = { ...isolatedEnvironment(userData), ROLLCALL_API_KEY: KEY, ROLLCALL_API_SECRET: SECRET };
  await new Promise<void>((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: folder, env }, (_, out, err) => {
      written.set(`what “rollcall ${args[0] ?? ''}” said`, Buffer.from(`${out}${err}`));
      resolve();
    });
  });
}

test('finds a text in whatever form and place it stands', () => {
  for (const text of [...PASSWORDS, KEY]) {
    for (const before of ['', 'x', 'xy', 'xyz'])
      for (const bytes of [Buffer.from(`${before}${text}z`), Buffer.from(`${before}${text}z`, 'utf16le')])
        for (const stands of [
          bytes,
          ...(['base64', 'base64url', 'hex'] as const).map((as) => Buffer.from(bytes.toString(as))),
        ])
          expect(traceIn(stands, [text]), `${before}${text}`).not.toBeNull();
    expect(traceIn(Buffer.from(encodeURIComponent(`a=${text}`)), [text])).not.toBeNull();
    expect(traceIn(Buffer.from(JSON.stringify({ text })), [text])).not.toBeNull();
    // Nothing so short that it is found by chance.
    for (const { name, bytes } of formsOf(text)) expect(bytes.length, name).toBeGreaterThan(12);
  }
  expect(traceIn(Buffer.from('Wolke_Anker~9035'), PASSWORDS)).toBeNull();
});

test('security 17, 18, 19: after a whole session no secret is in anything that was written or said', async ({
  rollcall,
  page,
  simulator,
  context,
}) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(20_000);
  // The hosts that are killed answer nothing any more.
  rollcall.tolerate(/./);
  page.on('dialog', (dialog) => void dialog.accept());
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const temporary = join(rollcall.folder, 'temporary');
  await mkdir(temporary);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  const written: Written = new Map();
  const tokens = new Set<string>();
  const console: string[] = [];
  page.on('console', (message) => console.push(message.text()));
  page.on('request', (request) => {
    const token = request.headers()['rollcall-session'];
    if (token !== undefined) tokens.add(token);
  });
  page.on('framenavigated', (frame) => {
    const token = /#launch=([\w-]+)/.exec(frame.url())?.[1];
    if (token !== undefined) tokens.add(token);
  });
  const other = await startQuietSimulator({ key: KEY, secret: SECRET });
  try {
    await openCanaries(rollcall);
    await editSaveAndExport(page);
    await uploadThroughKill(rollcall, simulator);
    await leaveUnsaved(rollcall);
    written.set('the page', Buffer.from(await page.content()));
    written.set('diagnostics', Buffer.from(await copiedDiagnostics(page)));
    const stored = () =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]);
    written.set('what the browser keeps', Buffer.from(await page.evaluate(stored)));

    const run = (...args: string[]) => runCommand(written, rollcall.folder, rollcall.userData, ...args);
    other.faults.add({ kind: 'lose', method: 'POST' });
    other.faults.add({ kind: 422, method: 'POST', after: 2 });
    const there = ['--base-url', other.url];
    await run('check', 'people.txt', '--json');
    await run('plan', 'people.txt');
    await run('team', ...there, '--out', 'team.txt');
    await run('upload', 'people.txt', ...there, '--yes', '--json', '--settle', '1', '--report', 'second.csv');
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await other.close();
  }
  written.set('the console', Buffer.from(console.join('\n')));
  written.set('what the host said', Buffer.from(rollcall.said()));
  await readFolder(written, rollcall.userData, 'user data');
  await readFolder(written, rollcall.folder, 'folder');

  // These hold passwords: that is what they are for.
  for (const kept of ['people.txt', 'for agent connect.txt']) {
    expect(traceIn(written.get(`folder/${kept}`) ?? Buffer.alloc(0), [TYPED])).not.toBeNull();
    written.delete(`folder/${kept}`);
  }
  const names = [...written.keys()].join('\n');
  for (const expected of [
    /user data\/logs\//,
    /user data\/drafts\//,
    /folder\/report\.csv/,
    /upload-journal/,
    /second\.csv/,
  ])
    expect(names).toMatch(expected);
  expect(tokens.size).toBeGreaterThan(5);
  const secrets = [KEY, SECRET, SIGNED, ...PASSWORDS, TYPED, UNSAVED];
  for (const [where, bytes] of written) expect(traceIn(bytes, [...secrets, ...tokens]), where).toBeNull();
  for (const [where, bytes] of written)
    if (/^user data\/logs\/|^what the host|^diagnostics|^the console/.test(where))
      expect(traceIn(bytes, NAMES), where).toBeNull();
});
