import { reportError } from '../system/support-log.ts';
import { run } from './run.ts';
import { processStreams } from './streams.ts';

const streams = processStreams();
try {
  // Set, not `process.exit`: what was printed is still on its way to a pipe.
  process.exitCode = await run(process.argv.slice(2), streams);
} catch (bug) {
  // Node's own exit code for a bug is 1, which means "the roster has errors" here.
  streams.err.write(
    'Rollcall has failed because of an error of its own. What it had not written yet is as it was.\n',
  );
  reportError('cli', bug);
  process.exitCode = 2;
}
