import { failed, type Failure } from '../../../shared/failures.ts';
import type { Result } from '../../../shared/result.ts';
import type { JournalEvent } from '../../../shared/upload/journal/journal-entry.ts';
import type { PushState, UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { Estimate } from './estimate.ts';
import { Leg, type Line } from './leg.ts';
import type { LegEnd } from './leg-end.ts';
import { onlyOpen, openRows } from './open-rows.ts';
import { Pace } from './pace.ts';
import type { Push, PushEnding, PushParts } from './push.ts';
import { RowChanges } from './row-changes.ts';
import { Waves } from './waves.ts';

/** What somebody wants. */
type Wish = 'go' | 'pause' | 'stop' | 'leave';

/** Milliseconds of waiting that are worth a word. */
const NOTABLE_WAIT = 1000;

/** A run, from its journal to its end. Nobody is created twice, and nobody is lost, whatever ends it and when. */
export class PushRun implements Push {
  readonly done: Promise<PushEnding>;
  readonly #parts: PushParts;
  readonly #pace: Pace;
  readonly #changes: RowChanges;
  readonly #estimate = new Estimate();
  #leg: Leg | null = null;
  #wish: Wish = 'go';
  #whenWished: () => void = () => undefined;
  #paused: { readonly why: Failure | null } | null = null;
  #ending: PushEnding | null = null;

  constructor(parts: PushParts) {
    this.#parts = parts;
    this.#pace = new Pace(parts.pace, parts.connection.clock);
    this.#changes = new RowChanges(parts.journal.run);
    this.done = this.#runAndClose();
  }

  pause(): void {
    if (this.#wish === 'go') this.#wishFor('pause', { kind: 'paused', why: null });
  }

  resume(): void {
    if (this.#wish === 'pause') this.#wishFor('go', null);
  }

  stop(): void {
    this.#wishFor('stop', { kind: 'stopped' });
  }

  async leave(patience: number): Promise<void> {
    this.#wishFor('leave', { kind: 'paused', why: null });
    const waiting = new AbortController();
    const cut = (): void => this.#leg?.cut();
    void this.#parts.connection.clock.wait(patience, waiting.signal).then(cut, () => undefined);
    await this.done.catch(() => undefined);
    waiting.abort();
  }

  progress(after: number): UploadProgress {
    const { run } = this.#parts.journal;
    const { counts } = this.#changes;
    const left = counts.waiting + counts.lookingUp + counts.sending + counts.settling;
    return {
      state: this.#state(),
      counts,
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
    if (this.#wish === 'stop') return { kind: 'stopping' };
    if (this.#wish !== 'go' || this.#leg?.gate.isClosed === true) return { kind: 'pausing' };
    return this.#waiting() ?? { kind: 'running' };
  }

  #waiting(): PushState | null {
    const { address } = this.#parts.connection;
    const shut = this.#leg?.gate.shut ?? null;
    const { notBefore } = this.#pace;
    const busy = failed('connect.busy', { host: address.host, minutes: 0 });
    const found = shut ?? (notBefore - this.#now() > NOTABLE_WAIT ? { why: busy, until: notBefore } : null);
    return found && { kind: 'waiting', why: found.why, until: new Date(found.until).toISOString() };
  }

  #wishFor(wish: Wish, end: LegEnd | null): void {
    this.#wish = wish;
    if (end !== null) this.#leg?.end(end);
    this.#whenWished();
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
      const end = await this.#goOn(new Waves(journal.orders, journal.run), true);
      const isPause = end.kind === 'paused' && this.#wish !== 'stop';
      if (!isPause) return this.#end(end);
      const ending = await this.#pauseUntilWished(end.why);
      if (ending !== null) return this.#ending ?? this.#over(ending);
    }
  }

  /** Carries out those who come until all are done or something ends it. */
  async #goOn(line: Line, maySend: boolean): Promise<LegEnd> {
    this.#estimate.goes(true, this.#now());
    const { pace: limits, ...parts } = this.#parts;
    this.#leg = new Leg({
      ...parts,
      pace: this.#pace,
      line,
      maySend,
      people: limits.concurrency * 2,
      onRow: (place, state) => {
        this.#changes.change(place, state);
      },
      onDone: () => {
        this.#estimate.count(this.#now());
      },
    });
    // Whoever leaves waits for nothing that begins after, and a wish that came while a resumption was written down holds.
    if (this.#wish === 'stop' && maySend) this.#leg.end({ kind: 'stopped' });
    else if (this.#wish === 'leave' || (this.#wish === 'pause' && maySend))
      this.#leg.end({ kind: 'paused', why: null });
    const letSleep = this.#parts.keepAwake?.();
    const end = await this.#leg.run().finally(letSleep);
    this.#leg = null;
    this.#estimate.goes(false, this.#now());
    return end;
  }

  /** Null when somebody wants to go on; else how it is over. */
  async #pauseUntilWished(why: Failure | null): Promise<PushEnding | null> {
    const written = await this.#parts.journal.commit({ kind: 'paused' });
    if (!written.ok) return { how: 'paused', why: written.failure };
    if (why !== null && this.#wish === 'go') {
      if (this.#parts.isUnattended) return { how: 'paused', why };
      this.#wish = 'pause';
    }
    this.#paused = { why };
    const wish = await this.#wished();
    this.#paused = null;
    if (wish === 'stop') return this.#end({ kind: 'stopped' });
    if (wish === 'leave') return { how: 'paused', why };
    const resumed = await this.#commitForAll({ kind: 'resumed' });
    return resumed.ok ? null : { how: 'paused', why: resumed.failure };
  }

  async #wished(): Promise<Exclude<Wish, 'pause'>> {
    for (;;) {
      const wish: Wish = this.#wish;
      if (wish !== 'pause') return wish;
      await new Promise<void>((resolve) => (this.#whenWished = resolve));
    }
  }

  async #end(end: LegEnd): Promise<PushEnding> {
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
