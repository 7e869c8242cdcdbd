import type { Channel } from '../contract.ts';
import type { FailureCode } from '../failures/failures.ts';

/**
 * What may stand in the log. There is no entry for free text, so that no name, cell, file or address can get there:
 * failures are told by their code and the call that failed, bugs by their kind and their places in the code.
 */
export type LogEntry =
  | {
      readonly kind: 'start';
      readonly version: string;
      /** Of Node, such as `win32` and `x64`. */
      readonly platform: string;
      readonly arch: string;
      readonly door: Door;
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'failure'; readonly place: Channel; readonly code: FailureCode }
  /** `id` is what the window shows. */
  | { readonly kind: 'bug'; readonly id: string; readonly error: unknown };

/** Where the window is: the desktop app's own, or a browser's. */
export type Door = 'desktop' | 'browser';

/** An entry as a line, without its end. */
export function logLine(entry: LogEntry, at: Date): string {
  return `${at.toISOString()} ${wordsOf(entry).join(' ')}`;
}

function wordsOf(entry: LogEntry): string[] {
  switch (entry.kind) {
    case 'start':
      return ['start', entry.version, entry.platform, entry.arch, entry.door];
    case 'end':
      return ['end'];
    case 'failure':
      return ['failure', entry.place, entry.code];
    case 'bug':
      return ['bug', plain(entry.id), ...describeBug(entry.error)];
  }
}

/** Places that are told of one bug. */
const MOST_PLACES = 12;

/** The kind of an error, its code, and its places; its message may hold anything. */
function describeBug(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error];
  const code = 'code' in error && typeof error.code === 'string' ? [plain(error.code)] : [];
  const lines = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [plain(error.name), ...code, ...lines.slice(0, MOST_PLACES).map(placeOf)];
}

/** `file.js:12:34` of a line of a stack: the folder before it is the user's own. */
function placeOf(line: string): string {
  return /[\w.-]+\.[cm]?[jt]sx?:\d+:\d+/.exec(line)?.[0] ?? /node:[\w/]+:\d+:\d+/.exec(line)?.[0] ?? '?';
}

/** A word that is a name in the code; anything else may have come from elsewhere. */
function plain(word: string): string {
  return /^\w{1,40}$/.test(word) ? word : '?';
}
