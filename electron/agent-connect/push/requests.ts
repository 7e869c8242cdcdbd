import { failed, type Failure } from '../../../shared/failures/failures.ts';
import type { Result } from '../../../shared/failures/result.ts';
import type { WriteRequest } from '../../../shared/upload/journal/journal-entry.ts';
import { ask } from '../client/ask.ts';
import type { Connection } from '../client/connection.ts';
import { firstPage, listPage, sizedPage } from '../client/employee-list.ts';
import type { Refusal } from '../client/refusal.ts';
import { LONGEST_ASKED, MAX_TRIES, pauseAfter } from '../client/retry.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import { CircuitBreaker, type Reported } from './circuit-breaker.ts';
import type { Permit, RateLimiter } from './rate-limiter.ts';

const MINUTE = 60_000;

/** Times that a page is asked for whose answer cannot be used and likely stays so: people can be looked up instead. */
const TRIES_OF_PAGE = 2;

/** What a request asks; it ends early when the signal aborts. */
type Ask<Answer> = (signal: AbortSignal) => Promise<Result<Answer, Refusal>>;

/** What came of reading: an answer, or that none can be had, or that nothing goes any more. */
export type Read<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'over' };

/**
 * What came of writing: it is done; nothing was done, and the person has to be checked first; it was not accepted, or
 * forbidden for this person; nobody knows; or nothing goes any more.
 */
export type Written<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'stale' | 'over' }
  | { readonly kind: 'refused' | 'unknown'; readonly refusal: Refusal };

/**
 * Why people are not carried out any further: all are done, somebody wants a pause or the end, the server or the network
 * needs somebody's attention, the server refuses the key, or the journal cannot be written.
 */
export type SessionEnd =
  | { readonly kind: 'finished' | 'stopped' }
  | { readonly kind: 'paused'; readonly why: Failure | null }
  | { readonly kind: 'forbidden' | 'unwritten'; readonly why: Failure };

interface Parts {
  readonly connection: Connection;
  readonly limiter: RateLimiter;
  readonly journal: UploadJournal;
  /** Aborts what is under way. */
  readonly cut: AbortSignal;
  readonly onEnd: (end: SessionEnd) => void;
}

/** A request for the row at a place that changes something. */
interface Write<Answer> {
  readonly place: number;
  readonly request: WriteRequest;
  /** Whether what is known of the person still holds. */
  readonly holds: () => boolean;
  readonly ask: Ask<Answer>;
}

/** Sends requests as the rate limiter and the circuit breaker let them go, and does what an answer asks of all of them. */
export class Requests {
  readonly breaker: CircuitBreaker;
  readonly #parts: Parts;
  /** Whether the key was taken once. */
  #hasWorked = false;

  constructor(parts: Parts) {
    const { connection, onEnd } = parts;
    this.#parts = parts;
    this.breaker = new CircuitBreaker({
      clock: connection.clock,
      probe: () => this.#probe(),
      onGivingUp: ({ kind, failure: why }) => {
        onEnd({ kind: kind === 'forbidden' ? kind : 'paused', why });
      },
    });
  }

  /** Waits for so many milliseconds; false where nothing goes any more. */
  async wait(milliseconds: number): Promise<boolean> {
    await this.#parts.connection.clock.wait(milliseconds, this.breaker.signal).catch(() => undefined);
    return !this.breaker.isStopped;
  }

  /** Waits before another try, longer after each: a second to a minute by chance. */
  waitAfter(tries: number): Promise<boolean> {
    return this.wait(pauseAfter(tries, this.#parts.connection.clock.random()));
  }

  /**
   * Reads for the row at a place, or for nobody (null), with so many requests, until an answer comes; after six tries a
   * limit pauses everything, a fault is refused.
   */
  async read<Answer>(place: number | null, size: number, ask: Ask<Answer>): Promise<Read<Answer>> {
    for (let tries = 1; ; tries += 1) {
      const permit = await this.#permitToRead(size);
      if (permit === null) return { kind: 'over' };
      const answer = await ask(this.#parts.cut);
      const isOver = this.#answered({ kind: 'read', place }, permit, answer, tries);
      if (answer.ok) return { kind: 'answer', answer: answer.value };
      if (isOver) return { kind: 'over' };
      const { failure: refusal } = answer;
      if (refusal.kind === 'forbidden')
        return (await this.breaker.suspect(refusal)) ? { kind: 'refused', refusal } : { kind: 'over' };
      if (refusal.kind === 'notAccepted' || isVain(refusal, place, tries))
        return { kind: 'refused', refusal };
      if (refusal.kind !== 'busy' && !(await this.waitAfter(tries))) return { kind: 'over' };
    }
  }

  /**
   * Writes until something is known, each time when the journal has it on disk, and only if what is known of the person
   * still holds: too many requests, or one that never left, are sent again.
   */
  async write<Answer>(write: Write<Answer>): Promise<Written<Answer>> {
    for (let tries = 1; ; tries += 1) {
      const written = await this.#writeOnce(write, tries);
      if (written.kind !== 'again') return written;
    }
  }

  async #writeOnce<Answer>(
    { place, request, holds, ask }: Write<Answer>,
    tries: number,
  ): Promise<Written<Answer> | { readonly kind: 'again' }> {
    const { journal, limiter, cut } = this.#parts;
    const permit = await this.#permitToWrite(holds);
    if (typeof permit === 'string') return { kind: permit };
    const attempt = journal.run.rowAt(place).attempts + 1;
    const written = await journal.commit({ kind: 'sending', place, attempt, request });
    if (!written.ok) {
      limiter.release();
      this.#parts.onEnd({ kind: 'unwritten', why: written.failure });
      return { kind: 'over' };
    }
    // Somebody, or an answer to another request, has said meanwhile that nothing is to go.
    const late = this.#whyLate(holds);
    if (late !== null) {
      limiter.release();
      journal.note({ kind: 'refused', place });
      return { kind: late };
    }
    const answer = await ask(cut);
    const isOver = this.#answered({ kind: 'write', place }, permit, answer, tries);
    if (answer.ok) return { kind: 'done', answer: answer.value };
    const { failure: refusal } = answer;
    if (refusal.kind === 'unknown') return isOver ? { kind: 'over' } : { kind: 'unknown', refusal };
    journal.note({ kind: 'refused', place });
    if (refusal.kind === 'notAccepted') return { kind: 'refused', refusal };
    if (refusal.kind === 'forbidden' && !isOver)
      return (await this.breaker.suspect(refusal)) ? { kind: 'refused', refusal } : { kind: 'over' };
    const isReady = !isOver && (refusal.kind === 'busy' || (await this.waitAfter(tries)));
    return { kind: isReady ? 'again' : 'over' };
  }

  async #permitToRead(size: number): Promise<Permit | null> {
    const { limiter } = this.#parts;
    while (await this.breaker.ready()) {
      const permit = await limiter.acquire(size, this.breaker.signal);
      if (permit === null) return null;
      if (this.breaker.open === null && !this.breaker.isStopped) return permit;
      limiter.release();
    }
    return null;
  }

  async #permitToWrite(holds: () => boolean): Promise<Permit | 'stale' | 'over'> {
    const { limiter } = this.#parts;
    for (;;) {
      const permit = await this.#permitToRead(1);
      if (permit === null) return 'over';
      const late = this.#whyLate(holds);
      if (late === null) return permit;
      limiter.release();
      return late;
    }
  }

  #whyLate(holds: () => boolean): 'stale' | 'over' | null {
    if (this.breaker.isStopped) return 'over';
    return this.breaker.open === null && holds() ? null : 'stale';
  }

  /** Does what an answer asks of all requests; whether nothing goes any more. */
  #answered(reported: Reported, permit: Permit, answer: Result<unknown, Refusal>, tries: number): boolean {
    const { limiter, cut } = this.#parts;
    limiter.release();
    const refusal = answer.ok ? null : answer.failure;
    if (refusal === null || refusal.kind === 'notAccepted') this.#hasWorked = true;
    const end = cut.aborted ? null : this.#endAfter(refusal, reported, tries);
    if (end !== null) this.#parts.onEnd(end);
    else if (refusal?.kind === 'busy') limiter.busy(permit, this.#pauseOf(refusal, tries));
    else if (refusal?.kind !== 'forbidden') this.breaker.report(reported, isFault(refusal) ? refusal : null);
    return this.breaker.isStopped;
  }

  /** What ends everything: a key that was never taken, or a limit that lasts. */
  #endAfter(refusal: Refusal | null, { place }: Reported, tries: number): SessionEnd | null {
    if (refusal === null || refusal.kind === 'notAccepted') return null;
    const { failure: why, kind } = refusal;
    if (kind === 'forbidden') return this.#hasWorked && place !== null ? null : { kind, why };
    const tooLong = this.#whyTooLong(refusal);
    if (tooLong !== null) return { kind: 'paused', why: tooLong };
    return kind !== 'unknown' && tries >= MAX_TRIES ? { kind: 'paused', why } : null;
  }

  /** A pause that is longer than is waited for. */
  #whyTooLong({ failure: why, retryAfter }: Refusal): Failure | null {
    if (retryAfter === null || retryAfter <= LONGEST_ASKED) return null;
    const { host } = this.#parts.connection.address;
    return why.code === 'connect.busy'
      ? failed('connect.busy', { host, minutes: Math.ceil(retryAfter / MINUTE) })
      : why;
  }

  #pauseOf({ retryAfter }: Refusal, tries: number): number {
    return retryAfter ?? pauseAfter(tries, this.#parts.connection.clock.random());
  }

  /** Asks for one person of the list, which is nobody’s request. */
  async #probe(): Promise<Refusal | null> {
    const { connection, limiter, cut } = this.#parts;
    const permit = await limiter.acquire(1, this.breaker.signal);
    if (permit === null) return null;
    const path = sizedPage(firstPage(null), 1);
    const answer = await ask(connection, { method: 'GET', path }, listPage, cut);
    limiter.release();
    if (answer.ok) return null;
    const refusal = answer.failure;
    if (refusal.kind === 'busy') limiter.busy(permit, this.#pauseOf(refusal, 1));
    const tooLong = this.#whyTooLong(refusal);
    return tooLong === null ? refusal : { ...refusal, failure: tooLong, passing: false };
  }
}

/** Whether a refusal may be the connection’s. */
function isFault(refusal: Refusal | null): boolean {
  return refusal?.kind === 'unknown' || refusal?.kind === 'neverSent';
}

/** Whether reading again is in vain: after six tries, and sooner where people can be looked up instead or it will not fit. */
function isVain(refusal: Refusal, place: number | null, tries: number): boolean {
  if (refusal.kind !== 'unknown') return false;
  if (refusal.failure.code === 'connect.tooLarge' && place === null) return true;
  return tries >= (place === null && !refusal.passing ? TRIES_OF_PAGE : MAX_TRIES);
}
