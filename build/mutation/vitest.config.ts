import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { workbookThread } from '../workbook-thread.ts';

const tests = (process.env['MUTATION_TESTS'] ?? '').split(' ');

/** The unit tests of an area, as Stryker runs them for each mutant. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [workbookThread()],
  test: {
    include: tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.{ts,tsx}`)),
    setupFiles: ['test/fail-on-console.ts', 'test/tier.ts', 'build/mutation/without-slow-tests.ts'],
    unstubEnvs: true,
    unstubGlobals: true,
    exclude: ['**/rule-cost.test.ts'],
    // Stryker measures for itself how long a test may take.
    testTimeout: 300_000,
    // Each run has a thread of its own, whose tests may share what they load; those of the host stand in for modules.
    isolate: tests.some((path) => path.startsWith('test/electron/')),
  },
});
