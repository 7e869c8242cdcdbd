import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failure, success, type Result } from '../../shared/failures/result.ts';
import { isAllowed, type UploadLimits, USUAL_LIMITS } from '../uploads/upload-limits.ts';

/** What a web host is told on its command line. Paths are absolute. */
export interface WebHostArguments {
  readonly opening: string | null;
  readonly launchFile: string | null;
  readonly idleSeconds: number;
  /** Whether an organization may be at a test server on this computer. */
  readonly testServers: boolean;
  /** How fast uploads go. */
  readonly limits: UploadLimits;
}

/** A page in the background may be let through only once a minute; it has ten chances to say that it is there. */
const IDLE_SECONDS = 600;
const USAGE =
  'Usage: npm start -- [FILE] [--launch-file PATH] [--idle-seconds N] [--allow-test-server] [--rate N] [--concurrency N] [--settle SECONDS]';

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
        rate: { type: 'string' },
        concurrency: { type: 'string' },
        settle: { type: 'string' },
      },
    });
    const idleSeconds = Number(values['idle-seconds'] ?? IDLE_SECONDS);
    const limits = limitsIn(values);
    if (positionals.length > 1 || !(idleSeconds > 0) || limits === null) return failure(USAGE);
    const launchFile = values['launch-file'];
    return success({
      opening: positionals[0] === undefined ? null : resolve(folder, positionals[0]),
      launchFile: launchFile === undefined ? null : resolve(folder, launchFile),
      idleSeconds,
      testServers: values['allow-test-server'] === true,
      limits,
    });
  } catch {
    return failure(USAGE);
  }
}

type Given = { readonly [Limit in keyof UploadLimits]?: string | undefined };

/** The limits with those that are given; null where one is no whole number that it may be. */
function limitsIn(given: Given): UploadLimits | null {
  const read = (limit: keyof UploadLimits): number => Number(given[limit] ?? USUAL_LIMITS[limit]);
  const limits = { rate: read('rate'), concurrency: read('concurrency'), settle: read('settle') };
  const isFine = (limit: keyof UploadLimits): boolean => isAllowed(limit, limits[limit]);
  return isFine('rate') && isFine('concurrency') && isFine('settle') ? limits : null;
}
