import { type Page, mergeTests } from 'playwright/test';
import type { Simulator } from '../../simulator/start-simulator.ts';
import { answerOpenDialog, type Desktop, expect, test as electronTest } from '../harness/electron.ts';
import { test as simulatorTest } from '../harness/simulator.ts';
import { button, connect, fromMenu, openNewcomers, panel, plan, setKey } from '../harness/upload-page.ts';

const test = mergeTests(electronTest, simulatorTest);

const PEOPLE = 9;

/** The newcomers whom the simulator has by now. */
function createdIn({ directory }: Simulator): string[] {
  return directory.people
    .flatMap(({ fields: { email } }) => (email?.startsWith('new') === true ? [email] : []))
    .sort();
}

/** Starts the app again and resumes there what was left of the upload, as its window says. */
async function resume(desktop: Desktop): Promise<Page> {
  const page = await desktop.start(undefined, { arguments: ['--allow-test-server'] });
  await expect(page.getByText('Upload of people.txt to Acme Support')).toBeVisible();
  await fromMenu(page, 'Organization details…');
  await setKey(page);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(panel(page)).toContainText('Open “people.txt” as it was, then resume.');
  await answerOpenDialog(desktop.app, `${desktop.folder}/people.txt`);
  await page.keyboard.press('Control+o');
  await expect(page).toHaveTitle(/^people\.txt/);
  await button(page, 'Resume').click();
  return page;
}

test('security 22: through a pause, a quit and a kill, everyone is created once', async ({
  desktop,
  simulator,
}) => {
  test.setTimeout(180_000);
  // What is asked over Chromium's network stack, at the app's own pace of one request a second.
  await openNewcomers(
    { folder: desktop.folder, start: (file) => desktop.start(file, { arguments: ['--allow-test-server'] }) },
    PEOPLE,
  );
  const page = await desktop.app.firstWindow();
  await connect(page, simulator);
  await plan(page, PEOPLE);
  await button(page, new RegExp(`^Go on with ${PEOPLE} people`)).click();
  await button(page, `Create ${PEOPLE} people`).click();
  await expect.poll(() => createdIn(simulator).length, { timeout: 20_000 }).toBeGreaterThan(0);
  await button(page, 'Pause').click();
  await expect(panel(page)).toContainText('Paused', { timeout: 20_000 });
  const paused = createdIn(simulator).length;
  await page.waitForTimeout(2500);
  expect(createdIn(simulator)).toHaveLength(paused);
  await button(page, 'Resume').click();
  await expect.poll(() => createdIn(simulator).length, { timeout: 20_000 }).toBeGreaterThan(paused);

  // Quitting asks, since something is under way, and pauses.
  await desktop.app.evaluate(({ app }) => {
    app.quit();
  });
  const question = page.getByRole('alertdialog', { name: 'Close while the upload runs?' });
  await desktop.endBy(question.getByRole('button', { name: 'Pause and close' }));
  const quit = createdIn(simulator).length;
  expect(quit).toBeLessThan(PEOPLE);

  await resume(desktop);
  await expect.poll(() => createdIn(simulator).length, { timeout: 20_000 }).toBeGreaterThan(quit);
  await desktop.kill();
  expect(createdIn(simulator).length).toBeLessThan(PEOPLE);

  const last = await resume(desktop);
  await expect(panel(last).getByRole('heading', { name: 'All done' })).toBeVisible({ timeout: 60_000 });
  expect(createdIn(simulator)).toEqual(
    Array.from({ length: PEOPLE }, (_, index) => `new${index}@acme.example`),
  );
});
