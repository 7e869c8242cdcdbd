import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright/test';
import { startHost } from './host.ts';
import type { Rollcall } from './rollcall.ts';

/** Another Rollcall of the same user, in a process of its own, with its window in a tab of its own. */
export interface AnotherWindow {
  readonly page: Page;
  end(): Promise<void>;
}

/** Starts Rollcall a second time, opening `file` (a path) if there is one. */
export async function anotherWindow(rollcall: Rollcall, file?: string): Promise<AnotherWindow> {
  const { userData, folder } = rollcall;
  const host = await startHost({ userData, folder, ...(file !== undefined && { file }) });
  const page = await rollcall.page.context().newPage();
  await page.goto(pathToFileURL(host.launchFile).href);
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:/);
  return {
    page,
    end: async () => {
      await page.close();
      await host.stop();
    },
  };
}
