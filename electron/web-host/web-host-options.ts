import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failure, success, type Result } from '../../shared/result.ts';

/** What a web host is told on its command line. Paths are absolute. */
export interface WebHostArguments {
  readonly opening: string | null;
  readonly launchFile: string | null;
  readonly idleSeconds: number;
  /** Whether an organization may be at a test server on this computer. */
  readonly testServers: boolean;
}

/** A page in the background may be let through only once a minute; it has ten chances to say that it is there. */
const IDLE_SECONDS = 600;
const USAGE = 'Usage: npm start -- [FILE] [--launch-file PATH] [--idle-seconds N] [--allow-test-server]';

/** Reads the arguments of the web host against the folder of the call, or answers a sentence on what is wrong. */
export function readWebHostArguments(
  given: readonly string[],
  folder: string,
): Result<WebHostArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        'launch-file': { type: 'string' },
        'idle-seconds': { type: 'string' },
        'allow-test-server': { type: 'boolean' },
      },
    });
    const idleSeconds = Number(values['idle-seconds'] ?? IDLE_SECONDS);
    if (positionals.length > 1 || !(idleSeconds > 0)) return failure(USAGE);
    const launchFile = values['launch-file'];
    return success({
      opening: positionals[0] === undefined ? null : resolve(folder, positionals[0]),
      launchFile: launchFile === undefined ? null : resolve(folder, launchFile),
      idleSeconds,
      testServers: values['allow-test-server'] === true,
    });
  } catch {
    return failure(USAGE);
  }
}
