import { z } from 'zod';

/** Where a failure is read, as far as what it advises depends on it. */
export interface Situation {
  /** The program in front of the reader; `unknown` for words that are stored and may be read in any of them. */
  readonly program: 'app' | 'browser' | 'commandLine' | 'unknown';
  /** Whether a roster is open, so that there are rows to save and to go back to. */
  readonly isRosterOpen: boolean;
}

/** Of words that are stored with a row's outcome: they are read later, anywhere. */
export const READ_LATER: Situation = { program: 'unknown', isRosterOpen: false };

/** An entry of a table of failures: its facts, and the one sentence that says what happened and what to do there. */
export function entry<Facts extends z.ZodRawShape>(
  facts: Facts,
  sentence: (facts: z.infer<z.ZodObject<Facts, z.core.$strict>>, here: Situation) => string,
) {
  return { facts: z.strictObject(facts), sentence };
}

/** The fact of most failures: the name of the file, roster or organization that the sentence quotes. */
export const name = { name: z.string() };

/** A number in a sentence: `12,000`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}
