import { basename } from 'node:path';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { JournalEvent, RunEnding } from '../../../shared/upload/journal/journal-entry.ts';
import { needsPassword } from '../../../shared/upload/journal/row-run.ts';
import type { PushState, UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { lookUpsEach } from '../../../shared/upload/orders/upload-cost.ts';
import type { Connection } from '../client/connection.ts';
import { keyFingerprint } from '../credentials/key-fingerprint.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import { Estimate, RowChanges } from './progress.ts';
import { onlyOpen, openRows, type Queue, WaveQueue } from './queue.ts';
import { RateLimiter, type RateLimits } from './rate-limiter.ts';
import type { SessionEnd } from './requests.ts';
import { Session } from './session.ts';

/** What a run is made of. */
export interface PushParts {
  readonly connection: Connection;
  /** Ready to be carried out, and nobody else's. The run closes it. */
  readonly journal: UploadJournal;
  /** Temporary passwords by place. */
  readonly passwords: ReadonlyMap<number, string>;
  readonly pace: RateLimits;
  /** Milliseconds during which somebody is looked for whose request got no answer. */
  readonly settle: number;
  /** Keeps the computer from going to sleep until the answered function is called. */
  readonly keepAwake?: () => () => void;
  /** Whether a pause that nobody has asked for ends it, as there is nobody who could go on. */
  readonly isUnattended: boolean;
}

/** How a run is over. One that is paused is taken up again from its journal. */
export interface PushEnding {
  readonly how: RunEnding | 'paused';
  readonly why: Failure | null;
}

/** A run of an upload. */
export interface Push {
  /** Finishes what is under way and begins nothing more until `resume`. */
  pause(): void;
  resume(): void;
  /** Finishes what is under way, finds out what is unknown, and ends. Told again, it does not find out. */
  stop(): void;
  /** Pauses and is over: so many milliseconds later, at most, nothing is waited for any more. */
  leave(patience: number): Promise<void>;
  /** Answers when it is over and the journal is closed. */
  readonly done: Promise<PushEnding>;
  /** How far it is, without its rows. */
  summary(): Pick<UploadProgress, 'state' | 'counts'>;
  /** How far it is, with the rows that have changed since the `at` that was answered before; 0 for all. */
  progress(after: number): UploadProgress;
}

/**
 * Starts to carry out the orders of a journal that was begun and has all of them. Where it is refused the journal is
 * closed, and nothing was sent.
 */
export async function startPush(parts: PushParts): Promise<Result<Push, Failure>> {
  return pushIf(checkParts(parts), parts, false, () => parts.journal.ready());
}

/**
 * Goes on with the upload of a journal that was opened, because somebody has asked for it: what is unknown is found out,
 * and what was not tried is tried. Where it is refused the journal is closed and as it was.
 */
export async function resumePush(parts: PushParts): Promise<Result<Push, Failure>> {
  return pushIf(checkParts(parts), parts, true, () => parts.journal.commit({ kind: 'resumed' }));
}

async function pushIf(
  checked: Result<null, Failure>,
  parts: PushParts,
  isResumed: boolean,
  say: () => Promise<Result<null, Failure>>,
): Promise<Result<Push, Failure>> {
  const said = checked.ok ? await say() : checked;
  if (said.ok) return success(new UploadRun(parts, isResumed));
  await parts.journal.close();
  return said;
}

/** Whether the journal is for this address and this key, and the passwords that it needs are at hand: it has none. */
function checkParts({ journal, connection, passwords }: PushParts): Result<null, Failure> {
  const { head, orders, run, path } = journal;
  const { host } = connection.address;
  if (head.host !== host || head.key !== keyFingerprint(connection.credentials.key))
    return failure(failed('upload.otherAccount', { name: head.name, host: head.host }));
  const missing = orders.filter(
    (order) => needsPassword(order, run.rowAt(order.place)) && !passwords.has(order.place),
  );
  if (missing.length === 0) return success(null);
  return failure(failed('upload.noPasswords', { name: basename(path), count: missing.length }));
}

/** The state that somebody has asked for. */
type Requested = 'go' | 'pause' | 'stop' | 'leave';

/** Milliseconds of waiting that are worth a word. */
const NOTABLE_WAIT = 1000;

/** A run, from its journal to its end. Nobody is created twice, and nobody is lost, whatever ends it and when. */
export class UploadRun implements Push {
  readonly done: Promise<PushEnding>;
  readonly #parts: PushParts;
  readonly #limiter: RateLimiter;
  readonly #changes: RowChanges;
  readonly #isCareful: boolean;
  readonly #estimate: Estimate;
  #session: Session | null = null;
  #requested: Requested = 'go';
  #whenRequested: () => void = () => undefined;
  #paused: { readonly why: Failure | null } | null = null;
  #ending: PushEnding | null = null;

  constructor(parts: PushParts, isResumed: boolean) {
    const { orders, head } = parts.journal;
    this.#parts = parts;
    // What another process has sent before, and when the team was read, is not known here.
    this.#isCareful = isResumed || head.careful === true;
    this.#limiter = new RateLimiter(parts.pace, parts.connection.clock);
    this.#changes = new RowChanges(parts.journal.run);
    const isPaged = !this.#isCareful && head.teamSize !== undefined;
    const each = 1 + (isPaged ? 0 : lookUpsEach(orders));
    this.#estimate = new Estimate(this.#limiter, each);
    this.done = this.#runAndClose();
  }

  pause(): void {
    if (this.#requested === 'go') this.#request('pause', { kind: 'paused', why: null });
  }

  resume(): void {
    if (this.#requested === 'pause') this.#request('go', null);
  }

  stop(): void {
    this.#request('stop', { kind: 'stopped' });
  }

  async leave(patience: number): Promise<void> {
    this.#request('leave', { kind: 'paused', why: null });
    const waiting = new AbortController();
    const cut = (): void => this.#session?.cut();
    void this.#parts.connection.clock.wait(patience, waiting.signal).then(cut, () => undefined);
    await this.done.catch(() => undefined);
    waiting.abort();
  }

  summary(): Pick<UploadProgress, 'state' | 'counts'> {
    return { state: this.#state(), counts: this.#changes.counts };
  }

  progress(after: number): UploadProgress {
    const { run } = this.#parts.journal;
    const summary = this.summary();
    const { counts } = summary;
    const left = counts.waiting + counts.lookingUp + counts.sending + counts.settling;
    return {
      ...summary,
      waves: run.waves.map(({ done, total }) => ({ done, total })),
      secondsLeft: this.#estimate.secondsFor(left, this.#now()),
      ...this.#changes.since(after),
    };
  }

  #state(): PushState {
    if (this.#ending !== null) {
      const { how, why } = this.#ending;
      return how === 'paused' ? { kind: how, why } : { kind: 'ended', how, why };
    }
    if (this.#paused !== null) return { kind: 'paused', ...this.#paused };
    if (this.#requested === 'stop') return { kind: 'stopping' };
    if (this.#requested !== 'go' || this.#session?.breaker.isStopped === true) return { kind: 'pausing' };
    return this.#waiting() ?? { kind: 'running' };
  }

  #waiting(): PushState | null {
    const { address } = this.#parts.connection;
    const open = this.#session?.breaker.open ?? null;
    const { notBefore } = this.#limiter;
    const busy = failed('connect.busy', { host: address.host, minutes: 0 });
    const found = open ?? (notBefore - this.#now() > NOTABLE_WAIT ? { why: busy, until: notBefore } : null);
    return found && { kind: 'waiting', why: found.why, until: new Date(found.until).toISOString() };
  }

  #request(requested: Requested, end: SessionEnd | null): void {
    this.#requested = requested;
    if (end !== null) this.#session?.end(end);
    this.#whenRequested();
  }

  async #runAndClose(): Promise<PushEnding> {
    try {
      return await this.#run();
    } finally {
      await this.#parts.journal.close();
    }
  }

  async #run(): Promise<PushEnding> {
    const { journal } = this.#parts;
    for (;;) {
      const end = await this.#goOn(new WaveQueue(journal.orders, journal.run), true);
      const isPause = end.kind === 'paused' && this.#requested !== 'stop';
      if (!isPause) return this.#end(end);
      const ending = await this.#pauseUntilRequested(end.why);
      if (ending !== null) return this.#ending ?? this.#over(ending);
    }
  }

  /** Carries out those who come until all are done or something ends it. */
  async #goOn(queue: Queue, maySend: boolean): Promise<SessionEnd> {
    this.#estimate.goes(true, this.#now());
    const { pace: limits, connection, journal, passwords, settle } = this.#parts;
    this.#session = new Session({
      ...{ connection, journal, passwords, settle },
      limiter: this.#limiter,
      queue,
      maySend,
      isCareful: this.#isCareful,
      people: limits.concurrency * 2,
      onRow: (place, state) => {
        this.#changes.change(place, state);
      },
      onDone: () => {
        this.#estimate.count(this.#now());
      },
    });
    // Whoever leaves waits for nothing that begins after, and what was asked for while a resumption was written down holds.
    if (this.#requested === 'stop' && maySend) this.#session.end({ kind: 'stopped' });
    else if (this.#requested === 'leave' || (this.#requested === 'pause' && maySend))
      this.#session.end({ kind: 'paused', why: null });
    const letSleep = this.#parts.keepAwake?.();
    const end = await this.#session.run().finally(letSleep);
    this.#session = null;
    this.#estimate.goes(false, this.#now());
    return end;
  }

  /** Null when somebody wants to go on; else how it is over. */
  async #pauseUntilRequested(why: Failure | null): Promise<PushEnding | null> {
    const written = await this.#parts.journal.commit({ kind: 'paused' });
    if (!written.ok) return { how: 'paused', why: written.failure };
    if (why !== null && this.#requested === 'go') {
      if (this.#parts.isUnattended) return { how: 'paused', why };
      this.#requested = 'pause';
    }
    this.#paused = { why };
    const next = await this.#requestedNext();
    this.#paused = null;
    if (next === 'stop') return this.#end({ kind: 'stopped' });
    if (next === 'leave') return { how: 'paused', why };
    const resumed = await this.#commitForAll({ kind: 'resumed' });
    return resumed.ok ? null : { how: 'paused', why: resumed.failure };
  }

  async #requestedNext(): Promise<Exclude<Requested, 'pause'>> {
    for (;;) {
      const next: Requested = this.#requested;
      if (next !== 'pause') return next;
      await new Promise<void>((resolve) => (this.#whenRequested = resolve));
    }
  }

  async #end(end: SessionEnd): Promise<PushEnding> {
    if (end.kind === 'unwritten') return this.#over({ how: 'paused', why: end.why });
    const { journal } = this.#parts;
    const how = end.kind === 'finished' || end.kind === 'forbidden' ? end.kind : 'stopped';
    if (how === 'stopped' && openRows(journal.run).length > 0) await this.#goOn(onlyOpen(journal.run), false);
    for (const place of openRows(journal.run)) {
      journal.note({ kind: 'outcome', place, outcome: 'unknown', reason: 'stoppedBefore', words: '' });
      this.#changes.change(place, null);
    }
    const written = await this.#commitForAll({ kind: 'ended', how });
    const why = 'why' in end ? end.why : null;
    return this.#over(written.ok ? { how, why } : { how: 'paused', why: written.failure });
  }

  /** Says what changes many rows at once. */
  #commitForAll(event: Extract<JournalEvent, { kind: 'resumed' | 'ended' }>): Promise<Result<null, Failure>> {
    const { journal } = this.#parts;
    const before = [...journal.run.rows];
    const written = journal.commit(event);
    for (const [place, row] of journal.run.rows.entries())
      if (row !== before[place]) this.#changes.change(place, null);
    return written;
  }

  #over(ending: PushEnding): PushEnding {
    this.#ending = ending;
    return ending;
  }

  #now(): number {
    return this.#parts.connection.clock.now();
  }
}
