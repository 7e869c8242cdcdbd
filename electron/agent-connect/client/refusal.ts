import type { Failure } from '../../../shared/failures.ts';

/** What a person is told, and what reading goes by. */
interface Reason {
  readonly failure: Failure;
  /** Whether the same request may do better later: it met a limit, a fault of the server, or the network's. */
  readonly passing: boolean;
  /** Milliseconds that the server asks to wait; null where it does not say. */
  readonly retryAfter: number | null;
}

/**
 * What became of the request, which is what writing goes by: all but `unknown` surely did nothing. `neverSent`: there was
 * no connection to send it on, whatever the reason. `busy`: 429. `forbidden`: the key, the secret or the clock.
 * `notAccepted`: any other 4xx, with the server's words as they may be shown; its status is null where the request was
 * one that cannot be made. `unknown`: it left, and nothing that came says what it did.
 */
type Fate =
  | { readonly kind: 'neverSent' | 'busy' | 'forbidden' | 'unknown' }
  | { readonly kind: 'notAccepted'; readonly status: number | null; readonly words: string };

/** Why a request came to nothing. */
export type Refusal = Reason & Fate;

/** A refusal that stays what it is. */
export function lasting(failure: Failure, fate: Fate): Refusal {
  return { failure, passing: false, retryAfter: null, ...fate };
}

/** A refusal that may pass. */
export function passing(failure: Failure, fate: Fate, retryAfter: number | null = null): Refusal {
  return { failure, passing: true, retryAfter, ...fate };
}

/** A request of which nobody knows what it did. */
export const UNKNOWN: Fate = { kind: 'unknown' };

/** A request that did not leave this computer. */
export const NEVER_SENT: Fate = { kind: 'neverSent' };

/** The refusal of a request that cannot be made, which is this person's alone. */
export function notAsked(failure: Failure): Refusal {
  return lasting(failure, { kind: 'notAccepted', status: null, words: '' });
}
