import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog, type Desktop, expect, test } from '../harness/electron.ts';
import { openPeople } from '../harness/grid-page.ts';

/** Chooses a command in the application menu. */
async function choose({ app }: Desktop, command: string): Promise<void> {
  await app.evaluate(({ Menu }, command) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command);
    if (item === undefined || item === null) throw new Error(`The menu has no ${command}`);
    // Electron's types call it a Function.
    (item.click as () => void)();
  }, command);
}

test('the menu’s commands do what their names say', async ({ desktop }) => {
  const file = await desktop.fixture('people.txt');
  const page = await desktop.start();
  await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
  const asked = await answerOpenDialog(desktop.app, file);
  await choose(desktop, 'file.open');
  await expect.poll(asked).toHaveLength(1);
  await expect(page).toHaveTitle('people.txt – Rollcall');
  const fixes = page.getByRole('button', { name: /^(Fix \d+ safe|No safe fixes)$/ });
  await expect(fixes).toHaveText(/^Fix/);
  await choose(desktop, 'problems.fixSafe');
  await expect(fixes).toHaveText('No safe fixes');
  await choose(desktop, 'edit.undo');
  await expect(fixes).toHaveText(/^Fix/);
  await choose(desktop, 'help.shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('keys of a keyboard do once what the menu says beside them', async ({ desktop, display }) => {
  test.skip(display.noKeys !== null, display.noKeys ?? '');
  const grid = await openPeople(desktop, {}, {}, {});
  const page = await desktop.app.firstWindow();
  await grid.cell(0, 'homeTown').click();
  await display.press('B', 'r', 'a', 'y', 'Return');
  await expect(grid.cell(0, 'homeTown')).toHaveText('Bray');
  await display.press('ctrl+shift+d');
  await expect(page.locator('.status-counts')).toContainText('4 rows');
  await display.press('ctrl+z');
  await expect(page.locator('.status-counts')).toContainText('3 rows');
  // Once undone, and no more.
  await expect(grid.cell(0, 'homeTown')).toHaveText('Bray');
  await display.press('ctrl+y');
  await expect(page.locator('.status-counts')).toContainText('4 rows');
  await display.press('ctrl+z');
  await display.press('ctrl+s');
  await expect(page).toHaveTitle('people.txt – Rollcall');
  expect((await readFile(join(desktop.folder, 'people.txt'))).toString('utf16le')).toContain('Bray');

  const asked = await answerOpenDialog(desktop.app, null);
  await display.press('ctrl+o');
  await expect.poll(asked).toHaveLength(1);
  await page.waitForTimeout(500);
  expect(await asked()).toHaveLength(1);
});

test('cut, copy and paste by keys go through the system’s clipboard', async ({ desktop, display }) => {
  test.skip(display.noKeys !== null, display.noKeys ?? '');
  const grid = await openPeople(desktop, { homeTown: 'Bray' }, {}, {});
  const clipboard = () => desktop.app.evaluate(({ clipboard }) => clipboard.readText());
  await grid.cell(0, 'homeTown').click();
  await display.press('ctrl+c');
  await expect.poll(clipboard).toMatch(/^Bray\s*$/);
  await grid.cell(1, 'homeTown').click();
  await display.press('ctrl+v');
  await expect(grid.cell(1, 'homeTown')).toHaveText('Bray');
  await display.press('ctrl+x');
  await grid.cell(2, 'homeTown').click();
  await display.press('ctrl+v');
  await expect(grid.cell(2, 'homeTown')).toHaveText('Bray');
  await expect(grid.cell(1, 'homeTown')).toHaveText('');
  // As another program would leave it.
  await desktop.app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('Trim\nNaas');
  });
  await grid.cell(1, 'homeTown').click();
  await display.press('ctrl+v');
  await expect(grid.cell(1, 'homeTown')).toHaveText('Trim');
  await expect(grid.cell(2, 'homeTown')).toHaveText('Naas');
});

test('the menu has no command for newer versions where none are looked for', async ({ desktop }) => {
  const page = await desktop.start();
  const ids = () =>
    desktop.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ id }) => id) ?? []),
    );
  // The page shows its commands when it has started.
  await expect.poll(ids).toContain('help.diagnostics');
  expect(await ids()).not.toContain('help.update');
  const known: unknown = await page.evaluate(() => window.rollcall?.calls['appUpdate.read']({}));
  expect(known).toEqual({ ok: true, value: { state: { kind: 'off' } } });
});
