import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { workbookThread } from './workbook-thread.ts';

/** Files that stand in for a module, which only a process of their own forgets again. */
const MOCKING = ['test/electron/shell/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [workbookThread()],
  test: {
    setupFiles: ['test/fail-on-console.ts', 'test/tier.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    unstubGlobals: true,
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'out/test/unit.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'shared process',
          include: ['test/{shared,electron,renderer,build,simulator,fuzz}/**/*.test.{ts,tsx}'],
          exclude: MOCKING,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'own process', include: MOCKING } },
    ],
  },
});
