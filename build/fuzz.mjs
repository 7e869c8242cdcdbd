// `npm run fuzz`: tries broken and arbitrary files on the readers for ROLLCALL_FUZZ_MINUTES (10 unless said) and prints the
// seeds; ROLLCALL_SEED begins at one of them. Some cases run with the unit tests.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url));
const minutes = process.env['ROLLCALL_FUZZ_MINUTES'] ?? '10';
const seed = process.env['ROLLCALL_SEED'] ?? String(Date.now() % 2 ** 31);
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', config, '--reporter=verbose', 'test/fuzz/'],
  {
    stdio: 'inherit',
    env: { ...process.env, ROLLCALL_FUZZ_MINUTES: minutes, ROLLCALL_SEED: seed },
  },
);
process.exit(run.status ?? 1);
