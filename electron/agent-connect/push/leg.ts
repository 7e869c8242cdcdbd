import { setMaxListeners } from 'node:events';
import { assertNever } from '../../../shared/result.ts';
import type { RowEnding } from '../../../shared/upload/journal/outcome.ts';
import type { Connection } from '../client/connection.ts';
import type { UploadJournal } from '../journal/upload-journal.ts';
import { createOne } from './create-one.ts';
import { Gate } from './gate.ts';
import type { LegEnd } from './leg-end.ts';
import type { Pace } from './pace.ts';
import type { LiveState, PersonParts } from './person-parts.ts';
import { Requests } from './requests.ts';
import { updateOne } from './update-one.ts';

/** Who comes next, and who comes no more. */
export interface Line {
  /** The place of the next person; null where nobody may go now. */
  next(): number | null;
  /** Leaders who were done before and not carried out, and have people waiting. */
  leadersWithout(): Iterable<number>;
  /** Those who are to be held, now that the row at a place is done, and for whom. */
  teamAfter(place: number): readonly { readonly place: number; readonly leader: number }[];
}

export interface LegParts {
  readonly connection: Connection;
  readonly journal: UploadJournal;
  readonly pace: Pace;
  readonly passwords: ReadonlyMap<number, string>;
  readonly settle: number;
  readonly line: Line;
  /** False where only what is open is to be settled. */
  readonly maySend: boolean;
  /** People at once. */
  readonly people: number;
  /** Told when a row is about something else; null when nothing but the journal says what it is. */
  readonly onRow: (place: number, state: LiveState | null) => void;
  readonly onDone: (place: number) => void;
}

/**
 * A stretch of a run, from a start to a pause or the end. Whatever ends it, requests that are under way are finished, and
 * the next stretch takes everything from the journal, as after a crash.
 */
export class Leg {
  readonly gate: Gate;
  readonly #parts: LegParts;
  readonly #person: PersonParts;
  readonly #cut = new AbortController();
  #active = 0;
  #settling = new Set<number>();
  #end: LegEnd | null = null;
  #bug: unknown = null;
  #whenOver: (end: LegEnd) => void = () => undefined;
  #whenBroken: (bug: unknown) => void = () => undefined;

  constructor(parts: LegParts) {
    const { connection, journal, pace, passwords, settle, maySend } = parts;
    this.#parts = parts;
    // Every request that is under way listens, which is no leak.
    setMaxListeners(0, this.#cut.signal);
    this.gate = new Gate(connection.clock, (why) => {
      this.end({ kind: 'paused', why });
    });
    const requests = new Requests({
      connection,
      pace,
      gate: this.gate,
      journal,
      cut: this.#cut.signal,
      onEnd: (end) => {
        this.end(end);
      },
    });
    const show = (place: number, state: LiveState): void => {
      this.#show(place, state);
    };
    this.#person = { connection, requests, journal, passwords, settle, maySend, show };
  }

  /** Goes on until all are done or `end` is called; answers why it is over. */
  run(): Promise<LegEnd> {
    return new Promise((resolve, reject) => {
      this.#whenOver = resolve;
      this.#whenBroken = reject;
      for (const leader of this.#parts.line.leadersWithout()) this.#holdTeam(leader);
      this.#fill();
    });
  }

  /** Begins nothing more; the first reason counts. */
  end(end: LegEnd): void {
    this.#end ??= end;
    this.gate.close();
    this.#fill();
  }

  /** Waits for no answer any more: what is under way stays open in the journal. */
  cut(): void {
    this.#cut.abort();
  }

  /** Begins with as many people as may go; who is only looked for while time passes keeps nobody else waiting. */
  #fill(): void {
    const { line, people } = this.#parts;
    while (this.#end === null && this.#active - this.#settling.size < people) {
      const place = line.next();
      if (place === null) break;
      this.#active += 1;
      void this.#carryOut(place);
    }
    if (this.#active > 0) return;
    if (this.#bug === null) this.#whenOver(this.#end ?? { kind: 'finished' });
    else this.#whenBroken(this.#bug);
  }

  async #carryOut(place: number): Promise<void> {
    try {
      const ending = await this.#endingOf(place);
      if (ending !== null) this.#done(place, ending);
    } catch (bug) {
      this.#bug = bug;
      this.end({ kind: 'stopped' });
    }
    this.#active -= 1;
    this.#show(place, null);
    this.#fill();
  }

  #endingOf(place: number): Promise<RowEnding | null> {
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
  }

  #holdTeam(leader: number): void {
    const { journal, line, onDone, onRow } = this.#parts;
    for (const held of line.teamAfter(leader)) {
      const words = journal.orders[held.leader]?.name ?? '';
      journal.note({ kind: 'outcome', place: held.place, outcome: 'held', reason: 'leader', words });
      onDone(held.place);
      onRow(held.place, null);
    }
  }

  #show(place: number, state: LiveState | null): void {
    const wasSettling = this.#settling.delete(place);
    if (state === 'settling') this.#settling.add(place);
    this.#parts.onRow(place, state);
    // Somebody else may go meanwhile.
    if (state === 'settling' && !wasSettling) this.#fill();
  }
}
