import axe from 'axe-core';
import { expect, type Page } from 'playwright/test';

/** What of the rules can be right in light and wrong in dark, or the other way round. */
const RULES_OF_COLOR = ['color-contrast', 'link-in-text-block'];

/**
 * Fails the test with each violation of WCAG 2.2 A and AA, and of axe's best practices, that the page shows now: by all
 * rules in the colours that it has, and by the rules about colour in those of the other scheme.
 */
export async function assertAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const scheme = await schemeOf(page);
  const other = scheme === 'dark' ? 'light' : 'dark';
  expect(await violations(page, null), scheme).toEqual([]);
  await page.emulateMedia({ colorScheme: other });
  await expect.poll(() => schemeOf(page)).toBe(other);
  expect(await violations(page, RULES_OF_COLOR), other).toEqual([]);
  await page.emulateMedia({ colorScheme: scheme });
  await expect.poll(() => schemeOf(page)).toBe(scheme);
}

/** The colours that the page itself shows, which follow those of the system a moment later. */
async function schemeOf(page: Page): Promise<'light' | 'dark'> {
  const shown = await page.locator('html').getAttribute('data-mantine-color-scheme');
  return shown === 'dark' ? 'dark' : 'light';
}

/** What the rules find (null: all of them), with the elements as they stand in the document. */
function violations(page: Page, rules: string[] | null): Promise<unknown[]> {
  return page.evaluate(async (rules) => {
    // A colour that is on its way is none of the theme's. What has an end is taken to it and not waited for: in a closed
    // part of the page, which shows no frames, it would never come there. What has none, such as a busy bar, goes on.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    // Describing what is right takes longer than finding what is wrong, and no rule that runs asks for what is preloaded.
    const found = await run(document, {
      resultTypes: ['violations'],
      preload: false,
      ...(rules && { runOnly: rules }),
    });
    return found.violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      places: nodes.map((node) => node.html),
    }));
  }, rules);
}
