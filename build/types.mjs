// Checks the types of every room, each with its own tsconfig: shared/ must compile without Node or DOM types.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
let failed = false;
for (const room of ['shared', 'electron', 'renderer', 'test', 'build']) {
  const run = spawnSync(process.execPath, [compiler, '-p', room], { stdio: 'inherit' });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
