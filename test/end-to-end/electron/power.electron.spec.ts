import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, mergeTests } from 'playwright/test';
import type { Simulator } from '../../simulator/start-simulator.ts';
import { type Desktop, expect, test as electronTest } from '../harness/electron.ts';
import { gridOf, openPeople } from '../harness/grid-page.ts';
import { test as simulatorTest } from '../harness/simulator.ts';
import { button, createdIn, panel, uploadNewcomers } from '../harness/upload-page.ts';

// What the system tells the app is emitted here; that a system really tells it is only seen on a computer that sleeps.
const test = mergeTests(electronTest, simulatorTest);

const PEOPLE = 16;
/** People of whom one step changes all, so that handing it over takes a moment. */
const MANY = 4000;

/** Tells the app what the system says of the computer. */
async function computer({ app }: Desktop, event: 'suspend' | 'resume' | 'shutdown'): Promise<void> {
  await app.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name, { preventDefault: () => undefined });
  }, event);
}

/** Tells the window what Windows says of the user's session. */
async function session({ app }: Desktop, event: 'query-session-end' | 'session-end'): Promise<void> {
  await app.evaluate(({ BrowserWindow }, name) => {
    BrowserWindow.getAllWindows()[0]?.emit(name, { preventDefault: () => undefined, reasons: ['logoff'] });
  }, event);
}

/** How many newcomers the simulator has by now. */
function created(simulator: Simulator): number {
  return createdIn(simulator).length;
}

/** Changes every row of a long roster in one step, which the host does not have yet. */
async function changeAll(desktop: Desktop): Promise<Page> {
  await openPeople(desktop, ...Array.from({ length: MANY }, () => ({})));
  const page = await desktop.app.firstWindow();
  await gridOf(page).cell(0, 'homeTown').click();
  await page.keyboard.press('Control+Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expect(page).toHaveTitle('• people.txt – Rollcall');
  return page;
}

/** Opens what the next start offers as unsaved. */
async function openOffered(desktop: Desktop): Promise<Page> {
  const page = await desktop.start();
  const line = page.getByRole('region', { name: 'Unsaved rosters' }).getByRole('listitem');
  await expect(line).toContainText('1 change not saved');
  await line.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page).toHaveTitle('• people.txt – Rollcall');
  return page;
}

const log = ({ userData }: Desktop): Promise<string> => readFile(join(userData, 'logs/rollcall.log'), 'utf8');

test('security 22: an upload pauses before the computer sleeps and goes on after; one that its user paused does not', async ({
  desktop,
  simulator,
}) => {
  test.setTimeout(120_000);
  const page = await uploadNewcomers(desktop, simulator, PEOPLE);
  await computer(desktop, 'suspend');
  await expect(panel(page)).toContainText('Paused', { timeout: 20_000 });
  const asleep = created(simulator);
  expect(asleep).toBeLessThan(PEOPLE);
  await page.waitForTimeout(2500);
  expect(created(simulator)).toBe(asleep);
  await computer(desktop, 'resume');
  await expect.poll(() => created(simulator), { timeout: 20_000 }).toBeGreaterThan(asleep);

  await button(page, 'Pause').click();
  await expect(panel(page)).toContainText('Paused', { timeout: 20_000 });
  const paused = created(simulator);
  await computer(desktop, 'suspend');
  await computer(desktop, 'resume');
  await page.waitForTimeout(2500);
  expect(created(simulator)).toBe(paused);
  await button(page, 'Resume').click();
  await expect(panel(page).getByRole('heading', { name: /^(All done|Done, with)/ })).toBeVisible({
    timeout: 60_000,
  });
  expect(created(simulator)).toBe(PEOPLE);
});

test('a shutdown asks nothing, pauses the upload, and the next start offers to resume it', async ({
  desktop,
  simulator,
}) => {
  test.setTimeout(120_000);
  await uploadNewcomers(desktop, simulator, PEOPLE);
  await computer(desktop, 'shutdown');
  await desktop.ended();
  const before = created(simulator);
  expect(before).toBeLessThan(PEOPLE);
  expect(await log(desktop)).toMatch(/ end\n$/);
  const page = await desktop.start(undefined, { arguments: ['--allow-test-server'] });
  await expect(page.getByText('Upload of people.txt to Acme Support')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('security 4: a shutdown waits until what was just changed is kept, and asks nothing', async ({
  desktop,
}) => {
  await changeAll(desktop);
  await computer(desktop, 'shutdown');
  await desktop.ended();
  const page = await openOffered(desktop);
  await gridOf(page).cell(0, 'homeTown').click();
  await page.keyboard.press('Control+ArrowDown');
  await expect(gridOf(page).cell(MANY - 1, 'homeTown')).toHaveText('');
});

test('security 4: the end of a Windows session asks nothing, and what was just changed is kept', async ({
  desktop,
}) => {
  const page = await changeAll(desktop);
  await session(desktop, 'query-session-end');
  await session(desktop, 'session-end');
  await expect.poll(() => log(desktop)).toMatch(/ end\n$/);
  await desktop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await desktop.ended();
  expect(page.isClosed()).toBe(true);
  await openOffered(desktop);
});

test('a session that another program keeps from ending leaves the window as it was: it asks before it closes', async ({
  desktop,
}) => {
  await openPeople(desktop, {});
  const page = await desktop.app.firstWindow();
  await gridOf(page).cell(0, 'homeTown').click();
  await page.keyboard.type('Galway');
  await page.keyboard.press('Enter');
  await session(desktop, 'query-session-end');
  await desktop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(gridOf(page).cell(0, 'homeTown')).toHaveText('Galway');
});
