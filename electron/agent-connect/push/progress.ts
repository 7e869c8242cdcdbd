import type { RowState } from '../../../shared/upload/journal/outcome.ts';
import { toldRow } from '../../../shared/upload/journal/row-run.ts';
import type { RunState } from '../../../shared/upload/journal/run-state.ts';
import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { LiveState } from './reconcile.ts';

/** Changes that are told at once. */
const MOST = 5000;

/** Which rows have changed since when, and what each is: what the journal says, and what somebody is just about. */
export class RowChanges {
  readonly #run: RunState;
  readonly #live = new Map<number, LiveState>();
  /** The place of each change, in their order. */
  readonly #places: number[] = [];

  constructor(run: RunState) {
    this.#run = run;
    for (const [place, { state }] of run.rows.entries()) if (state !== 'waiting') this.#places.push(place);
  }

  /** A row is about something else; null where only the journal says what it is. */
  change(place: number, live: LiveState | null): void {
    if (live === null) this.#live.delete(place);
    else this.#live.set(place, live);
    this.#places.push(place);
  }

  /** Rows by what each is. */
  get counts(): UploadProgress['counts'] {
    const counts = { ...this.#run.counts };
    for (const [place, live] of this.#live) {
      const { state } = this.#run.rowAt(place);
      if (!isUnderWay(state)) continue;
      counts[state] -= 1;
      counts[live] += 1;
    }
    return counts;
  }

  /** The rows that have changed since a time, which is one that was answered here before, or 0. */
  since(time: number): Pick<UploadProgress, 'at' | 'rows'> {
    const from = time > this.#places.length ? 0 : time;
    const changed = this.#places.slice(from, from + MOST);
    const rows = [...new Set(changed)].map((place) => {
      const told = toldRow(this.#run.rowAt(place));
      return { place, ...told, state: this.#stateOf(place, told.state) };
    });
    return { at: from + changed.length, rows };
  }

  #stateOf(place: number, state: RowState): RowState {
    return isUnderWay(state) ? (this.#live.get(place) ?? state) : state;
  }
}

function isUnderWay(state: RowState): boolean {
  return state === 'waiting' || state === 'sending';
}

/** People on whose time an estimate rests: the pace may have changed since those before. */
const LATEST = 100;
/** Fewer say nothing yet. */
const FEWEST = 5;

/**
 * Says how long the rest will take: at least what the rate allows just now, which the server’s limits lower and time
 * raises again; longer where the latest people took longer.
 */
export class Estimate {
  readonly #limiter: Pick<RateLimiter, 'secondsFor'>;
  readonly #requestsEach: number;
  /** When each of the latest people was done, in milliseconds of going. */
  readonly #done: number[] = [];
  #gone = 0;
  #goingSince: number | null = null;

  /** `requestsEach` is how many requests a person takes where nothing goes wrong. */
  constructor(limiter: Pick<RateLimiter, 'secondsFor'>, requestsEach: number) {
    this.#limiter = limiter;
    this.#requestsEach = requestsEach;
  }

  /** The run goes from now on, or no longer; `now` is in milliseconds. */
  goes(isGoing: boolean, now: number): void {
    if (this.#goingSince !== null) this.#gone += Math.max(0, now - this.#goingSince);
    this.#goingSince = isGoing ? now : null;
    if (isGoing && this.#done.length === 0) this.#done.push(this.#gone);
  }

  /** Somebody is done. */
  count(now: number): void {
    this.#done.push(this.#goneAt(now));
    if (this.#done.length > LATEST + 1) this.#done.shift();
  }

  /** Seconds for so many more people. */
  secondsFor(people: number, now: number): number {
    if (people === 0) return 0;
    const allowed = this.#limiter.secondsFor(people * this.#requestsEach);
    const [first] = this.#done;
    const count = this.#done.length - 1;
    if (first === undefined || count < FEWEST) return Math.ceil(allowed);
    const seen = ((this.#goneAt(now) - first) / count / 1000) * people;
    return Math.ceil(Math.max(allowed, seen));
  }

  #goneAt(now: number): number {
    return this.#gone + (this.#goingSince === null ? 0 : Math.max(0, now - this.#goingSince));
  }
}
