import { join } from 'node:path';
import { OrganizationLocks } from '../../../electron/uploads/organization-locks.ts';
import type { Locator, Page } from 'playwright/test';
import type { Simulator } from '../../simulator/start-simulator.ts';
import type { Desktop } from './electron.ts';
import { openPeople } from './grid-page.ts';
import type { Rollcall } from './rollcall.ts';
import { expect, KEY, SECRET } from './simulator.ts';

/** How the temporary passwords of these people begin: a text that is found nowhere else. */
export const PASSWORD = 'Zebra-Kettle-47-';

/** The upload at the side of the grid. */
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Upload' });
/** A button of it. */
export const button = (page: Page, name: string | RegExp): Locator =>
  panel(page).getByRole('button', { name });
/** The organization at the side of the grid. */
export const organization = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Organization' });

/** Runs an entry of the organization’s menu. */
export async function fromMenu(page: Page, name: string): Promise<void> {
  await page.locator('.organization-button').click();
  await page.getByRole('menu').getByRole('menuitem', { name }).click();
}

/** Adds the simulator as an organization, with its key. */
export async function connect(page: Page, { url }: Simulator, production = false): Promise<void> {
  await fromMenu(page, 'Add an organization…');
  await organization(page).getByLabel('Name').fill('Acme Support');
  await organization(page).getByLabel('At a test server').check();
  await organization(page).getByLabel('Address').fill(url);
  if (production)
    await organization(page)
      .getByRole('radio', { name: /Production/ })
      .check();
  await organization(page).getByRole('button', { name: 'Add the organization' }).click();
  await setKey(page);
}

/** Sets the key that the simulator takes, and closes the organization. */
export async function setKey(page: Page): Promise<void> {
  await organization(page).getByLabel('API key').fill(KEY);
  await organization(page).getByLabel('API secret').fill(SECRET);
  await organization(page).getByRole('button', { name: 'Set key and secret' }).click();
  await expect(organization(page)).toContainText(`set, ends …${KEY.slice(-4)}`);
  await organization(page).getByRole('button', { name: 'Close' }).click();
}

/** Opens so many people whom the simulator does not have; the first leads the others, each has a password. */
export function openNewcomers(rollcall: Pick<Rollcall, 'folder' | 'start'>, count: number) {
  const people = Array.from({ length: count }, (_, index) => ({
    email: `new${index}@acme.example`,
    lastName: `Comer ${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}`,
    teamLeader: index === 0 ? 'leader20@acme.example' : 'new0@acme.example',
    temporaryPassword: `${PASSWORD}${index}`,
  }));
  return openPeople(rollcall, ...people);
}

/** The addresses of the newcomers whom the simulator has by now, in order. */
export function createdIn({ directory }: Simulator): string[] {
  return directory.people
    .flatMap(({ fields: { email } }) => (email?.startsWith('new') === true ? [email] : []))
    .sort();
}

/** Starts an upload of so many newcomers in the desktop app, and waits until the first of them are there. */
export async function uploadNewcomers(desktop: Desktop, simulator: Simulator, count: number): Promise<Page> {
  // The app asks over Chromium's network stack, at its own pace of one request a second.
  await openNewcomers(
    { folder: desktop.folder, start: (file) => desktop.start(file, { arguments: ['--allow-test-server'] }) },
    count,
  );
  const page = await desktop.app.firstWindow();
  await connect(page, simulator);
  await plan(page, count);
  await button(page, new RegExp(`^Go on with ${count} people`)).click();
  await button(page, `Create ${count} people`).click();
  await expect.poll(() => createdIn(simulator).length, { timeout: 20_000 }).toBeGreaterThan(0);
  return page;
}

/** Plans an upload that is to create so many people. */
export async function plan(page: Page, create: number): Promise<void> {
  await page.keyboard.press('Control+Shift+U');
  await expect(button(page, /^To create/)).toHaveText(new RegExp(`To create${create}$`));
}

/** The addresses of the first `count` people of {@link openNewcomers}, sorted as those that the simulator holds. */
export const expected = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `new${index}@acme.example`).sort();

/** Holds the simulator’s organization as another run of this user does; answers a function that lets it go. */
export async function uploadElsewhere(
  { userData }: Rollcall,
  { url }: Simulator,
): Promise<() => Promise<void>> {
  const locks = new OrganizationLocks(join(userData, 'uploads'));
  const target = { host: new URL(url).host, environments: ['test'] } as const;
  const since = '2026-11-30T10:42:00.000Z';
  const lock = await locks.hold(target, { where: 'commandLine', name: 'other.txt', since });
  if (!lock.ok) throw new Error(lock.failure.code);
  return () => lock.value.release();
}

/** What a second run over the organization is told while that one goes. */
export const ELSEWHERE =
  /^“other\.txt” is being uploaded to “127\.0\.0\.1:\d+” on a command line on this computer, since 30 Nov/;
