import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { workbookThread } from './workbook-thread.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [workbookThread()],
  test: {
    include: ['test/{shared,electron,renderer,build,simulator,fuzz}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/fail-on-console.ts'],
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'out/test/unit.json' }]],
  },
});
