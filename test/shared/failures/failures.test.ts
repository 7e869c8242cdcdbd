import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { READ_LATER, type Situation } from '../../../shared/failures/entry.ts';
import {
  FAILURES,
  type FailureCode,
  failureSchema,
  failureSentence,
} from '../../../shared/failures/failures.ts';

/** Everywhere that a failure is read. */
const SITUATIONS = {
  'start screen of the app': { program: 'app', isRosterOpen: false },
  'start screen in a browser': { program: 'browser', isRosterOpen: false },
  'roster open in the app': { program: 'app', isRosterOpen: true },
  'roster open in a browser': { program: 'browser', isRosterOpen: true },
  'command line': { program: 'commandLine', isRosterOpen: false },
  'report read later': READ_LATER,
} as const satisfies Record<string, Situation>;

const CODES = z.array(z.custom<FailureCode>()).parse(Object.keys(FAILURES));

/** Failures that only the one or the other can meet, by the beginnings of their codes. */
const ONLY_WITH_A_ROSTER = /^(?:merge\.|run\.stale|draft\.(?:notKept|blanked|cutShort))/;
const ONLY_IN_THE_WINDOW =
  /^(?:merge|draft|run|support|appUpdate|organization|credentials|template|call|host\.gone|profile\.(?:newer$|tooLong)|team\.(?:none|damaged|newer))/;
const ONLY_AT_THE_COMMAND_LINE =
  /^(?:connect\.noCredentials|profile\.noMapping|upload\.(?:noTerminal|notConfirmed|unfinished|nothingToResume|otherAddress|otherRoster))/;
/** A row's outcome keeps what talking to Agent Connect came to. */
const KEPT_WITH_A_ROW = /^(?:connect\.(?!noCredentials|badProxy|badSubdomain|badBaseUrl)|cancelled)/;
/** Electron has the system's proxies, not those of the environment. */
const NEVER_IN_THE_APP: FailureCode = 'connect.badProxy';

const ROWS = /your rows|the rows here|save them and |save the roster|in the roster|back to the roster/i;
const OF_THE_WINDOW =
  /\b(?:this|the) window (?:has|is)|another window|\bmenu\b|\bbutton\b|choose it again|Columns…|\bF1\b|\bHelp,|\bForget\b|open it again/;
const OPTION = /(?:^|\s)--[a-z]/;
const VARIABLE = /\b[A-Z]{3,}_[A-Z_]{3,}\b/;
/** Such advice is of how Rollcall is started. */
const ABOUT_STARTING = /start(?:ed)?\b/;

/** Facts of every kind: none, one and some, and each of what is listed. */
function factsOf(code: FailureCode): unknown[] {
  const shape: Record<string, z.ZodType> = FAILURES[code].facts.shape;
  return Object.entries(shape).reduce<object[]>(
    (all, [key, kind]) =>
      valuesOf(key, kind).flatMap((value) => all.map((facts) => ({ ...facts, [key]: value }))),
    [{}],
  );
}

/** What is empty or negative is so by its meaning. */
const OFTEN_EMPTY = new Set(['words', 'to']);
const OFTEN_NEGATIVE = new Set(['minutesAhead']);

function valuesOf(key: string, kind: z.ZodType): unknown[] {
  const tried = ['June', 0, 1, 12, 407, null, true, ...optionsOf(kind)];
  if (OFTEN_EMPTY.has(key)) tried.push('');
  if (OFTEN_NEGATIVE.has(key)) tried.push(-3);
  return tried.filter((value) => kind.safeParse(value).success);
}

function optionsOf(kind: z.ZodType): readonly unknown[] {
  return kind instanceof z.ZodEnum ? kind.options : [];
}

/** Whether a failure can be met there at all. */
function isMet(code: FailureCode, { program, isRosterOpen }: Situation): boolean {
  if (ONLY_WITH_A_ROSTER.test(code) && !isRosterOpen) return false;
  if (program === 'unknown') return KEPT_WITH_A_ROW.test(code);
  if (program === 'app' && code === NEVER_IN_THE_APP) return false;
  return !(program === 'commandLine' ? ONLY_IN_THE_WINDOW : ONLY_AT_THE_COMMAND_LINE).test(code);
}

/** What a sentence takes for granted that is not so where it is read. */
function misfits(sentence: string, { program, isRosterOpen }: Situation): string[] {
  const found: string[] = [];
  const isWindow = program === 'app' || program === 'browser';
  if (!isRosterOpen && ROWS.test(sentence)) found.push('no rows are here');
  if (!isWindow && OF_THE_WINDOW.test(sentence)) found.push('no window is here');
  if (isWindow && OPTION.test(sentence) && !ABOUT_STARTING.test(sentence)) found.push('no option is here');
  if (isWindow && VARIABLE.test(sentence) && !ABOUT_STARTING.test(sentence)) found.push('no shell is here');
  return found;
}

describe('failure sentences', () => {
  it.each(Object.entries(SITUATIONS))('advise what can be done: %s', (_, here) => {
    const wrong = CODES.filter((code) => isMet(code, here)).flatMap((code) =>
      factsOf(code).flatMap((facts) => {
        const sentence = failureSentence(failureSchema.parse({ code, facts }), here);
        return misfits(sentence, here).map((why) => `${code}: ${why}: ${sentence}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('are whole sentences everywhere, of every failure', () => {
    const odd = CODES.flatMap((code) =>
      factsOf(code).flatMap((facts) =>
        Object.values(SITUATIONS)
          .map((here) => failureSentence(failureSchema.parse({ code, facts }), here))
          .filter(
            (sentence) => !/^[\p{Lu}“0-9][^]*\.$/u.test(sentence) || /undefined|\$\{|NaN/.test(sentence),
          ),
      ),
    );
    expect(odd).toEqual([]);
    expect(CODES.length).toBeGreaterThan(100);
  });

  it('offer to save the rows only where there are any', () => {
    const [broken] = [failureSchema.parse({ code: 'host.failed', facts: { what: 'a1' } })];
    expect(failureSentence(broken, SITUATIONS['roster open in the app'])).toContain(
      'Your rows are still here',
    );
    expect(failureSentence(broken, SITUATIONS['start screen of the app'])).toBe(
      'Something went wrong inside Rollcall (a1). Try again; if it stays so, the menu Help, Copy diagnostics… has what support needs.',
    );
  });

  it('send nobody in the app to an environment variable for a certificate or a proxy', () => {
    const distrust = failureSchema.parse({
      code: 'connect.notTrusted',
      facts: { host: 'acme.stellaconnect.net', reason: 'ERR_CERT_AUTHORITY_INVALID' },
    });
    expect(failureSentence(distrust, SITUATIONS['start screen of the app'])).toMatch(
      /the system’s certificate store; Rollcall trusts what the system trusts\.$/,
    );
    expect(failureSentence(distrust, SITUATIONS['command line'])).toContain('NODE_EXTRA_CA_CERTS');
  });
});
