// `npm run agent-connect:simulator -- …`: bundles the stand-in for Agent Connect, which takes a moment, and runs it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { callerFolder } from './caller-folder.mjs';
import { ROOT } from './ensure-built.mjs';

const outDir = join(ROOT, 'out/simulator');
await build({
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  build: { ssr: true, outDir, rolldownOptions: { input: { simulator: 'test/simulator/main.ts' } } },
  ssr: { noExternal: true },
});
process.chdir(callerFolder('agent-connect:simulator'));
await import(pathToFileURL(join(outDir, 'simulator.js')).href);
