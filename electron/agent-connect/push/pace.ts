import type { Clock } from '../client/connection.ts';

/** How fast requests go. */
export interface PaceLimits {
  /** Requests a minute. */
  readonly rate: number;
  /** Requests at once. */
  readonly concurrency: number;
}

/** A request that may go. */
export interface Turn {
  readonly at: number;
}

const MINUTE = 60_000;
/** Share of the full rate that comes back in a minute after it was halved. */
const RECOVERY = 0.1;
/** The rate is halved down to this share of the full one. */
const LOWEST = 1 / 64;
/** A person is looked up with two requests. */
const LARGEST_TURN = 2;

/**
 * When requests may go: a token bucket and a number at once, for reading and writing alike, first come, first served. An
 * answer of “too many” halves the rate, which comes back slowly, and stops everything for a while.
 */
export class Pace {
  readonly #limits: PaceLimits;
  readonly #clock: Clock;
  readonly #burst: number;
  #rate: number;
  #tokens: number;
  #filledAt: number;
  #halvedAt = Number.NEGATIVE_INFINITY;
  #notBefore = Number.NEGATIVE_INFINITY;
  #running = 0;
  #line: Promise<unknown> = Promise.resolve();
  #whenFree: () => void = () => undefined;

  constructor(limits: PaceLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#burst = Math.max(LARGEST_TURN, limits.concurrency);
    this.#rate = limits.rate;
    this.#tokens = this.#burst;
    this.#filledAt = clock.now();
  }

  /** Requests a minute that go now. */
  get rate(): number {
    return this.#rate;
  }

  /** Until when nothing goes, as the server has had too many, in milliseconds since 1970; past where it goes on. */
  get notBefore(): number {
    return this.#notBefore;
  }

  /** Waits for a turn of so many requests, one after another; null when the signal aborts before. */
  turn(size: number, signal: AbortSignal): Promise<Turn | null> {
    const turn = this.#line.then(() => this.#next(size, signal));
    this.#line = turn;
    return turn;
  }

  /** A turn is over. */
  done(): void {
    this.#running -= 1;
    this.#whenFree();
  }

  /** The answer to a turn was “too many”: waits so many milliseconds. What went at the same time halves it only once. */
  busy(turn: Turn, wait: number): void {
    const now = this.#clock.now();
    this.#notBefore = Math.max(this.#notBefore, now + wait);
    if (turn.at < this.#halvedAt) return;
    this.#fill(now);
    this.#halvedAt = now;
    this.#rate = Math.max(this.#limits.rate * LOWEST, this.#rate / 2);
    this.#tokens = Math.min(this.#tokens, 0);
  }

  async #next(size: number, signal: AbortSignal): Promise<Turn | null> {
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
