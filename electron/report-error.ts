import type { Report } from './ipc/door.ts';
import type { SupportLog } from './support/support-log.ts';

/** Reports bugs to standard error and to the log. */
export function reportTo(log: SupportLog): Report {
  return (id, error) => {
    reportError(id, error);
    log.write({ kind: 'bug', id, error });
  };
}

/**
 * Writes a bug to standard error under the id that the window shows. Messages of errors hold names and paths, so only
 * the kind of error, its code and its places in Rollcall's code are written.
 */
export function reportError(id: string, error: unknown): void {
  process.stderr.write(`rollcall: error ${id}: ${describe(error)}\n`);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [`${error.name}${code}`, ...places].join('\n');
}
