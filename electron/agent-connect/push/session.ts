import { setMaxListeners } from 'node:events';
import { assertNever } from '../../../shared/failures/result.ts';
import type { RowEnding } from '../../../shared/upload/journal/outcome.ts';
import type { Connection } from '../client/connection.ts';
import type { Refusal } from '../client/refusal.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { createOne } from './create-person.ts';
import { KnownPeople } from './known-people.ts';
import type { Queue } from './queue.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { endForbidden, type LiveState, type PersonEnd, type PersonParts } from './reconcile.ts';
import { Requests, type SessionEnd } from './requests.ts';
import { updateOne } from './update-person.ts';

export interface SessionParts {
  readonly connection: Connection;
  readonly journal: UploadJournal;
  readonly limiter: RateLimiter;
  readonly passwords: ReadonlyMap<number, string>;
  readonly settle: number;
  readonly queue: Queue;
  /** False where only what is open is to be reconciled. */
  readonly maySend: boolean;
  /** Whether each person is looked up right before something is sent, whatever the pages of the team say. */
  readonly isCareful: boolean;
  /** People at once. */
  readonly people: number;
  /** Hears when a row is about something else; null when nothing but the journal says what it is. */
  readonly onRow: (place: number, state: LiveState | null) => void;
  readonly onDone: (place: number) => void;
}

/**
 * A stretch of a run, from a start to a pause or the end. Whatever ends it, requests that are under way are finished, and
 * the next session takes everything from the journal, as after a crash.
 */
export class Session {
  readonly breaker: CircuitBreaker;
  readonly #parts: SessionParts;
  readonly #person: PersonParts;
  readonly #cut = new AbortController();
  readonly #reconciling = new Set<number>();
  /** Rows for which the key was forbidden, until it shows whether it is so for everybody. */
  readonly #forbidden = new Map<number, Refusal>();
  /** Whether the server has taken or judged somebody. */
  #hasWorked = false;
  #active = 0;
  #end: SessionEnd | null = null;
  #bug: unknown = null;
  #whenOver: (end: SessionEnd) => void = () => undefined;
  #whenBroken: (bug: unknown) => void = () => undefined;

  constructor(parts: SessionParts) {
    const { connection, journal, limiter, passwords, settle, maySend } = parts;
    this.#parts = parts;
    // Every request that is under way listens, which is no leak.
    setMaxListeners(0, this.#cut.signal);
    const requests = new Requests({
      ...{ connection, limiter, journal, cut: this.#cut.signal },
      onEnd: (end) => {
        this.end(end);
      },
    });
    this.breaker = requests.breaker;
    const show = (place: number, state: LiveState): void => {
      this.#show(place, state);
    };
    const known = knownPeople(parts, requests);
    this.#person = { connection, requests, journal, known, passwords, settle, maySend, show };
  }

  /** Goes on until all are done or `end` is called; answers why it is over. */
  run(): Promise<SessionEnd> {
    return new Promise((resolve, reject) => {
      this.#whenOver = resolve;
      this.#whenBroken = reject;
      for (const leader of this.#parts.queue.leadersWithout()) this.#holdTeam(leader);
      this.#fill();
    });
  }

  /** Begins nothing more; the first reason counts. */
  end(end: SessionEnd): void {
    this.#end ??= end;
    this.breaker.stop();
    this.#fill();
  }

  /** Waits for no answer any more: what is under way stays open in the journal. */
  cut(): void {
    this.#cut.abort();
  }

  /** Begins with as many people as may go; who is only looked for while time passes keeps nobody else waiting. */
  #fill(): void {
    const { queue, people } = this.#parts;
    while (this.#end === null && this.#active - this.#reconciling.size < people) {
      const place = queue.next();
      if (place === null) break;
      this.#active += 1;
      void this.#carryOut(place);
    }
    if (this.#active > 0) return;
    if (this.#bug !== null) this.#whenBroken(this.#bug);
    else if (this.#end !== null) this.#whenOver(this.#end);
    else if (this.#forbidden.size === 0) this.#whenOver({ kind: 'finished' });
    else this.#judgeForbidden();
  }

  async #carryOut(place: number): Promise<void> {
    try {
      const ending = await this.#endingOf(place);
      if (ending !== null && 'forbidden' in ending) this.#forbid(place, ending.forbidden);
      else if (ending !== null) this.#done(place, ending);
    } catch (bug) {
      this.#bug = bug;
      this.end({ kind: 'stopped' });
    }
    this.#active -= 1;
    this.#show(place, null);
    this.#fill();
  }

  #endingOf(place: number): Promise<PersonEnd> {
    const order = this.#parts.journal.orders[place];
    switch (order?.kind) {
      case 'create':
        return createOne(order, this.#person);
      case 'update':
        return updateOne(order, this.#person);
      case 'skip':
      case 'blocked':
      case 'held':
      case undefined:
        throw new Error(`Nothing is to be sent for row ${place}`);
      default:
        return assertNever(order);
    }
  }

  #done(place: number, ending: RowEnding): void {
    this.#parts.journal.note({ kind: 'outcome', place, ...ending });
    this.#parts.onDone(place);
    this.#holdTeam(place);
    if (!SHOWS_THAT_THE_KEY_WORKS.has(ending.outcome)) return;
    this.#hasWorked = true;
    this.#failForbidden();
  }

  /** The key is forbidden for a row: for a second one as well, with nobody between for whom it works, it is for everybody. */
  #forbid(place: number, refusal: Refusal): void {
    this.#forbidden.set(place, refusal);
    if (this.#forbidden.size > 1) this.end({ kind: 'forbidden', why: refusal.failure });
  }

  /** Nobody is left who would show it: where others were taken before, it is the row’s alone. */
  #judgeForbidden(): void {
    const [[, refusal] = [0, null]] = this.#forbidden;
    if (this.#hasWorked) this.#failForbidden();
    else if (refusal !== null) this.end({ kind: 'forbidden', why: refusal.failure });
    this.#fill();
  }

  #failForbidden(): void {
    const rows = [...this.#forbidden];
    this.#forbidden.clear();
    for (const [place, refusal] of rows) {
      this.#done(place, endForbidden(this.#parts.journal.run.rowAt(place), refusal));
      this.#parts.onRow(place, null);
    }
  }

  #holdTeam(leader: number): void {
    const { journal, queue, onDone, onRow } = this.#parts;
    for (const held of queue.teamAfter(leader)) {
      const words = journal.orders[held.leader]?.name ?? '';
      journal.note({ kind: 'outcome', place: held.place, outcome: 'held', reason: 'leader', words });
      onDone(held.place);
      onRow(held.place, null);
    }
  }

  #show(place: number, state: LiveState | null): void {
    const wasReconciling = this.#reconciling.delete(place);
    if (state === 'settling') this.#reconciling.add(place);
    this.#parts.onRow(place, state);
    // Somebody else may go meanwhile.
    if (state === 'settling' && !wasReconciling) this.#fill();
  }
}

/** What a row cannot come to where the key does not work. */
const SHOWS_THAT_THE_KEY_WORKS: ReadonlySet<RowEnding['outcome']> = new Set([
  'created',
  'updated',
  'skipped',
]);

/** The current team by its pages; null where each person is looked up. */
function knownPeople(
  { connection, journal, limiter, isCareful, maySend }: SessionParts,
  requests: Requests,
): KnownPeople | null {
  if (isCareful || !maySend) return null;
  return new KnownPeople({
    ...{ connection, requests },
    orders: journal.orders.filter((order) => order.kind === 'create' || order.kind === 'update'),
    left: () => journal.run.counts.waiting,
    teamSize: journal.head.teamSize ?? null,
    rate: () => limiter.rate,
  });
}
