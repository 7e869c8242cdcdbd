import type { CallName } from '../contract/contract.ts';
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
      readonly window: WindowKind;
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'failure'; readonly place: CallName; readonly code: FailureCode }
  /** `id` is what the window shows. */
  | { readonly kind: 'bug'; readonly id: string; readonly error: unknown };

/** Where the window is: the desktop app's own, or a browser's. */
export type WindowKind = 'desktop' | 'browser';

/** An entry as a line, without its end. */
export function logLine(entry: LogEntry, at: Date): string {
  return `${at.toISOString()} ${wordsOf(entry).join(' ')}`;
}

function wordsOf(entry: LogEntry): string[] {
  switch (entry.kind) {
    case 'start':
      return ['start', entry.version, entry.platform, entry.arch, entry.window];
    case 'end':
      return ['end'];
    case 'failure':
      return ['failure', entry.place, entry.code];
    case 'bug':
      return ['bug', plain(entry.id), ...describeBug(entry.error)];
  }
}

/** Places that are told of one bug. */
const MAX_PLACES = 12;

/** The kind of an error, its code, and its places; its message may hold anything. */
function describeBug(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error];
  const code = 'code' in error && typeof error.code === 'string' ? [plain(error.code)] : [];
  const lines = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [plain(error.name), ...code, ...lines.slice(0, MAX_PLACES).map(placeOf)];
}

/** `file.js:12:34` of a line of a stack: the folder before it is the user's own. */
function placeOf(line: string): string {
  return /[\w.-]+\.[cm]?[jt]sx?:\d+:\d+/.exec(line)?.[0] ?? /node:[\w/]+:\d+:\d+/.exec(line)?.[0] ?? '?';
}

/** A word that is a name in the code; anything else may have come from elsewhere. */
function plain(word: string): string {
  return /^\w{1,40}$/.test(word) ? word : '?';
}

/** What Rollcall tells of itself and of the computer: nothing of people, and no secrets. */
export interface DiagnosticFacts {
  readonly version: string;
  readonly window: WindowKind;
  /** The system's name, version and processor, such as `win32 10.0.22631 x64`. */
  readonly system: string;
  /** Versions of what Rollcall runs on, by its name. */
  readonly runtime: Readonly<Record<string, string>>;
  /** The language and region in which numbers are shown, such as `en-IE`. */
  readonly locale: string;
  /** Settings by their names, in words. */
  readonly settings: Readonly<Record<string, string>>;
  /** How many there are of what is kept, by its name. */
  readonly kept: Readonly<Record<string, number>>;
}

/** Lines of the log that are copied. */
export const LOG_LINES = 200;

/** The text that a user copies for support: facts, and the last lines of the log. */
export function diagnosticsText(facts: DiagnosticFacts, log: readonly string[]): string {
  const listed = (items: Readonly<Record<string, string | number>>): string =>
    Object.entries(items)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  return [
    `Rollcall ${facts.version}, ${facts.window === 'desktop' ? 'desktop app' : 'in a browser'}`,
    `System: ${facts.system}, ${facts.locale}`,
    `Runs on: ${listed(facts.runtime)}`,
    `Settings: ${listed(facts.settings)}`,
    `Kept here: ${listed(facts.kept)}`,
    '',
    log.length === 0 ? 'The log is empty.' : 'The last lines of the log:',
    ...log,
    '',
  ].join('\n');
}
