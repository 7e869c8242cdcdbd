import type { Address } from './address.ts';
import type { Credentials } from '../credentials/credentials.ts';

/** The clock and chance, handed in so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds; rejects when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
  /** From 0 to 1. */
  random(): number;
}

/** All that it takes to ask an organization's Agent Connect. */
export interface Connection {
  readonly address: Address;
  readonly credentials: Credentials;
  /** Node's, or Electron's, which knows the company's proxies and certificates. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Milliseconds that a request and its answer may take together. */
  readonly deadline: number;
}

/** The deadline unless told. */
export const DEADLINE = 60_000;
