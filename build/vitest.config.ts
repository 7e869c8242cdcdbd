import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { workbookThread } from './workbook-thread.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files that stand in for a module, which only a process of their own forgets again. */
const MOCKING = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.test\.tsx?$/.test(path))
  .filter((path) => /\bvi\.(?:mock|doMock)\(/.test(readFileSync(root + path, 'utf8')));

export default defineConfig({
  root,
  plugins: [workbookThread()],
  test: {
    setupFiles: ['test/fail-on-console.ts', 'test/tier.ts'],
    testTimeout: process.env['ROLLCALL_PROOF'] === '1' ? 1_800_000 : 60_000,
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
