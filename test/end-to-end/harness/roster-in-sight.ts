import type { Page } from 'playwright/test';

/** What a user sees of a small roster: the title, the file's name, every cell, the counts and the way back. */
export async function rosterInSight(page: Page): Promise<unknown> {
  return {
    title: await page.title(),
    heading: await page.getByRole('heading', { level: 1 }).textContent(),
    status: await page.locator('.status-counts, .status-form, .status-saved').allTextContents(),
    undo: await page.getByRole('button', { name: /undo/i }).first().getAttribute('aria-label'),
    cells: await page.locator('.ag-row').evaluateAll((rows) =>
      rows
        .map((row) => `${row.getAttribute('row-index') ?? ''}: ${row.textContent}`)
        // The grid keeps its rows in no order in the document.
        .sort(),
    ),
  };
}
