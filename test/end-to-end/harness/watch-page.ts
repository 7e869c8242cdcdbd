import { expect, type Page } from 'playwright/test';

/** What went wrong in a page beside what its test looks at. */
interface WatchedPage {
  tolerate(pattern: RegExp): void;
  /** Fails the test if anything was seen that was not tolerated. */
  assertClean(): void;
}

/** Collects errors of scripts, console errors, violations of the content policy, and requests that leave the machine. */
export async function watchPage(page: Page): Promise<WatchedPage> {
  const seen: string[] = [];
  const tolerated: RegExp[] = [];
  page.on('pageerror', (error) => seen.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    if (!/^(app:|file:|blob:|data:|http:\/\/127\.0\.0\.1:)/.test(request.url()))
      seen.push(`request to another place: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- runs in the page, where the listener above hears it
      console.error(`content policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
  });
  return {
    tolerate: (pattern) => {
      tolerated.push(pattern);
    },
    assertClean: () => {
      const wrong = seen.filter((line) => !tolerated.some((pattern) => pattern.test(line)));
      expect(wrong, 'errors, console errors, content policy and foreign requests of the page').toEqual([]);
    },
  };
}
