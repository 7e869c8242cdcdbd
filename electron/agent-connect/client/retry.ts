import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result } from '../../../shared/failures/result.ts';
import type { Connection } from './connection.ts';
import type { Refusal } from './refusal.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Times that one request is sent at most. */
export const MAX_TRIES = 6;

/** A pause is between these, in milliseconds; a longer one that the server asks for is taken, up to the longest. */
const SHORTEST_PAUSE = SECOND;
const LONGEST_PAUSE = MINUTE;
export const LONGEST_ASKED = 15 * MINUTE;

/** Milliseconds after so many tries: anything up to 4, 8, 16, 32, 60 seconds, so that clients do not come back together. */
export function pauseAfter(tries: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE, 2 * SECOND * 2 ** tries);
  return SHORTEST_PAUSE + chance * (longest - SHORTEST_PAUSE);
}

/** A server that asks for more than a day means nothing by it, in milliseconds. */
const ABSURD = 24 * 60 * MINUTE;

/** A date as HTTP has it (RFC 9110, 5.6.7); a comma is within, and also between two headers that became one. */
const HTTP_DATE = /[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/g;
const ISO_DATE = /\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(?:Z|[+-]\d{2}:?\d{2})/g;
const SECONDS = /^\d{1,9}(?:\.\d{1,9})?$/;

/**
 * Milliseconds that `Retry-After` asks for: seconds, whole or not, or a date, which is of the server's clock (`date` is
 * that header of the same answer). Of several the longest counts. Null where it asks for nothing: no time, one that is
 * over or longer than a day, or nonsense.
 */
export function retryAfterOf(text: string, date: string, now: number): number | null {
  const read = text.slice(0, 200);
  const dates = [...read.matchAll(HTTP_DATE), ...read.matchAll(ISO_DATE)].map(([found]) => Date.parse(found));
  const serverNow = Date.parse(date);
  const from = Number.isNaN(serverNow) ? now : serverNow;
  const seconds = read.split(',').map((part) => (SECONDS.test(part.trim()) ? Number(part) * 1000 : 0));
  const waits = dates.length > 0 ? dates.map((at) => at - from) : seconds;
  const longest = Math.round(Math.max(...waits.filter((wait) => Number.isFinite(wait)), 0));
  return longest > 0 && longest <= ABSURD ? longest : null;
}

/** Told before a pause. */
export type OnPause = (milliseconds: number, why: Failure) => void;

/**
 * Sends a reading request until it is answered, at most six times: after what may pass it waits as long as the server
 * asks (up to 15 minutes), else 1 to 60 seconds by chance, longer with each try.
 */
export async function askAgain<Answer>(
  { address, clock }: Connection,
  send: () => Promise<Result<Answer, Refusal>>,
  onPause: OnPause,
  signal: AbortSignal,
): Promise<Result<Answer, Failure>> {
  for (let tries = 1; ; tries += 1) {
    const sent = await send();
    if (sent.ok) return sent;
    const { failure: why, passing, retryAfter } = sent.failure;
    if (!passing || tries === MAX_TRIES) return failure(why);
    if (retryAfter !== null && retryAfter > LONGEST_ASKED)
      return failure(failed('connect.busy', { host: address.host, minutes: Math.ceil(retryAfter / MINUTE) }));
    const pause = retryAfter ?? pauseAfter(tries, clock.random());
    onPause(pause, why);
    try {
      await clock.wait(pause, signal);
    } catch {
      return failure(failed('cancelled', {}));
    }
  }
}
