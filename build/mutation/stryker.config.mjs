// Run by build/mutation/mutation.mjs, an area at a time, which says in the environment what to go over.
/** @type {{ mutate: string[], report: string, incremental: string, workers: number }} */
const { mutate, report, incremental, workers } = JSON.parse(process.env['MUTATION_AREA'] ?? '{}');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate,
  testRunner: 'vitest',
  // Which tests reach a mutant is known from the first run; asking Vite's graph again costs more than a test.
  vitest: { configFile: 'build/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', new URL('plugins.mjs', import.meta.url).href],
  coverageAnalysis: 'perTest',
  // What runs once, when a module is loaded, cannot be switched between tests: it needs a process of its own.
  ignoreStatic: true,
  ignorers: ['sentences', 'pauses', 'unreachable'],
  checkers: ['sample'],
  concurrency: workers,
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 30,
  incremental: true,
  incrementalFile: incremental,
  // Outside node_modules, in which Vite would take the sources for finished packages.
  tempDirName: 'out/mutation/sandbox',
  ignorePatterns: ['out', 'dist', 'test/bench', 'test/end-to-end', 'test/screenshots'],
  reporters: ['json'],
  jsonReporter: { fileName: report },
};
