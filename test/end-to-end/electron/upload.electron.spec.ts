import { type Page, mergeTests } from 'playwright/test';
import { answerOpenDialog, type Desktop, expect, test as electronTest } from '../harness/electron.ts';
import { test as simulatorTest } from '../harness/simulator.ts';
import { button, createdIn, fromMenu, panel, setKey, uploadNewcomers } from '../harness/upload-page.ts';

const test = mergeTests(electronTest, simulatorTest);

const PEOPLE = 9;

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
  const page = await uploadNewcomers(desktop, simulator, PEOPLE);
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

  // Started with a file, the app offers it beside the roster.
  const last = await desktop.start(`${desktop.folder}/people.txt`, { arguments: ['--allow-test-server'] });
  const offer = last.getByRole('region', { name: 'Unfinished upload', exact: true });
  await expect(offer).toContainText(
    /^The upload of people\.txt to Acme Support is unfinished: \d of 9 rows done, paused \d\d:\d\d\./,
  );
  await fromMenu(last, 'Organization details…');
  await setKey(last);
  await offer.getByRole('button', { name: 'Resume' }).click();
  await expect(offer).toBeHidden();
  await expect(panel(last).getByRole('heading', { name: /^(All done|Done, with)/ })).toBeVisible({
    timeout: 60_000,
  });
  expect(createdIn(simulator)).toEqual(
    Array.from({ length: PEOPLE }, (_, index) => `new${index}@acme.example`),
  );
});
