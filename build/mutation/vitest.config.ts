import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { workbookThread } from '../workbook-thread.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tests = (process.env['MUTATION_TESTS'] ?? '').split(' ');

/** Whether a test of a file or a folder stands in for a module, which only a process of its own forgets again. */
function mocks(path: string): boolean {
  const whole = root + path;
  const isFolder = statSync(whole, { throwIfNoEntry: false })?.isDirectory() === true;
  const files = isFolder
    ? readdirSync(whole, { recursive: true, encoding: 'utf8' }).map((name) => `${whole}/${name}`)
    : [whole];
  return files
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('*'))
    .some((file) => /\bvi\.(?:mock|doMock)\(/.test(readFileSync(file, 'utf8')));
}

/** The unit tests of an area, as Stryker runs them for each mutant. */
export default defineConfig({
  root,
  plugins: [workbookThread()],
  test: {
    include: tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.{ts,tsx}`)),
    setupFiles: ['test/fail-on-console.ts', 'test/tier.ts', 'build/mutation/without-slow-tests.ts'],
    unstubEnvs: true,
    unstubGlobals: true,
    exclude: ['**/rule-cost.test.ts'],
    // Stryker measures for itself how long a test may take.
    testTimeout: 300_000,
    // Each run has a thread of its own, whose tests may share what they load unless they stand in for modules.
    isolate: tests.some((path) => path.startsWith('test/electron/') || mocks(path)),
  },
});
