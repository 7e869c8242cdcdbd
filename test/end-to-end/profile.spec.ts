import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { assertAccessible } from './harness/assert-accessible.ts';
import { chooseToSave } from './harness/choose-file.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

const view = (page: Page): Locator => page.getByRole('complementary', { name: 'Organization' });
const button = (page: Page, name: string | RegExp): Locator => view(page).getByRole('button', { name });

/** A part of the view that is folded until it is asked for. */
const part = (page: Page, title: string): Locator =>
  view(page)
    .locator('.organization-fold')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('.organization-button').click();
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name }).or(menu.getByRole('menuitemradio', { name })).click();
}

async function addAcme(page: Page): Promise<void> {
  await choose(page, 'Add an organization…');
  await view(page).getByLabel('Name').fill('Acme Support');
  await view(page).getByLabel('Subdomain').fill('acme');
  await button(page, 'Add the organization').click();
  await expect(view(page).getByRole('heading', { name: 'Acme Support' })).toBeVisible();
}

/** Chooses a file in the chooser that is open. */
async function pick(page: Page, title: string, name: string): Promise<void> {
  const chooser = page.getByRole('dialog', { name: title });
  await chooser
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .dblclick();
  await expect(chooser).toBeHidden();
}

test('a list of roles that is pasted makes a role unknown, whose fix is across the ending of default roles', async ({
  rollcall,
}) => {
  const grid = await openPeople(rollcall, {}, {});
  const { page } = rollcall;
  await addAcme(page);
  await part(page, 'Roles').locator('summary').click();
  await part(page, 'Roles')
    .getByLabel('Add roles')
    .fill('Team Leader\nTeam Member [Default]\r\nTeam Leader\n\n');
  await button(page, 'Add 2 roles').click();
  await expect(part(page, 'Roles').locator('summary')).toContainText('2');
  await expect(grid.cell(1, 'role')).toHaveClass(/rc-error/);
  await expect(grid.cell(0, 'role')).not.toHaveClass(/rc-error/);
  await assertAccessible(page);
  await button(page, 'Close').click();
  await grid.cell(1, 'role').click();
  await page.keyboard.press('Control+.');
  await page.keyboard.press('Enter');
  await expect(grid.cell(1, 'role')).toHaveText('Team Member [Default]');
  await expect(grid.cell(1, 'role')).not.toHaveClass(/rc-error/);
  await choose(page, 'Work without an organization');
  await expect(page.locator('.organization-button')).toContainText('No organization');
  await choose(page, 'Organization details…');
  await expect(part(page, 'Roles').locator('summary')).toContainText('not known');
});

test('a template that is opened once is the form of what is saved and exported', async ({ rollcall }) => {
  const headers = [
    '*Last Name',
    'Cost Centre',
    '*First Name',
    'Email Address',
    'Phone Channel',
    '*Team Leader',
  ];
  await writeFile(join(rollcall.folder, 'acme-template.csv'), `\ufeff${headers.join(';')}\r\n`, 'utf16le');
  const grid = await openPeople(rollcall, {});
  const { page } = rollcall;
  await choose(page, 'Organization details…');
  await part(page, 'Template').locator('summary').click();
  await button(page, 'Open template…').click();
  await pick(page, 'Open an organization’s template', 'acme-template.csv');
  await expect(part(page, 'Template')).toContainText('6 columns, separated by semicolons');
  await expect(part(page, 'Template')).toContainText('Team Members or for Team Leaders');
  await expect(grid.cell(0, 'email')).toHaveText('person0@acme.example');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(dialog).toContainText('In the form of the template “acme-template.csv”');
  await dialog.getByRole('radio', { name: 'Text' }).check();
  await expect(dialog.getByRole('region', { name: 'Preview of the file' })).toContainText(headers.join(';'));
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Export 1 row' }).click();
  await chooseToSave(page, 'out.txt');
  await page.getByRole('button', { name: 'Back to the roster' }).click();
  const lines = (await readFile(join(rollcall.folder, 'out.txt'), 'utf16le')).split('\r\n');
  expect(lines).toEqual([`\ufeff${headers.join(';')}`, 'A;;Person;person0@acme.example;y;', '']);
  await page.keyboard.press('Control+Shift+s');
  await chooseToSave(page, 'saved.txt');
  await expect(page.getByText('Saved to “saved.txt” in the form of “acme-template.csv”.')).toBeVisible();
  const saved = (await readFile(join(rollcall.folder, 'saved.txt'), 'utf16le')).split('\r\n');
  expect(saved[0]?.split(';').slice(0, 6)).toEqual([`\ufeff${headers[0] ?? ''}`, ...headers.slice(1)]);
  expect(saved[0]).toContain(';Role;Can Manage Teams;');
});

test('a file of headers alone is offered as the template', async ({ rollcall }) => {
  const headers = ['Role', 'Can Manage Teams', 'Email Address', 'First Name', 'Last Name', 'License Type'];
  const file = join(rollcall.folder, 'bulk.txt');
  await writeFile(file, `\ufeff${headers.join('\t')}\r\n`, 'utf16le');
  const page = await rollcall.start(file);
  await page.getByRole('button', { name: 'Use it as the template', exact: true }).click();
  await expect(page.getByText(/“bulk\.txt” is the template/)).toBeVisible();
  await page.keyboard.press('Control+n');
  // Wide enough for the grid to have all of its columns.
  await page.setViewportSize({ width: 3200, height: 800 });
  await expect(page.locator('.ag-header-cell').filter({ hasText: 'License Type' })).toBeAttached();
});

test('security 17: a profile goes to another computer and back without people, key and secret', async ({
  rollcall,
}) => {
  await openPeople(rollcall, {});
  const { page, folder } = rollcall;
  await addAcme(page);
  await part(page, 'Groups').locator('summary').click();
  await part(page, 'Groups').getByLabel('Add groups').fill('{Support, Tier 2}');
  await button(page, 'Add 2 groups').click();
  await part(page, 'Dates').locator('summary').click();
  await view(page).getByLabel('Day first').click();
  await expect(part(page, 'Dates').locator('summary')).toContainText('day first');
  await button(page, 'Export profile…').click();
  await chooseToSave(page, 'acme.rollcall-profile.json');
  await expect(page.getByText(/The profile is in “acme\.rollcall-profile\.json”/)).toBeVisible();
  const text = await readFile(join(folder, 'acme.rollcall-profile.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    organization: { name: 'Acme Support', address: { subdomain: 'acme' } },
    profile: { groups: ['Support', 'Tier 2'], dayOrder: 'dmy' },
  });
  expect(text).not.toContain('person0');
  await button(page, 'Remove…').click();
  await view(page).getByRole('group', { name: 'Remove' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.locator('.organization-button')).toContainText('No organization');
  await writeFile(join(folder, 'evil.json'), '{"rollcallProfile":1,"profile":{"__proto__":{}}}');
  await choose(page, 'Add an organization…');
  await button(page, 'Import a profile…').click();
  await pick(page, 'Import a profile', 'evil.json');
  await expect(view(page).getByRole('alert')).toContainText('something has changed or cut');
  await button(page, 'Import a profile…').click();
  await pick(page, 'Import a profile', 'acme.rollcall-profile.json');
  await expect(view(page).getByRole('group', { name: 'Import a profile' })).toContainText('2 groups');
  await button(page, 'Add Acme Support').click();
  await expect(part(page, 'Groups').locator('summary')).toContainText('2');
  await expect(part(page, 'Dates').locator('summary')).toContainText('day first');
});
