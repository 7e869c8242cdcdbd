import { failed, type Failure } from '../../../shared/failures.ts';
import type { Result } from '../../../shared/result.ts';
import type { WriteRequest } from '../../../shared/upload/journal/journal-entry.ts';
import type { Connection } from '../client/connection.ts';
import { LONGEST_ASKED, MOST_TRIES, pauseAfter } from '../client/retry.ts';
import type { Refusal } from '../client/refusal.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import type { Gate, Pass } from './gate.ts';
import type { LegEnd } from './leg-end.ts';
import type { Pace, Turn } from './pace.ts';

const MINUTE = 60_000;

/** What a request asks; it ends early when the signal aborts. */
type Ask<Answer> = (signal: AbortSignal) => Promise<Result<Answer, Refusal>>;

/** What came of reading: an answer, or that none can be had, or that nothing goes any more. */
export type Read<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'over' };

/**
 * What came of writing: it is done; nothing was done and it may be sent again, or has to be asked about first; it was not
 * accepted; nobody knows; or nothing goes any more.
 */
export type Written =
  | { readonly kind: 'done' | 'again' | 'stale' | 'over' }
  | { readonly kind: 'refused' | 'unknown'; readonly refusal: Refusal };

interface Parts {
  readonly connection: Connection;
  readonly pace: Pace;
  readonly gate: Gate;
  readonly journal: UploadJournal;
  /** Aborts what is under way. */
  readonly cut: AbortSignal;
  readonly onEnd: (end: LegEnd) => void;
}

/** Sends requests when their turn has come, and does what an answer asks of all of them. */
export class Requests {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Waits for so many milliseconds; false where nothing goes any more. */
  async wait(milliseconds: number): Promise<boolean> {
    const { connection, gate } = this.#parts;
    await connection.clock.wait(milliseconds, gate.signal).catch(() => undefined);
    return !gate.isClosed;
  }

  /** Waits before another try, longer after each: a second to a minute by chance. */
  waitAfter(tries: number): Promise<boolean> {
    return this.wait(pauseAfter(tries, this.#parts.connection.clock.random()));
  }

  /** Reads, with so many requests, until an answer comes; after six tries a limit pauses everything, a fault is refused. */
  async read<Answer>(size: number, ask: Ask<Answer>): Promise<Read<Answer>> {
    for (let tries = 1; ; tries += 1) {
      const going = await this.#go(size);
      if (going === null) return { kind: 'over' };
      const answer = await ask(this.#parts.cut);
      const isOver = this.#answered(going, answer, tries);
      if (answer.ok) return { kind: 'answer', answer: answer.value };
      if (isOver) return { kind: 'over' };
      const { failure: refusal } = answer;
      if (refusal.kind === 'notAccepted') return { kind: 'refused', refusal };
      if (tries >= MOST_TRIES && refusal.kind === 'unknown') return { kind: 'refused', refusal };
      if (refusal.kind !== 'busy' && !(await this.waitAfter(tries))) return { kind: 'over' };
    }
  }

  /** How often everything had to wait: what `write` is told to have been asked since. */
  get asked(): number {
    return this.#parts.gate.shuts;
  }

  /**
   * Writes once, for the row at a place: when the journal has it on disk, and only if nothing had to wait since the row
   * was asked about. `tries` counts those before that did nothing.
   */
  async write(
    place: number,
    request: WriteRequest,
    asked: number,
    tries: number,
    ask: Ask<unknown>,
  ): Promise<Written> {
    const { journal, pace, cut } = this.#parts;
    const turn = await this.#turnToWrite(asked);
    if (typeof turn === 'string') return { kind: turn };
    const attempt = journal.run.rowAt(place).attempts + 1;
    const written = await journal.commit({ kind: 'sending', place, attempt, request });
    if (!written.ok) {
      pace.done();
      this.#parts.onEnd({ kind: 'unwritten', why: written.failure });
      return { kind: 'over' };
    }
    // Somebody, or an answer to another request, has said meanwhile that nothing is to go.
    const late = this.#whetherStale(asked);
    if (late !== null) {
      pace.done();
      journal.note({ kind: 'refused', place });
      return { kind: late };
    }
    const answer = await ask(cut);
    const isOver = this.#answered({ pass: { isProbe: false }, turn }, answer, tries);
    if (answer.ok) return { kind: 'done' };
    const { failure: refusal } = answer;
    if (refusal.kind === 'unknown') return isOver ? { kind: 'over' } : { kind: 'unknown', refusal };
    journal.note({ kind: 'refused', place });
    if (refusal.kind === 'notAccepted') return { kind: 'refused', refusal };
    const isReady = !isOver && (refusal.kind === 'busy' || (await this.waitAfter(tries)));
    return { kind: isReady ? 'again' : 'over' };
  }

  async #go(size: number): Promise<{ readonly pass: Pass; readonly turn: Turn } | null> {
    const { gate, pace } = this.#parts;
    for (;;) {
      const pass = await gate.pass();
      if (pass === null) return null;
      const turn = await pace.turn(size, gate.signal);
      if (turn === null) return null;
      if (gate.holds(pass)) return { pass, turn };
      pace.done();
    }
  }

  async #turnToWrite(asked: number): Promise<Turn | 'stale' | 'over'> {
    const { gate, pace } = this.#parts;
    const turn = await pace.turn(1, gate.signal);
    if (turn === null) return 'over';
    const late = this.#whetherStale(asked);
    if (late === null) return turn;
    pace.done();
    return late;
  }

  #whetherStale(asked: number): 'stale' | 'over' | null {
    const { gate } = this.#parts;
    if (gate.isClosed) return 'over';
    return gate.shuts === asked ? null : 'stale';
  }

  /** Does what an answer asks of all requests; whether nothing goes any more. */
  #answered(
    { pass, turn }: { readonly pass: Pass; readonly turn: Turn },
    answer: Result<unknown, Refusal>,
    tries: number,
  ): boolean {
    const { gate, pace, cut } = this.#parts;
    pace.done();
    const refusal = answer.ok ? null : answer.failure;
    const end = cut.aborted ? null : this.#endAfter(refusal, tries);
    if (end === null) gate.report(pass, refusal?.kind === 'unknown' || isNotSent(refusal) ? refusal : null);
    else this.#parts.onEnd(end);
    if (refusal?.kind === 'busy' && end === null) pace.busy(turn, this.#pauseOf(refusal, tries));
    return gate.isClosed;
  }

  /** What ends everything: the key is refused, or a limit that lasts. */
  #endAfter(refusal: Refusal | null, tries: number): LegEnd | null {
    if (refusal === null || refusal.kind === 'notAccepted') return null;
    const { failure: why, kind, retryAfter } = refusal;
    if (kind === 'forbidden') return { kind, why };
    if (retryAfter !== null && retryAfter > LONGEST_ASKED)
      return { kind: 'paused', why: this.#busyFor(retryAfter, why) };
    return kind !== 'unknown' && tries >= MOST_TRIES ? { kind: 'paused', why } : null;
  }

  #busyFor(wait: number, why: Failure): Failure {
    const { host } = this.#parts.connection.address;
    return why.code === 'connect.busy'
      ? failed('connect.busy', { host, minutes: Math.ceil(wait / MINUTE) })
      : why;
  }

  #pauseOf({ retryAfter }: Refusal, tries: number): number {
    return retryAfter ?? pauseAfter(tries, this.#parts.connection.clock.random());
  }
}

function isNotSent(refusal: Refusal | null): boolean {
  return refusal?.kind === 'neverSent';
}
