import type { Clock } from '../../../../electron/agent-connect/client/connection.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * A clock that waits no time: when nothing else is to be done it jumps to the next moment that somebody waits for. Real
 * requests, of which `isBusy` tells that they are under way, take no time of it.
 */
export class JumpingClock implements Clock {
  readonly waits: number[] = [];
  /** Whether it jumps while requests are under way, too. */
  isImpatient = false;
  readonly #sleepers = new Set<Sleeper>();
  readonly #isBusy: () => boolean;
  readonly #chance: () => number;
  #now = Date.now();
  #isTicking = false;

  constructor(isBusy: () => boolean = () => false, chance: () => number = () => 0.5) {
    this.#isBusy = isBusy;
    this.#chance = chance;
  }

  readonly now = (): number => this.#now;

  readonly random = (): number => this.#chance();

  readonly wait = (milliseconds: number, signal: AbortSignal): Promise<void> => {
    this.waits.push(milliseconds);
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#sleepers.delete(sleeper);
        reject(new Error('stopped'));
      };
      const wake = (): void => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper = { until: this.#now + milliseconds, wake };
      if (signal.aborted) {
        reject(new Error('stopped'));
        return;
      }
      signal.addEventListener('abort', stop);
      this.#sleepers.add(sleeper);
      this.#tick();
    });
  };

  /** Lets time pass for whoever waits for something else. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  #tick(): void {
    if (this.#isTicking) return;
    this.#isTicking = true;
    const isWaiting = this.#isBusy() && !this.isImpatient;
    const tick = (): void => {
      this.#isTicking = false;
      if (this.isImpatient || !this.#isBusy()) this.#wakeNext();
      if (this.#sleepers.size > 0) this.#tick();
    };
    // An answer takes real time, during which this is not to keep a whole core at work.
    if (isWaiting) setTimeout(tick, 1);
    else setImmediate(tick);
  }

  #wakeNext(): void {
    const [next] = [...this.#sleepers].sort((one, other) => one.until - other.until);
    if (next === undefined) return;
    this.#sleepers.delete(next);
    this.#now = Math.max(this.#now, next.until);
    next.wake();
  }
}
