import type { Door } from './log-entry.ts';

/** What Rollcall tells of itself and of the computer: nothing of people, and no secrets. */
export interface DiagnosticFacts {
  readonly version: string;
  readonly door: Door;
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

/** The text that a user copies for whoever helps them: facts, and the last lines of the log. */
export function diagnosticsText(facts: DiagnosticFacts, log: readonly string[]): string {
  const listed = (items: Readonly<Record<string, string | number>>): string =>
    Object.entries(items)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  return [
    `Rollcall ${facts.version}, ${facts.door === 'desktop' ? 'desktop app' : 'in a browser'}`,
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
