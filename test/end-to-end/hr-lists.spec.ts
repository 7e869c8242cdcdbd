import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expectedHr, HR_AT, type HrCells, type HrList } from '../hr-list.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { expect, test } from './harness/rollcall.ts';

/** What somebody does: a click, keys pressed together, or a text that is typed, each counted as one. */
class Hands {
  count = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }

  async press(keys: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.type(text, { delay: 5 });
  }
}

/** The head of the company, who is in Agent Connect already. */
const ABOVE_ALL = 'geschaeftsleitung@nordlicht-service.de';
/** Two people have one address, and one has a leader whom nobody knows: only who sent the list can tell. */
const ANOTHER = { line: 'ines.zimmermann', email: 'ines.zimmermann2@nordlicht-service.de' };
const IN_PLACE_OF_GHOST = 'tobias.dubois@nordlicht-service.de';

const entry = (page: Page, text: string): Locator =>
  page.getByRole('treeitem').filter({ hasText: text }).last();

async function prepare(page: Page, list: HrList, hands: Hands): Promise<void> {
  await hands.click(page.getByRole('button', { name: 'Open a roster…' }));
  const chooser = page.getByRole('dialog', { name: 'Open a roster' });
  await hands.click(chooser.getByRole('option').filter({ hasText: list }));
  await hands.click(chooser.getByRole('button', { name: 'Open', exact: true }));
  const columns = page.getByRole('dialog', { name: 'Which column is what?' });
  await expect(columns).toContainText('Every column that Agent Connect needs is there.');
  await expect(columns).toContainText('Given by name: 176 of 177 found');
  await hands.click(columns.getByRole('button', { name: 'Use these columns' }));
  await expect(page.getByRole('contentinfo')).toContainText('180 rows');
  if (list === 'mitarbeiterliste.csv')
    await hands.click(page.getByRole('button', { name: 'Fix all 180 safe' }));
  const fix = page.getByRole('treeitem').getByRole('button', { name: 'Fix', exact: true });
  for (let left = 8; left > 0; left -= 1) {
    await expect(fix).toHaveCount(left);
    await hands.click(fix.first());
  }
  await expect(fix).toHaveCount(0);
}

/** What only the sender of the list can say: who is there twice, whose address it is, and who leads the leaders. */
async function settle(page: Page, hands: Hands): Promise<void> {
  const status = page.getByRole('contentinfo');
  // The last two rows are there before, cell by cell.
  await hands.click(entry(page, 'anna.schaefer'));
  await hands.press('Shift+Space');
  await hands.press('Shift+ArrowUp');
  await hands.press('Control+-');
  await expect(status).toContainText('178 rows');
  await hands.click(entry(page, ANOTHER.line));
  await hands.type(ANOTHER.email);
  await hands.click(
    page
      .getByRole('treeitem')
      .filter({ hasText: /^line 2(?!\d)/ })
      .first(),
  );
  await hands.press('Shift+ArrowDown');
  await hands.press('Shift+ArrowDown');
  await hands.type(ABOVE_ALL);
  await hands.press('Control+Enter');
  await hands.click(entry(page, 'Ghost'));
  await hands.type(IN_PLACE_OF_GHOST);
  await hands.press('Enter');
  await expect(status).toContainText('178 rows0 with errors');
}

/** The people of the list after what was settled by hand. */
function settled(list: HrList): HrCells[] {
  const { staying } = expectedHr(list);
  const once = staying.slice(0, -2);
  const last = once.findLastIndex((person) => person[HR_AT.email]?.startsWith(ANOTHER.line));
  return once.map((person, at) =>
    person.map((text, place) => {
      if (place === HR_AT.email) return at === last ? ANOTHER.email : mailed(text);
      if (place !== HR_AT.leader) return text;
      return text === '' ? ABOVE_ALL : text.includes('Ghost') ? IN_PLACE_OF_GHOST : text;
    }),
  );
}

/** An address as a mail system takes it. */
function mailed(address: string): string {
  return address.replace('ô', 'o').replace(' ', '').replace(',', '.');
}

async function written(path: string): Promise<string[][]> {
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 2).toString('hex')).toBe('fffe');
  const lines = bytes.subarray(2).toString('utf16le').split('\r\n').slice(1, -1);
  return lines.map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

const byId = (people: readonly HrCells[]): HrCells[] =>
  people.toSorted((a, b) => ((a[HR_AT.id] ?? '') < (b[HR_AT.id] ?? '') ? -1 : 1));

for (const list of ['mitarbeiterliste.csv', 'staff-list.xlsx'] as const)
  test(`${list} becomes a file for Agent Connect in thirty steps`, async ({ rollcall, page }) => {
    await rollcall.fixture(`hr/${list}`);
    await rollcall.start();
    const hands = new Hands(page);
    await prepare(page, list, hands);
    await settle(page, hands);
    await hands.press('Control+e');
    const dialog = page.getByRole('dialog', { name: `Export “${list}”` });
    await expect(dialog).toContainText('15 people are left out for what “Status” says');
    await hands.click(dialog.getByRole('button', { name: 'Export 178 rows' }));
    await hands.click(page.getByRole('dialog', { name: 'Save as' }).getByRole('button', { name: 'Save' }));
    await expect(page.getByRole('heading', { name: /^178 rows written to/ })).toBeVisible();
    expect(hands.count).toBeLessThanOrEqual(30);

    const stem = list.replace(/\.\w+$/, '');
    const people = await written(join(rollcall.folder, `${stem}.txt`));
    expect(byId(people)).toEqual(byId(settled(list)));
    const places = new Map(people.map((person, place) => [person[HR_AT.email], place]));
    for (const [place, person] of people.entries())
      expect(places.get(person[HR_AT.leader]) ?? -1).toBeLessThan(place);
    const apart = (await readdir(rollcall.folder)).find((name) => name.includes('left out')) ?? '';
    expect(await written(join(rollcall.folder, apart))).toHaveLength(15);
  });

test('a second list is understood by itself, and says who comes in', async ({ rollcall, page }) => {
  await rollcall.fixture('hr/neuzugaenge.csv');
  await rollcall.start(await rollcall.fixture('hr/mitarbeiterliste.csv'));
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('180 rows');
  await page.keyboard.press('Control+Shift+O');
  await page.getByRole('option').filter({ hasText: 'neuzugaenge.csv' }).dblclick();
  const dialog = page.getByRole('dialog', { name: 'Add people from “neuzugaenge.csv”' });
  await dialog.getByRole('button', { name: 'New 3' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^line 4Nora Neu/,
    /^line 5Otto Neu/,
    /^line 6Lukas Vogel/,
  ]);
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Changed 2' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^line 2Ömer Jäger.*Home TownZürichBern$/,
    /^line 3Zoë Peña.*Home TownKölnBern$/,
  ]);
  await dialog.getByRole('button', { name: 'Add 3 and change 2' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('183 rows');
  await expect(page.getByRole('treeitem').filter({ hasText: 'Weiß, Sabine' })).toHaveCount(0);
});

test('Columns… shows the roster as it is now, and names what it would change; who is left out is saved beside it', async ({
  rollcall,
  page,
}) => {
  await rollcall.start(await rollcall.fixture('hr/mitarbeiterliste.csv'));
  const use = page.getByRole('button', { name: /^Use these columns/ });
  await use.click();
  await expect(page.getByRole('contentinfo')).toContainText('180 rows');
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog', { name: 'Save as' }).getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByText('The 15 rows that the columns leave out went to', { exact: false }),
  ).toBeVisible();
  const apart = (await readdir(rollcall.folder)).find((name) => name.includes('left out')) ?? '';
  expect(await written(join(rollcall.folder, apart))).toHaveLength(15);

  await page.keyboard.press('F1');
  await page.keyboard.type('Columns…', { delay: 5 });
  await page.keyboard.press('Enter');
  const columns = page.getByRole('dialog', { name: 'Which column is what?' });
  await expect(columns.getByLabel('Take “Phone Channel” as')).toHaveValue('column phoneChannel');
  await expect(columns.getByLabel('Take “Kanäle” as')).toHaveValue('none');
  await expect(use).toHaveText('Use these columns');
  await columns.getByLabel('Take “Can Manage Teams” as').selectOption({ label: 'Not needed' });
  await columns.getByLabel('Can Manage Teams of everybody').selectOption({ label: 'n for everybody' });
  await expect(use).toHaveText('Use these columns');
  await columns.getByRole('button', { name: /^Values of “Role”|^Values of “Funktion”/ }).click();
  await columns.getByLabel('“Teamleiter” becomes').fill('Team Leader');
  await expect(use).toHaveText('Use these columns and change 11 cells');
  await expect(columns).toContainText('Role: 11, such as “Teamleiter” → “Team Leader”');
  await assertAccessible(page);
});
