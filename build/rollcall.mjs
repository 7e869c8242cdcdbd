// `npm run -s rollcall -- …`: the command line of the checkout, built when it is older than its sources. Standard
// output belongs to the command alone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { callerFolder } from './caller-folder.mjs';
import { ensureBuilt, ROOT } from './ensure-built.mjs';

const failure = await ensureBuilt();
if (failure === null) {
  process.chdir(callerFolder('rollcall'));
  const command = join(ROOT, 'out/main/rollcall.js');
  process.argv[1] = command;
  await import(pathToFileURL(command).href);
} else {
  process.stderr.write(`${failure}\nRollcall could not be built, so nothing was done.\n`);
  process.exitCode = 2;
}
