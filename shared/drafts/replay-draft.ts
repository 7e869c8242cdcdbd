import {
  applyChange,
  type CellChange,
  type Change,
  type ExcludedRow,
  type PlacedRow,
  reverseChange,
} from '../roster/change.ts';
import { emptyHistory, type History, record, redo, type Step, undo } from '../roster/history.ts';
import type { ReadRoster, SourceColumn } from '../roster/read-roster.ts';
import { emptyRoster, type Roster } from '../roster/roster.ts';
import { TextSharer } from '../roster/share-texts.ts';
import { inSlices, type SlicedWork } from '../roster/sliced-work.ts';
import { Blanks, type Passwords } from './blanks.ts';
import type { DraftRecord } from './draft-record.ts';

type RecordOf<Kind extends DraftRecord['kind']> = Extract<DraftRecord, { kind: Kind }>;

/** A record of what was done to the rows. */
type Deed = Exclude<DraftRecord, { kind: 'fields' | 'origin' | 'rows' }>;

/** What a record did to the replay: `misfit` where it cannot follow, and nothing after it can then. */
export type Taken = 'taken' | 'misfit';

/** Rows between two pauses. */
const ROWS = 5000;

/** Makes a roster and its history again of a draft's records, each checked against what is there by then. */
export class DraftReplay {
  #roster: Roster = emptyRoster();
  history: History = emptyHistory;
  /** The last step that is on disk; null when that is the roster as it was opened. */
  savedStep: Step | null = null;
  /** Null until it is told, which is first. */
  origin: RecordOf<'origin'> | null = null;
  /** The form that it was saved in, and what separates its cells where that is text; null where it never was. */
  savedAs: Pick<RecordOf<'saved'>, 'format' | 'delimiter'> | null = null;
  /** What the roster was for. */
  mode: RecordOf<'mode'>['mode'] = 'create';
  /** Whether passwords were left out of the draft. */
  isBlanked = false;
  /** Whether a step was told, before which a draft holds nothing that its file does not. */
  hasSteps = false;
  /** Whether all rows are there that the roster had when its draft began; until then what was done to them waits. */
  isWhole = false;
  readonly #waiting: Deed[] = [];
  #cells: CellChange[] = [];
  #removed: PlacedRow[] = [];
  #inserted: PlacedRow[] = [];
  #excluded: ExcludedRow[] = [];
  readonly #sharers: TextSharer[] = [];

  get roster(): Roster {
    return this.#roster;
  }

  /** Takes the next record, in slices of a few milliseconds; a misfit leaves roster and history as they were. */
  *taking(next: DraftRecord): SlicedWork<Taken> {
    // What is read stands in this Rollcall's order already.
    if (next.kind === 'fields') return 'taken';
    if (next.kind === 'origin') return this.#begin(next);
    if (this.origin === null) return 'misfit';
    if (next.kind === 'rows')
      return this.#addRows(next, this.origin) === 'taken' ? yield* this.goingOn() : 'misfit';
    if (this.isWhole) return yield* this.#take(next);
    this.#waiting.push(next);
    return 'taken';
  }

  /** Does what has waited for the rows, as far as they are there. */
  *goingOn(): SlicedWork<Taken> {
    while (this.isWhole) {
      const next = this.#waiting.shift();
      if (next === undefined) break;
      if ((yield* this.#take(next)) === 'misfit') return 'misfit';
    }
    return 'taken';
  }

  /**
   * Takes the rows that never came from the file, as it was read again, and does the first step to them; what followed it
   * waits still. A misfit where they are not the rows that the draft began with, or the roster was saved since.
   */
  *takingFile(
    { roster, columns }: Pick<ReadRoster, 'roster' | 'columns'>,
    passwords: Passwords,
  ): SlicedWork<Taken> {
    const { origin } = this;
    const at = this.#waiting.findIndex(({ kind }) => kind === 'past');
    const past = this.#waiting[at];
    const isSaved = this.#waiting.some(({ kind }) => kind === 'saved');
    if (origin === null || past?.kind !== 'past' || isSaved || !isSameAs(columns, origin.sources))
      return 'misfit';
    roster.columns = past.columns?.from ?? origin.columns;
    this.#roster = roster;
    yield* this.#blank(new Blanks(passwords, origin.columns));
    // They do not hold it yet.
    this.#waiting[at] = { ...past, kind: 'step' };
    for (const next of this.#waiting.splice(0, at + 1))
      if ((yield* this.#take(next)) === 'misfit') return 'misfit';
    roster.nextId = origin.nextId;
    this.isWhole = roster.rows.length === origin.rows;
    return this.isWhole ? 'taken' : 'misfit';
  }

  /** As in rows that are kept, so that all that was done fits. */
  *#blank(blanks: Blanks): SlicedWork<void> {
    yield* inSlices(this.roster.rows, ROWS, ({ cells }) => {
      if (!blanks.touch(cells)) return;
      blanks.empty(cells);
      this.isBlanked = true;
    });
  }

  *#take(next: Deed): SlicedWork<Taken> {
    switch (next.kind) {
      case 'part':
        this.#addPiece(next);
        return 'taken';
      case 'drop':
        this.#takeParts();
        return 'taken';
      case 'past':
      case 'step':
        return yield* this.#step(next);
      case 'undo':
        return yield* this.#again(undo(this.history), 'back');
      case 'redo':
        return yield* this.#again(redo(this.history), 'forth');
      case 'mode':
        this.mode = next.mode;
        return 'taken';
      case 'saved':
        this.savedStep = this.history.done.at(-1) ?? null;
        this.savedAs = { format: next.format, delimiter: next.delimiter };
        return 'taken';
    }
  }

  #begin(origin: RecordOf<'origin'>): Taken {
    if (this.origin !== null) return 'misfit';
    this.origin = origin;
    this.roster.columns = origin.columns;
    this.roster.nextId = origin.nextId;
    this.isWhole = (origin.rows ?? 0) === 0;
    return 'taken';
  }

  #addRows({ rows, blanked }: RecordOf<'rows'>, { rows: most }: RecordOf<'origin'>): Taken {
    if (most === undefined ? this.hasSteps : this.isWhole) return 'misfit';
    const { roster } = this;
    this.isBlanked ||= blanked === true;
    for (const [id, cells] of rows) {
      if (id >= roster.nextId || roster.byId.has(id)) return 'misfit';
      const row = { id, index: roster.rows.length, cells: this.#shared(cells) };
      roster.rows.push(row);
      roster.byId.set(id, row);
    }
    this.isWhole = most === undefined || roster.rows.length >= most;
    return roster.rows.length > (most ?? Infinity) ? 'misfit' : 'taken';
  }

  #shared(cells: readonly string[]): string[] {
    return cells.map((text, position) => (this.#sharers[position] ??= new TextSharer()).share(text));
  }

  #addPiece(piece: Omit<RecordOf<'part'>, 'kind'>): void {
    const { cells = [], removed = [], inserted = [], excluded = [], blanked } = piece;
    for (const [row, position, from, to] of cells) this.#cells.push({ row, position, from, to });
    for (const [row, index, texts] of removed) this.#removed.push({ row, index, cells: texts });
    for (const [row, index, texts] of inserted) this.#inserted.push({ row, index, cells: texts });
    for (const [row, header, text, texts] of excluded)
      this.#excluded.push({ row, header, text, cells: texts });
    this.isBlanked ||= blanked === true;
  }

  #takeParts(): Change {
    const parts = { cells: this.#cells, removed: this.#removed, inserted: this.#inserted };
    const excluded = this.#excluded;
    [this.#cells, this.#removed, this.#inserted, this.#excluded] = [[], [], [], []];
    return excluded.length > 0 ? { ...parts, excluded } : parts;
  }

  *#step(told: RecordOf<'past'> | RecordOf<'step'>): SlicedWork<Taken> {
    this.#addPiece(told);
    const change: Change = { ...this.#takeParts(), ...(told.columns && { columns: told.columns }) };
    if (told.kind === 'step' && !(yield* this.#apply(change))) return 'misfit';
    this.hasSteps = true;
    this.history = record(this.history, { label: told.label, change });
    return 'taken';
  }

  *#again(taken: ReturnType<typeof undo>, way: 'back' | 'forth'): SlicedWork<Taken> {
    if (taken === null) return 'misfit';
    const { change } = taken.step;
    if (!(yield* this.#apply(way === 'forth' ? change : yield* reverseChange(change)))) return 'misfit';
    this.history = taken.history;
    return 'taken';
  }

  *#apply(change: Change): SlicedWork<boolean> {
    try {
      yield* applyChange(this.roster, change);
      return true;
    } catch {
      // What was read from a disk may not fit, and `applyChange` says so before anything has moved.
      return false;
    }
  }
}

/** Whether a file's columns are those that it had. */
function isSameAs(columns: readonly SourceColumn[], before: readonly SourceColumn[]): boolean {
  return (
    columns.length === before.length &&
    columns.every(({ header, key, place, position }, at) => {
      const was = before[at];
      return was?.header === header && was.key === key && was.place === place && was.position === position;
    })
  );
}
