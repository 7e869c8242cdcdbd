import type { Clock } from '../client/connection.ts';

/** How fast requests go. */
export interface RateLimits {
  /** Requests a minute. */
  readonly rate: number;
  /** Requests at once. */
  readonly concurrency: number;
}

/** The permission for a request. */
export interface Permit {
  readonly at: number;
}

const MINUTE = 60_000;
/** Share of the full rate that comes back in a minute after it was halved. */
const RECOVERY = 0.1;
/** The rate is halved down to this share of the full one. */
const LOWEST = 1 / 64;
/** A person is looked up with two requests. */
const LARGEST_PERMIT = 2;

/**
 * When requests may go: a token bucket and a number at once, for reading and writing alike, first come, first served. An
 * answer of “too many” halves the rate, which comes back slowly, and stops everything for a while.
 */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #clock: Clock;
  readonly #burst: number;
  #rate: number;
  #tokens: number;
  #filledAt: number;
  #halvedAt = Number.NEGATIVE_INFINITY;
  #notBefore = Number.NEGATIVE_INFINITY;
  #running = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #whenFree: () => void = () => undefined;

  constructor(limits: RateLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#burst = Math.max(LARGEST_PERMIT, limits.concurrency);
    this.#rate = limits.rate;
    this.#tokens = this.#burst;
    this.#filledAt = clock.now();
  }

  /** Requests a minute that go now. */
  get rate(): number {
    return this.#rate;
  }

  /** Seconds until so many more requests have gone, as fast as may be: the rate comes back by itself. */
  secondsFor(requests: number): number {
    const full = this.#limits.rate;
    const gain = RECOVERY * full;
    const missing = full - this.#rate;
    // Requests a minute grow evenly until the rate is the full one.
    const meanwhile = ((this.#rate + full) / 2) * (missing / gain);
    const minutes =
      requests < meanwhile
        ? (Math.sqrt(this.#rate ** 2 + 2 * gain * requests) - this.#rate) / gain
        : missing / gain + (requests - meanwhile) / full;
    return minutes * 60 + Math.max(0, this.#notBefore - this.#clock.now()) / 1000;
  }

  /** Until when nothing goes, as the server has had too many, in milliseconds since 1970; past where it goes on. */
  get notBefore(): number {
    return this.#notBefore;
  }

  /** Waits for a permit for so many requests, one after another; null when the signal aborts before. */
  acquire(size: number, signal: AbortSignal): Promise<Permit | null> {
    const permit = this.#queue.then(() => this.#next(size, signal));
    this.#queue = permit;
    return permit;
  }

  /** The requests of a permit are over. */
  release(): void {
    this.#running -= 1;
    this.#whenFree();
  }

  /** The answer to a request was “too many”: waits so many milliseconds. What went at the same time halves it only once. */
  busy(permit: Permit, wait: number): void {
    const now = this.#clock.now();
    this.#notBefore = Math.max(this.#notBefore, now + wait);
    if (permit.at < this.#halvedAt) return;
    this.#fill(now);
    this.#halvedAt = now;
    this.#rate = Math.max(this.#limits.rate * LOWEST, this.#rate / 2);
    this.#tokens = Math.min(this.#tokens, 0);
  }

  async #next(size: number, signal: AbortSignal): Promise<Permit | null> {
    while (!signal.aborted) {
      if (this.#running >= this.#limits.concurrency) {
        await new Promise<void>((resolve) => (this.#whenFree = resolve));
        continue;
      }
      const now = this.#clock.now();
      const wait = this.#waitFor(size, now);
      if (wait <= 0) {
        this.#tokens -= size;
        this.#running += 1;
        return { at: now };
      }
      await this.#clock.wait(wait, signal).catch(() => undefined);
    }
    return null;
  }

  /** Milliseconds until there are so many tokens. */
  #waitFor(size: number, now: number): number {
    this.#fill(now);
    const missing = ((size - this.#tokens) * MINUTE) / this.#rate;
    return Math.ceil(Math.max(this.#notBefore - now, missing));
  }

  #fill(now: number): void {
    // A clock that is set back must not stop everything for as long.
    if (now < this.#filledAt) this.#notBefore -= this.#filledAt - now;
    const passed = Math.max(0, now - this.#filledAt) / MINUTE;
    this.#filledAt = now;
    this.#tokens = Math.min(this.#burst, this.#tokens + passed * this.#rate);
    this.#rate = Math.min(this.#limits.rate, this.#rate + passed * RECOVERY * this.#limits.rate);
  }
}
