import type { FileRef } from '../../shared/contract/call.ts';
import type { DraftRecord } from '../../shared/drafts/draft-record.ts';
import { Blanks, type Passwords } from '../../shared/drafts/blanks.ts';
import { FIELDS_RECORD } from '../../shared/drafts/read-line.ts';
import { lineOf, recordsOfStep, textsOfRows } from '../../shared/drafts/write-records.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Step } from '../../shared/roster/history.ts';
import type { RosterColumns } from '../../shared/roster/roster.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Delimiter, WriteFormat } from '../../shared/text/formats.ts';
import { breathe, runToEnd } from '../app/session/pace.ts';
import type { Edited, Session } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { addToDraft, BATCH } from './add-to-draft.ts';
import { type Beginning, beginningOf } from './beginning.ts';
import type { RowsAsTheyWere } from './rows-as-they-were.ts';

/** What a draft is told: what the user did, that the roster is for something else, or that it was saved. */
type Told =
  | Edited
  | { readonly kind: 'mode'; readonly mode: Settings['mode'] }
  | {
      readonly kind: 'saved';
      readonly file: FileRef;
      readonly format: WriteFormat;
      readonly delimiter: Delimiter;
    };

/** A draft of the host as the window knows it. */
interface HostDraft {
  readonly draft: string;
  readonly passwords: Passwords;
}

/** Milliseconds between two looks at a roster that cannot be read while it changes in slices. */
const PATIENCE = 30;

/**
 * Hands a roster's draft over to the host: the rows as they were when it began, and all that happens, in its order.
 * Where the rows stand in a file as well, what happens does not wait for them, however many they are. It works between
 * the user's actions, in slices of a few milliseconds, and is never waited for.
 */
export class DraftWriter {
  readonly #session: Session;
  readonly #queue: Told[] = [];
  #host: HostDraft | null;
  #blanks: Blanks | null = null;
  /** What has to go before the queue; null when it has gone. */
  #beginning: Beginning | null;
  #working: Promise<void> | null = null;
  #isOver = false;
  #onFailure: (why: Failure) => void;

  private constructor(
    session: Session,
    host: HostDraft | null,
    beginning: Beginning | null,
    onFailure: (why: Failure) => void,
  ) {
    this.#session = session;
    this.#host = host;
    this.#beginning = beginning;
    this.#onFailure = onFailure;
  }

  /** Begins the draft of a roster right after its first change. */
  static begin(
    session: Session,
    document: Document,
    first: Step,
    onFailure: (why: Failure) => void,
  ): DraftWriter {
    const { mode } = session.store.getState();
    const writer = new DraftWriter(session, null, beginningOf(document, first, mode), onFailure);
    writer.#work();
    return writer;
  }

  /** Goes on with a draft that was opened. */
  static goOn(
    session: Session,
    host: HostDraft,
    columns: RosterColumns,
    onFailure: (why: Failure) => void,
  ): DraftWriter {
    const writer = new DraftWriter(session, host, null, onFailure);
    writer.#blanks = new Blanks(host.passwords, columns);
    return writer;
  }

  /** Whether the host has refused to keep more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  tell(told: Told): void {
    if (this.#isOver) return;
    if (told.kind !== 'saved' && told.kind !== 'mode')
      this.#beginning?.rows.hear(told.step.change.cells, told.kind === 'undone' ? 'to' : 'from');
    this.#queue.push(told);
    this.#work();
  }

  /** Settles when the host has everything that was sent so far, or has refused it. */
  async finish(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  /** Has the draft removed: its roster is on disk or given up. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#working;
    if (this.#host !== null) await this.#session.host.call('draft.end', { draft: this.#host.draft });
    this.#host = null;
  }

  #work(): void {
    this.#working ??= this.#workOff();
  }

  async #workOff(): Promise<void> {
    try {
      // The user's action is drawn first.
      await breathe();
      if (this.#beginning !== null) await this.#begin(this.#beginning);
      this.#beginning = null;
      await this.#takeQueue();
    } finally {
      // In the turn in which the queue was found empty: what is told in the next one begins anew.
      this.#working = null;
    }
  }

  async #takeQueue(): Promise<void> {
    while (this.#queue.length > 0 && !this.#isOver) {
      // All that waits goes at once: a disk that is slower than the user would else fall ever further behind.
      await this.#add(this.#waiting());
      const [next] = this.#queue;
      if (next?.kind !== 'saved') continue;
      this.#queue.shift();
      await this.#saved(next);
    }
  }

  /** Takes what waits out of the queue, up to where the roster was saved, as records. */
  *#waiting(): Generator<DraftRecord> {
    for (let [next] = this.#queue; next && next.kind !== 'saved'; [next] = this.#queue) {
      this.#queue.shift();
      if (next.kind === 'mode') yield { kind: 'mode', mode: next.mode };
      else if (next.kind !== 'done') yield { kind: next.kind === 'undone' ? 'undo' : 'redo' };
      else if (this.#blanks !== null) yield* recordsOfStep('step', next.step, this.#blanks);
    }
  }

  async #begin({ name, file, origin, mode, rows, first, isInFile }: Beginning): Promise<void> {
    const begun = await this.#session.host.call('draft.begin', { name, file });
    if (!begun.ok) {
      this.#fail(begun.failure);
      return;
    }
    this.#host = begun.value;
    const blanks = new Blanks(begun.value.passwords, origin.columns);
    this.#blanks = blanks;
    const past = isInFile ? recordsOfStep('past', first, blanks) : [];
    // At once: each call waits for the disk.
    await this.#add(oneAfterOther([FIELDS_RECORD, origin, { kind: 'mode', mode }], past));
    const texts = textsOfRows(rows.rows, (row) => rows.cellsOf(row), blanks, BATCH);
    // As much as goes at once is made in one task: no row changes meanwhile.
    for (let text = await this.#nextOf(texts, rows); text !== null; text = await this.#nextOf(texts, rows)) {
      await this.#send(text);
      if (isInFile) await this.#takeQueue();
    }
    if (!isInFile) await this.#addStep('past', first);
  }

  async #nextOf(texts: Iterator<string, void>, rows: RowsAsTheyWere): Promise<string | null> {
    if (this.#isOver) return null;
    await this.#settle(rows);
    return texts.next().value ?? null;
  }

  /** Waits until the rows can be read: no change is being carried out in slices, and all that changed was heard. */
  async #settle(rows: RowsAsTheyWere): Promise<void> {
    for (;;) {
      const isHeld = this.#session.store.getState().document?.held === 'changing';
      if (rows.isSettled && !isHeld) return;
      if (isHeld) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      await runToEnd(rows.settling());
    }
  }

  async #addStep(kind: 'past' | 'step', step: Step): Promise<void> {
    if (this.#blanks !== null) await this.#add(recordsOfStep(kind, step, this.#blanks));
  }

  async #add(records: Iterable<DraftRecord>): Promise<void> {
    let text = '';
    for (const record of records) {
      text += lineOf(record);
      if (text.length < BATCH) continue;
      await this.#send(text);
      text = '';
    }
    await this.#send(text);
  }

  async #send(lines: string): Promise<void> {
    if (this.#isOver || this.#host === null) return;
    const added = await addToDraft(this.#session, this.#host.draft, lines);
    if (!added.ok) this.#fail(added.failure);
  }

  async #saved({ file, format, delimiter }: Extract<Told, { kind: 'saved' }>): Promise<void> {
    if (this.#host === null) return;
    const { draft } = this.#host;
    const saved = { draft, file: file.handle, format, delimiter };
    const told = await this.#session.host.call('draft.saved', saved);
    if (!told.ok) this.#fail(told.failure);
  }

  #fail(why: Failure): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onFailure(why);
  }
}

function* oneAfterOther(...lists: Iterable<DraftRecord>[]): Generator<DraftRecord, void> {
  for (const list of lists) yield* list;
}
