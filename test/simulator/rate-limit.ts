const MINUTE = 60_000;

/** So many requests in any minute, as Agent Connect publishes it for reading; 0 for as many as come. */
export class RateLimit {
  readonly #most: number;
  #taken: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a request in, at a time in milliseconds; answers how many seconds it must wait, 0 if it may pass. */
  take(now: number): number {
    if (this.#most === 0) return 0;
    this.#taken = this.#taken.filter((at) => now - at < MINUTE);
    const [first] = this.#taken;
    if (first !== undefined && this.#taken.length >= this.#most)
      return Math.ceil((first + MINUTE - now) / 1000);
    this.#taken.push(now);
    return 0;
  }
}
