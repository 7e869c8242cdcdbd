import type { Failure } from '../../../shared/failures.ts';

/** Why a request came to nothing. */
export interface Refusal {
  readonly failure: Failure;
  /** Whether the same request may do better later: it met a limit, a fault of the server, or the network's. */
  readonly passing: boolean;
  /** Milliseconds that the server asks to wait; null where it does not say. */
  readonly retryAfter: number | null;
}

/** A refusal that stays what it is. */
export function lasting(failure: Failure): Refusal {
  return { failure, passing: false, retryAfter: null };
}

/** A refusal that may pass. */
export function passing(failure: Failure, retryAfter: number | null = null): Refusal {
  return { failure, passing: true, retryAfter };
}
