import type { TokenForm } from '../../../shared/organization/organization.ts';
import { TOKEN_FORM } from '../../../shared/rules/assumptions.ts';
import type { Address } from './address.ts';
import type { Credentials } from '../credentials/credentials.ts';
import { setTimeout as wait } from 'node:timers/promises';

/** The clock and chance, handed in so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds; rejects when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
  /** From 0 to 1. */
  random(): number;
}

/** What a request is sent with, in the few forms that every `fetch` there is takes. */
type FetchOptions = Pick<RequestInit, 'method' | 'redirect' | 'cache' | 'credentials'> & {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
  readonly body?: string;
};

/** What stands before the token in each form of sending it. */
export const TOKEN_FORMS = { alone: '', bearer: 'Bearer ' } as const satisfies Record<TokenForm, string>;

/** What the answers of a server have taught so far; one for each connection. */
export interface Learned {
  tokenForm: TokenForm;
  /** Whether the other form was tried, or need not be. */
  isFormSettled: boolean;
  /** Whether an answer of success has come as JSON: what says 404 then is the server itself, whatever it looks like. */
  answersJson: boolean;
}

/** What is known before the first answer; `tokenForm` is null where no earlier connection has found it out. */
export function learnedBefore(tokenForm: TokenForm | null = null): Learned {
  return { tokenForm: tokenForm ?? TOKEN_FORM, isFormSettled: tokenForm !== null, answersJson: false };
}

/** All that it takes to ask an organization's Agent Connect. */
export interface Connection {
  readonly address: Address;
  readonly credentials: Credentials;
  /** Node's, or Electron's, which knows the company's proxies and certificates. */
  readonly fetch: (address: string, options: FetchOptions) => Promise<Response>;
  readonly clock: Clock;
  readonly learned: Learned;
  /** Told when another form of the token than the assumed one is found to be right. */
  readonly onTokenForm?: (form: TokenForm) => void;
  /** Milliseconds that a request and its answer may take together. */
  readonly deadline: number;
}

/** The deadline unless told. */
export const DEADLINE = 60_000;

/** Milliseconds after which a long wait asks what time it is. */
const SLICE = 5000;

/**
 * The computer's own clock and chance. A wait ends in time also when the computer sleeps meanwhile, during which timers
 * stand still (https://github.com/nodejs/node/issues/6763 on Windows, https://github.com/nodejs/node/issues/20661 on macOS).
 */
export const systemClock: Clock = {
  now: Date.now,
  wait: async (milliseconds, signal) => {
    const end = Date.now() + milliseconds;
    // By both: a clock that is set back must not make it longer.
    for (let left = milliseconds; ; left = Math.min(left - SLICE, end - Date.now())) {
      await wait(Math.max(0, Math.min(left, SLICE)), undefined, { signal });
      if (left <= SLICE) return;
    }
  },
  random: Math.random,
};
