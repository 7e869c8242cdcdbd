import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type WindowKind, type LogEntry, logLine } from '../../shared/app/diagnostics.ts';

/** A log that helps support, and in which nobody is named. */
export interface SupportLog {
  /** Adds an entry. Where the disk does not take it, it is lost: a log must not be what fails. */
  write(entry: LogEntry): void;
  /** The last lines, the oldest first, when all that was added is written. */
  tail(most: number): Promise<string[]>;
  /** Writes what was added and nothing from then on. */
  close(): Promise<void>;
}

/** Bytes from which a file is put aside as the older one; there are two. */
const MAX_BYTES = 256 * 1024;

/** The log in `logs/` of the user's data, for its owner alone. */
export function createSupportLog(userData: string, now: () => Date = () => new Date()): SupportLog {
  const folder = join(userData, 'logs');
  const path = join(folder, 'rollcall.log');
  const older = join(folder, 'rollcall.old.log');
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  const add = async (line: string): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = await stat(path).catch(() => null);
    if (found !== null && found.size + line.length > MAX_BYTES) await rename(path, older);
    await appendFile(path, `${line}\n`, { mode: 0o600 });
  };
  return {
    write(entry) {
      if (isClosed) return;
      const line = logLine(entry, now());
      last = last.then(() => add(line)).catch(() => undefined);
    },
    async tail(most) {
      await last;
      const texts = await Promise.all([older, path].map((file) => readFile(file, 'utf8').catch(() => '')));
      const lines = texts.join('').split('\n').slice(0, -1);
      return lines.slice(Math.max(0, lines.length - most));
    },
    async close() {
      isClosed = true;
      await last;
    },
  };
}

/** What the log says first of a start on this computer. */
export function startEntry(version: string, window: WindowKind): LogEntry {
  return { kind: 'start', version, platform: process.platform, arch: process.arch, window };
}

/** Hears of a bug under the short id that the window shows. */
export type Report = (id: string, error: unknown) => void;

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
