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
