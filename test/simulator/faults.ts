/**
 * What can go wrong on demand. `drop`: the connection ends and nothing was done. `lose`: it is done, and the connection
 * ends without an answer. `failed`: it is done and answered with 500. `late`: it is done and answered after `ms`. `slow`:
 * it is done after `ms` and answered then. `stranger`: the answer is about somebody else.
 * `repeat`: a page begins with the last person of the one before. `elsewhere`: `next_page` is on another host. A number
 * is the HTTP status of an answer without anything done.
 */
const NAMED = [
  'drop',
  'lose',
  'failed',
  'late',
  'slow',
  'html',
  'redirect',
  'endless',
  'garbage',
  'elsewhere',
  'stranger',
  'repeat',
] as const;

/** A fault that waits for its request. */
export interface Fault {
  readonly kind: (typeof NAMED)[number] | number;
  /** An HTTP method, or `*` for any. */
  readonly method: string;
  /** Requests that it spoils. */
  readonly times: number;
  /** Requests of the method that pass first. */
  readonly after: number;
  /** The header `Retry-After` of a 429 or 503: seconds, a date, or nothing. */
  readonly retryAfter: string | null;
  /** Milliseconds, of `late` and `slow`. */
  readonly ms: number;
}

/** Faults that were asked for and are not used up. */
export class Faults {
  #waiting: Fault[] = [];

  add(fault: Pick<Fault, 'kind'> & Partial<Fault>): void {
    this.#waiting.push({ method: '*', times: 1, after: 0, retryAfter: null, ms: 1000, ...fault });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault of a request, or null; of several the one that was asked for first. */
  take(method: string): Fault | null {
    const matching = (fault: Fault): boolean => fault.method === '*' || fault.method === method;
    const taken = this.#waiting.find((fault) => matching(fault) && fault.after === 0) ?? null;
    const before = taken === null ? this.#waiting.length : this.#waiting.indexOf(taken);
    this.#waiting = this.#waiting.flatMap((fault, place) => {
      if (fault === taken) return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      return place < before && matching(fault) ? [{ ...fault, after: fault.after - 1 }] : [fault];
    });
    return taken;
  }
}

const NUMBERS: Readonly<Record<string, 'times' | 'after' | 'ms'>> = {
  times: 'times',
  after: 'after',
  ms: 'ms',
};

/**
 * Reads a fault as the command line writes it: a method, a kind, and what may follow, such as
 * `GET,429,times=3,after=1,retry-after=2` or `*,late,ms=500`. Null where it is none.
 */
export function readFault(text: string): Fault | null {
  const [method = '', name = '', ...rest] = text.split(',');
  const kind = NAMED.find((named) => named === name) ?? Number(/^[3-5]\d\d$/.exec(name)?.[0] ?? 0);
  if (kind === 0 || !/^(?:[A-Z]+|\*)$/.test(method)) return null;
  let fault: Fault = { kind, method, times: 1, after: 0, retryAfter: null, ms: 1000 };
  for (const part of rest) {
    const [option = '', value = ''] = part.split('=');
    const number = NUMBERS[option];
    if (!/^\d+$/.test(value)) return null;
    if (option === 'retry-after') fault = { ...fault, retryAfter: value };
    else if (number === undefined) return null;
    else fault = { ...fault, [number]: Number(value) };
  }
  return fault;
}
