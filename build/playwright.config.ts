import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'playwright/test';

const from = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The window in a real browser (found by the harness of `test/end-to-end/`), and real Electron where it is installed. */
export default defineConfig({
  testDir: from('test/end-to-end'),
  testMatch: '**/*.spec.ts',
  outputDir: from('out/test/end-to-end'),
  reporter: [['list'], ['json', { outputFile: from('out/test/end-to-end.json') }]],
  // These end what hangs; how fast things are is measured by `npm run bench`.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // They wait half of their time: for a host to start, a page to draw, an upload to go on.
  workers: Math.ceil(availableParallelism() * 1.5),
  fullyParallel: true,
  // A busy machine may be late for one. What passes at the second try is counted and named as flaky.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Recording every test costs a third of its time; one that fails is tried again, and that is recorded.
    trace: 'on-first-retry',
  },
});
