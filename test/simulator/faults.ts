import type { Received } from './read-request.ts';

/** What can go wrong on demand, and what it is; beside these a number, the status of an answer without anything done. */
export const KINDS = {
  drop: 'nothing done, no answer',
  lose: 'done, no answer',
  failed: 'done, answered with 500',
  late: 'done, answered after ms',
  slow: 'done and answered after ms',
  hidden: 'done, answered with 500, and whoever was created is not found for ms',
  shorten: 'done with names cut to 6 characters',
  'shorten-failed': 'done with names cut to 6 characters, answered with 500',
  taken: 'done, answered with 422 “has already been taken”, as where a gateway sends a request twice',
  conflict: 'done, answered with 409 “has already been taken”',
  empty: 'done, answered with 204 and no body',
  silent: 'nothing done, answered with 200 and no body',
  queued: 'nothing done, answered with 202 “queued”',
  'error-200': 'nothing done, answered with 200 and an error',
  'empty-422': 'nothing done, answered with 422 and no body',
  leak: 'nothing done, answered with 422 and the temporary password in many forms',
  nasty: 'nothing done, answered with 422 and one word of 900,000 letters',
  envelope: 'the answer is in an envelope, { "data": … }',
  stranger: 'the answer is about somebody else',
  forms: 'email addresses and IDs come back in capitals with spaces around, IDs of digits as numbers',
  odd: 'the first person of a page has values of other types than described, and the last is none',
  repeat: 'a page repeats a person',
  elsewhere: 'next_page is on another host',
  loop: 'next_page leads to the same page again',
  stuck: 'next_page leads on to a page of the same people',
  uncursored: 'next_page does not say after whom to go on',
  'page-404': 'a 404 comes as a web page',
  html: 'a web page',
  redirect: 'sent on to another host',
  endless: 'an answer without an end',
  garbage: 'half an answer',
} as const;

export type FaultKind = keyof typeof KINDS;

/** A fault that waits for its request. */
export interface Fault {
  readonly kind: FaultKind | number;
  /** An HTTP method, or `*` for any. */
  readonly method: string;
  /** Requests that it spoils. */
  readonly times: number;
  /** Only requests with this text in their path or body; empty for all. */
  readonly about: string;
  /** Requests of those that pass first. */
  readonly after: number;
  /** The header `Retry-After` of a status: any text, `|` between two headers; null for none. */
  readonly retryAfter: string | null;
  /** Milliseconds, of `late`, `slow` and `hidden`. */
  readonly ms: number;
}

/** Faults that were asked for and are not used up. */
export class Faults {
  #waiting: Fault[] = [];

  add(fault: Pick<Fault, 'kind'> & Partial<Fault>): void {
    this.#waiting.push({ method: '*', times: 1, about: '', after: 0, retryAfter: null, ms: 1000, ...fault });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault of a request, or null; of several the one that was asked for first. */
  take({ method, path, body }: Pick<Received, 'method' | 'path' | 'body'>): Fault | null {
    const text = `${path} ${JSON.stringify(body ?? null)}`;
    const matching = (fault: Fault): boolean =>
      (fault.method === '*' || fault.method === method) &&
      (text.includes(fault.about) || text.includes(encodeURIComponent(fault.about)));
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

function isKind(name: string): name is FaultKind {
  return Object.hasOwn(KINDS, name);
}

/**
 * Reads a fault as the command line writes it: a method, a kind, and what may follow, such as
 * `GET,429,times=3,after=1,retry-after=2`, `POST,403,about=ana@acme.example` or `*,late,ms=500`. Null where it is none.
 */
export function readFault(text: string): Fault | null {
  const [method = '', name = '', ...rest] = text.split(',');
  const kind = isKind(name) ? name : Number(/^[3-5]\d\d$/.exec(name)?.[0] ?? 0);
  if (kind === 0 || !/^(?:[A-Z]+|\*)$/.test(method)) return null;
  let fault: Fault = { kind, method, times: 1, about: '', after: 0, retryAfter: null, ms: 1000 };
  for (const part of rest) {
    const [option = '', value = ''] = part.split('=');
    const read = readOption(option, value);
    if (read === null) return null;
    fault = { ...fault, ...read };
  }
  return fault;
}

function readOption(option: string, value: string): Partial<Fault> | null {
  if (option === 'retry-after') return { retryAfter: value };
  if (option === 'about') return value === '' ? null : { about: value };
  const number = NUMBERS[option];
  return number !== undefined && /^\d+$/.test(value) ? { [number]: Number(value) } : null;
}
