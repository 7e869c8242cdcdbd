import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { gridOf } from './grid-page.ts';

/**
 * The main job on `people.txt` of the fixtures, as an admin does it: see the planted errors, mend by typing, by a fix
 * and by all safe fixes, undo, export what is right. `save` answers the question for the file's place, which the app
 * asks in a dialog of its own or of the system's.
 */
export async function mendAndExport(
  page: Page,
  folder: string,
  save: (name: string) => Promise<void>,
): Promise<void> {
  const grid = gridOf(page);
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('40 rows');
  await expect(status).toContainText('22 with errors');

  // Line 7 has two @ signs: typed over, its flag goes and the count falls.
  await expect(grid.cell(5, 'email')).toHaveAttribute('aria-invalid', 'true');
  await grid.cell(5, 'email').click();
  await expect(status).toContainText('two @ signs');
  await page.keyboard.type('person6@acme.example', { delay: 5 });
  await page.keyboard.press('Enter');
  await expect(grid.cell(5, 'email')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(status).toContainText('21 with errors');

  // Line 8 begins with mailto:, which has a sure fix.
  await grid.cell(6, 'email').click();
  await page.keyboard.press('Control+.');
  await expect(grid.cell(6, 'email')).toHaveText('person7@acme.example');

  // All safe fixes are one step, there and back again.
  const fixAll = page.getByRole('button', { name: /^(Fix \d+ safe|No safe fixes)$/ });
  await expect(fixAll).toHaveText('Fix 12 safe');
  await fixAll.click();
  await expect(fixAll).toHaveText('No safe fixes');
  await page.keyboard.press('Control+z');
  await expect(fixAll).toHaveText('Fix 12 safe');
  await page.keyboard.press('Control+y');
  await expect(fixAll).toHaveText('No safe fixes');

  await page.keyboard.press('Control+e');
  await page.getByRole('radio', { name: /^Only the \d+ without errors/ }).check();
  await page.getByRole('button', { name: /^Export \d+ rows/ }).click();
  await save('for agent connect.txt');
  await expect(page.getByRole('heading', { name: /rows written to “for agent connect.txt”/ })).toBeVisible();
  await expectExport(folder);
}

/** Reads what was exported the hard way: its bytes. */
async function expectExport(folder: string): Promise<void> {
  const bytes = await readFile(join(folder, 'for agent connect.txt'));
  expect(bytes.subarray(0, 2).toString('hex')).toBe('fffe');
  const text = bytes.subarray(2).toString('utf16le');
  expect(text.startsWith('Role\tCan Manage Teams\tEmail Address\tEmployee ID\tFirst Name\t')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.split('\r\n').slice(0, -1);
  const emails = lines.map((line) => line.split('\t')[2]);
  expect(emails).toContain('person6@acme.example');
  expect(emails).toContain('person7@acme.example');
  const leaderOf = new Map(lines.map((line) => [line.split('\t')[2], line.split('\t')[12]]));
  for (const [place, email] of emails.entries()) {
    const leaderAt = emails.indexOf(leaderOf.get(email) ?? '');
    expect(leaderAt, `${email ?? ''} comes after the Team Leader`).toBeLessThan(place || 1);
  }
  const left = (await readdir(folder)).find((name) => name.includes('left out')) ?? '';
  const leftOut = (await readFile(join(folder, left))).subarray(2).toString('utf16le');
  expect(lines.length - 1 + leftOut.split('\r\n').length - 2).toBe(40);
  expect(leftOut).toContain('1.23E+11');
}
