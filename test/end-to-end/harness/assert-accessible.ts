import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Fails the test with each violation of WCAG 2.2 A and AA, and of axe's best practices, that the page shows now. */
export async function assertAccessible(page: Page): Promise<void> {
  // A colour that is on its way is none of the theme's.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    places: nodes.map((node) => node.html),
  }));
  expect(found).toEqual([]);
}
