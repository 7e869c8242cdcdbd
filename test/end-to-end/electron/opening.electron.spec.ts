import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright/test';
import { type Desktop, expect, test } from '../harness/electron.ts';
import { gridOf } from '../harness/grid-page.ts';

/** A name that is easily lost on the way from one process to another. */
const NAME = 'Größe é 人.txt';

/** Waits until the roster of people.txt is open under a name. */
async function expectOpen(page: Page, name: string): Promise<void> {
  await expect(page).toHaveTitle(`${name} – Rollcall`);
  await expect(page.getByRole('contentinfo')).toContainText('40 rows');
}

/** Starts the app with nothing open, and puts a roster with that name beside it. */
async function startBesideFile(desktop: Desktop): Promise<{ readonly page: Page; readonly file: string }> {
  const file = join(desktop.folder, 'Neue Leute', NAME);
  await mkdir(dirname(file));
  await copyFile(await desktop.fixture('people.txt'), file);
  return { file, page: await desktop.start() };
}

test.describe('a file named at the start', () => {
  test('is opened by its path', async ({ desktop }) => {
    await expectOpen(await desktop.start(await desktop.fixture('people.txt')), 'people.txt');
  });

  test('is found behind switches, before and after the app’s folder', async ({ desktop }) => {
    await desktop.fixture('people.txt');
    const switches = { switches: ['--lang=en-US'], arguments: ['--allow-test-server'] };
    await expectOpen(await desktop.start('people.txt', switches), 'people.txt');
  });
});

test.describe('a file named at a second start is opened by the first', () => {
  const ways: Record<string, (file: string, from: string) => string> = {
    'by its path': (file) => file,
    'by its path from another folder': (file, from) => relative(from, file),
    'by its address': (file) => pathToFileURL(file).href,
  };
  for (const [way, nameOf] of Object.entries(ways))
    test(way, async ({ desktop }) => {
      const { page, file } = await startBesideFile(desktop);
      const from = join(desktop.folder, 'elsewhere');
      await mkdir(from);
      await desktop.startBeside([nameOf(file, from)], from);
      await expectOpen(page, NAME);
      expect(desktop.app.windows()).toHaveLength(1);
    });

  test('when what is open has been saved or given up', async ({ desktop }) => {
    const { page, file } = await startBesideFile(desktop);
    await desktop.startBeside([join(desktop.folder, 'people.txt')]);
    await expectOpen(page, 'people.txt');
    await gridOf(page).cell(5, 'email').click();
    await page.keyboard.type('person6@acme.example');
    await page.keyboard.press('Enter');
    await desktop.startBeside([file]);
    const question = page.getByRole('alertdialog', { name: 'Save the changes to “people.txt”?' });
    await expect(question).toBeVisible();
    await expect(page).toHaveTitle('• people.txt – Rollcall');
    await question.getByRole('button', { name: 'Don’t save' }).click();
    await expectOpen(page, NAME);
  });
});

test('a second start that names no file brings the window to the front', async ({ desktop }) => {
  const page = await desktop.start();
  const state = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(state).toBe(true);
  await desktop.startBeside([]);
  await expect.poll(state).toBe(false);
  await expect(page.getByRole('heading', { name: 'Rollcall' })).toBeVisible();
  expect(desktop.app.windows()).toHaveLength(1);
});

test('a file that macOS hands over is opened', async ({ desktop }) => {
  const file = await desktop.fixture('people.txt');
  const page = await desktop.start();
  // macOS alone sends the event, with a file that was dropped on the Dock or double-clicked.
  const isTaken = await desktop.app.evaluate(({ app }, path) => {
    const event = { defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
    app.emit('open-file', event, path);
    return event.defaultPrevented;
  }, file);
  expect(isTaken).toBe(true);
  await expectOpen(page, 'people.txt');
});
