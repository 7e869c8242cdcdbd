// Checks the types of every folder, each with its own tsconfig: shared/ must compile without Node or DOM types.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// TypeScript 7 is the native compiler. The `typescript` that tools import stays at 6, the last with an API of JavaScript.
const compiler = fileURLToPath(new URL('../node_modules/typescript-7/bin/tsc', import.meta.url));
let failed = false;
for (const folder of ['shared', 'electron', 'renderer', 'test', 'build']) {
  const cache = fileURLToPath(new URL(`../node_modules/.cache/types/${folder}.json`, import.meta.url));
  const args = ['-p', folder, '--incremental', '--tsBuildInfoFile', cache];
  const run = spawnSync(process.execPath, [compiler, ...args], { stdio: 'inherit' });
  failed ||= run.status !== 0;
}
process.exit(failed ? 1 : 0);
