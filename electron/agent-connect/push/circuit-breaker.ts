import { setMaxListeners } from 'node:events';
import type { Failure } from '../../../shared/failures/failures.ts';
import type { Clock } from '../client/connection.ts';
import type { Refusal } from '../client/refusal.ts';
import { MAX_TRIES, pauseAfter } from '../client/retry.ts';

/** Failures in a row, of more than one person, after which everything waits. */
const MOST_FAILURES = 5;

/** A request whose outcome is reported: whose it was (null where it was nobody's), and whether it changes something. */
export interface Reported {
  readonly kind: 'read' | 'write';
  readonly place: number | null;
}

/** Why nothing goes for now, and until when, in milliseconds since 1970. */
export interface Open {
  readonly why: Failure;
  readonly until: number;
}

interface BreakerParts {
  readonly clock: Clock;
  /** Asks for something that is nobody's; answers why that failed, or null where it has worked. */
  readonly probe: () => Promise<Refusal | null>;
  /** Hears why it is given up. */
  readonly onGivingUp: (refusal: Refusal) => void;
}

/**
 * Lets requests go as long as the connection works. Failures that are one person’s alone are that row’s, however many;
 * after five in a row of different people everybody waits, and a request that is nobody’s tries the connection, later
 * each time. Where that works everything goes on; where it never does, or people fail all the same, it is given up.
 */
export class CircuitBreaker {
  readonly #parts: BreakerParts;
  readonly #stopping = new AbortController();
  readonly #failed = { read: [] as (number | null)[], write: [] as (number | null)[] };
  /** How often it has opened since something of a kind has worked. */
  readonly #openings = { read: 0, write: 0 };
  #waiting: (() => void)[] = [];
  #trips = 0;
  #open: Open | null = null;

  constructor(parts: BreakerParts) {
    this.#parts = parts;
    // As many listen as there are requests that wait, which is no leak.
    setMaxListeners(0, this.signal);
  }

  /** Aborts when nothing goes any more. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  get isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** What everybody waits for; null where all may go. */
  get open(): Open | null {
    return this.#open;
  }

  /** How often everybody had to wait: who was looked up before is to be looked up again after. */
  get trips(): number {
    return this.#trips;
  }

  /** Waits until requests may go; false where nothing goes any more. */
  async ready(): Promise<boolean> {
    while (this.#open !== null && !this.isStopped)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return !this.isStopped;
  }

  /** Takes in how a request did: null where an answer came that can be used, whatever it said. */
  report({ kind, place }: Reported, refusal: Refusal | null): void {
    // What went before it opened says nothing new.
    if (this.isStopped || this.#open !== null) return;
    const failed = this.#failed[kind];
    if (refusal === null) {
      // What has changed something shows that reading may work too; what was only read does not show the other.
      this.#closeFor(kind);
      if (kind === 'write') this.#closeFor('read');
      return;
    }
    failed.push(place);
    if (failed.length < MOST_FAILURES || (place !== null && new Set(failed).size === 1)) return;
    failed.length = 0;
    this.#trips += 1;
    this.#openings[kind] += 1;
    if (this.#openings[kind] > MAX_TRIES) this.#parts.onGivingUp(refusal);
    else void this.#holdAndProbe(refusal);
  }

  /**
   * Holds everything while the connection is tried at once, as a refusal may be everybody’s; answers whether it works.
   */
  async suspect(refusal: Refusal): Promise<boolean> {
    if (this.isStopped) return false;
    if (this.#open !== null) return this.ready();
    await this.#holdAndProbe({ ...refusal, passing: false });
    return !this.isStopped;
  }

  /** Lets nothing go any more, nor wait. */
  stop(): void {
    if (this.isStopped) return;
    this.#stopping.abort();
    this.#release();
  }

  #closeFor(kind: Reported['kind']): void {
    this.#failed[kind].length = 0;
    this.#openings[kind] = 0;
  }

  /** Waits where it may pass by itself; what stays as it is until somebody acts is tried once, and at once. */
  async #holdAndProbe(first: Refusal): Promise<void> {
    const { clock, onGivingUp } = this.#parts;
    let refusal = first;
    for (let probes = 1; !this.isStopped; probes += 1) {
      const pause = refusal.passing ? (refusal.retryAfter ?? pauseAfter(probes, clock.random())) : 0;
      this.#open = { why: refusal.failure, until: clock.now() + pause };
      const found = await this.#probeAfter(pause);
      if (found === null) break;
      if (!found.passing || probes === MAX_TRIES) {
        onGivingUp(found);
        break;
      }
      refusal = found;
    }
    this.#open = null;
    this.#release();
  }

  /** Why a probe has failed; null where it has worked, and where nothing goes any more. */
  async #probeAfter(pause: number): Promise<Refusal | null> {
    if (pause > 0) await this.#parts.clock.wait(pause, this.signal).catch(() => undefined);
    return this.isStopped ? null : this.#parts.probe();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
