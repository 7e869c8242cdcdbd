import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { workbookThread } from '../workbook-thread.ts';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const tests = (process.env['MUTATION_TESTS'] ?? '').split(' ');

/** Gives the tests a fast-check that tries little, for their tens of thousands of runs. */
const fewRuns: Plugin = {
  name: 'few-runs',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fast-check' && importer !== from('few-runs.ts') ? from('few-runs.ts') : null,
};

/** The unit tests of an area, as Stryker runs them for each mutant. */
export default defineConfig({
  root: from('../..'),
  plugins: [fewRuns, workbookThread()],
  test: {
    include: tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.{ts,tsx}`)),
    setupFiles: ['build/mutation/without-slow-tests.ts', 'test/fail-on-console.ts'],
    exclude: ['**/rule-cost.test.ts'],
    // Stryker measures for itself how long a test may take.
    testTimeout: 300_000,
    // Each run has a thread of its own, whose tests may share what they load.
    isolate: false,
  },
});
