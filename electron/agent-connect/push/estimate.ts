/** People on whose time an estimate rests: the pace may have changed since those before. */
const LATEST = 100;
/** Fewer say nothing yet. */
const FEWEST = 5;

/** Says how long the rest will take, from the time that the latest people took while the run was going. */
export class Estimate {
  /** When each of the latest people was done, in milliseconds of going. */
  readonly #done: number[] = [];
  #gone = 0;
  #goingSince: number | null = null;

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

  /** Seconds for so many more people; null where too few are done to say. */
  secondsFor(people: number, now: number): number | null {
    const [first] = this.#done;
    const count = this.#done.length - 1;
    if (people === 0) return 0;
    if (first === undefined || count < FEWEST) return null;
    return Math.ceil((((this.#goneAt(now) - first) / count) * people) / 1000);
  }

  #goneAt(now: number): number {
    return this.#gone + (this.#goingSince === null ? 0 : Math.max(0, now - this.#goingSince));
  }
}
