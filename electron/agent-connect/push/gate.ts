import { setMaxListeners } from 'node:events';
import type { Failure } from '../../../shared/failures.ts';
import type { Clock } from '../client/connection.ts';
import { MOST_TRIES, pauseAfter } from '../client/retry.ts';
import type { Refusal } from '../client/refusal.ts';

/** Failures in a row after which everything waits. */
const MOST_FAILURES = 5;

/** The permission to go. The probe's alone holds while everybody else waits. */
export interface Pass {
  readonly isProbe: boolean;
}

const ANYBODY: Pass = { isProbe: false };
const PROBE: Pass = { isProbe: true };

/** Why nothing goes for now, and until when, in milliseconds since 1970. */
export interface Shut {
  readonly why: Failure;
  readonly until: number;
}

/**
 * Lets requests go as long as they get usable answers. After five in a row without one everybody waits, longer each time;
 * then one goes alone, and where it does well all go again. Where it never does, `onGivingUp` is told.
 */
export class Gate {
  readonly #clock: Clock;
  readonly #onGivingUp: (why: Failure) => void;
  readonly #closing = new AbortController();
  #waiting: ((pass: Pass | null) => void)[] = [];
  #failures = 0;
  #shuts = 0;
  #probes = 0;
  #shut: Shut | null = null;
  #mayProbe = false;

  constructor(clock: Clock, onGivingUp: (why: Failure) => void) {
    this.#clock = clock;
    this.#onGivingUp = onGivingUp;
    // Whoever waits listens: as many as there are, which is no leak.
    setMaxListeners(0, this.signal);
  }

  /** Aborts when the gate is closed for good. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** What everybody waits for; null where all may go. */
  get shut(): Shut | null {
    return this.#shut;
  }

  /** How often everybody had to wait: what was known before is to be asked again after. */
  get shuts(): number {
    return this.#shuts;
  }

  /** Waits for the permission to go; null where the gate is closed for good. */
  pass(): Promise<Pass | null> {
    if (this.isClosed) return Promise.resolve(null);
    if (this.#shut === null) return Promise.resolve(ANYBODY);
    if (this.#mayProbe) {
      this.#mayProbe = false;
      return Promise.resolve(PROBE);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Whether a permission still holds. */
  holds({ isProbe }: Pass): boolean {
    return !this.isClosed && (isProbe || this.#shut === null);
  }

  /** Tells how a request did: null where an answer came that can be used, whatever it said. */
  report({ isProbe }: Pass, refusal: Refusal | null): void {
    if (this.isClosed) return;
    if (refusal === null) {
      this.#failures = 0;
      if (isProbe) this.#open();
      return;
    }
    this.#failures += 1;
    // What went before it was shut says nothing new.
    if (isProbe || (this.#shut === null && this.#failures >= MOST_FAILURES)) this.#shutFor(refusal);
  }

  /** Lets nobody pass any more, who waits neither. */
  close(): void {
    if (this.isClosed) return;
    this.#closing.abort();
    for (const resolve of this.#waiting.splice(0)) resolve(null);
  }

  #open(): void {
    this.#shut = null;
    this.#probes = 0;
    this.#mayProbe = false;
    for (const resolve of this.#waiting.splice(0)) resolve(ANYBODY);
  }

  #shutFor({ failure: why, passing, retryAfter }: Refusal): void {
    this.#shuts += 1;
    this.#probes += 1;
    // What stays as it is until somebody mends it is not waited for.
    if (!passing || this.#probes > MOST_TRIES) {
      this.#onGivingUp(why);
      return;
    }
    const pause = retryAfter ?? pauseAfter(this.#probes, this.#clock.random());
    this.#shut = { why, until: this.#clock.now() + pause };
    void this.#clock.wait(pause, this.signal).then(
      () => {
        this.#probe();
      },
      // Closed meanwhile.
      () => undefined,
    );
  }

  #probe(): void {
    const first = this.#waiting.shift();
    if (first === undefined) this.#mayProbe = true;
    else first(PROBE);
  }
}
