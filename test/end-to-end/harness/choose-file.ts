import { expect, type Locator, type Page } from 'playwright/test';

/** Opens a file, or goes into a folder, by the window's own chooser, which shows the test's folder first. */
export async function chooseToOpen(page: Page, ...path: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+o');
  const chooser = page.getByRole('dialog', { name: 'Open a roster' });
  for (const name of path)
    await chooser
      .getByRole('option')
      .filter({ has: page.getByText(name, { exact: true }) })
      .dblclick();
  await expect(chooser).toBeHidden();
}

/** The window's own chooser, where it asks for a place to save. */
export function saveChooser(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Save as' });
}

/** Answers the window's own chooser with a name in the folder that it shows. */
export async function chooseToSave(page: Page, name: string): Promise<void> {
  const chooser = saveChooser(page);
  await chooser.getByRole('textbox', { name: 'Name' }).fill(name);
  await chooser.getByRole('button', { name: /^(Save|Replace)$/ }).click();
  await expect(chooser).toBeHidden();
}
