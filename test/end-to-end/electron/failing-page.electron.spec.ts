import { type Desktop, expect, test } from '../harness/electron.ts';
import { gridOf } from '../harness/grid-page.ts';

/** Answers the questions of the system's own dialog, each by one of its buttons, and keeps what was asked. */
async function answerQuestions(desktop: Desktop, ...buttons: string[]): Promise<() => Promise<string[]>> {
  await desktop.app.evaluate(({ dialog }, buttons) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    // Overloaded, with the window before its options.
    dialog.showMessageBox = ((_window: unknown, options: Electron.MessageBoxOptions) => {
      asked.push([options.message, options.detail, options.buttons?.join(' | ')].join('\n'));
      const button = buttons.shift() ?? '';
      return Promise.resolve({
        response: options.buttons?.indexOf(button) ?? -1,
        checkboxChecked: false,
      });
    }) as typeof dialog.showMessageBox;
  }, buttons);
  return () => desktop.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** Opens a roster, changes a cell and waits until the draft has it. */
async function openAndEdit(desktop: Desktop) {
  const page = await desktop.start(await desktop.fixture('people.txt'));
  await expect(page).toHaveTitle('people.txt – Rollcall');
  await gridOf(page).cell(5, 'email').click();
  await page.keyboard.type('person6@acme.example');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('• people.txt – Rollcall');
  // Within a second what was changed is on disk.
  await page.waitForTimeout(1500);
  return page;
}

/** Kills the page's process, as the system does with one that takes too much memory. */
async function crash(desktop: Desktop): Promise<void> {
  await desktop.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
}

/** What the window shows; Playwright has given up a page that crashed. */
async function textInSight(desktop: Desktop): Promise<unknown> {
  return desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
  );
}

test('a page that crashes is loaded again, and offers what was unsaved', async ({ desktop }) => {
  await openAndEdit(desktop);
  const asked = await answerQuestions(desktop, 'OK');
  await crash(desktop);
  await expect
    .poll(asked)
    .toEqual([
      'Rollcall’s window failed and was loaded again.\nChanges that were not saved are offered again.\nOK',
    ]);
  await expect
    .poll(() => textInSight(desktop))
    .toMatch(/Unsaved rosters\s+people\.txt\s.*\s1 change not saved/);
});

test('a page that crashes again and again is not loaded for ever', async ({ desktop }) => {
  await desktop.start();
  const asked = await answerQuestions(desktop, 'OK', 'Close');
  await crash(desktop);
  await expect.poll(async () => (await asked()).length).toBe(1);
  await crash(desktop);
  await desktop.ended();
});

test('a page that hangs with unsaved work can be closed, and offers it at the next start', async ({
  desktop,
}) => {
  const page = await openAndEdit(desktop);
  const asked = await answerQuestions(desktop, 'Wait', 'Close');
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  const closeWindow = () =>
    desktop.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
  await closeWindow();
  await expect.poll(async () => (await asked()).length, { timeout: 15_000 }).toBe(1);
  expect(await asked()).toEqual([expect.stringMatching(/^Rollcall does not respond\.\n.*\nWait \| Close$/)]);
  await closeWindow();
  await desktop.ended();
  const next = await desktop.start();
  await expect(next.getByRole('heading', { name: 'Unsaved rosters' })).toBeVisible();
});
