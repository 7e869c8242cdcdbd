import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result } from '../../../shared/result.ts';
import type { Connection } from './connection.ts';
import { LONGEST_ASKED, MOST_TRIES, pauseAfter } from './pause-after.ts';
import type { Refusal } from './refusal.ts';

const MINUTE = 60_000;

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
    if (!passing || tries === MOST_TRIES) return failure(why);
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
