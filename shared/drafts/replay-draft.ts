import { applying } from '../roster/apply.ts';
import { type CellChange, type Change, type PlacedRow, reversing } from '../roster/change.ts';
import { emptyHistory, type History, record, redo, type Step, undo } from '../roster/history.ts';
import { emptyRoster, type Roster } from '../roster/roster.ts';
import { TextSharer } from '../roster/share-texts.ts';
import type { SlicedWork } from '../roster/sliced-work.ts';
import type { Delimiter } from '../text/formats.ts';
import type { DraftRecord } from './draft-record.ts';

type RecordOf<Kind extends DraftRecord['kind']> = Extract<DraftRecord, { kind: Kind }>;

/** What a record did to the replay: `misfit` where it cannot follow, and nothing after it can then. */
export type Taken = 'taken' | 'misfit';

/** Makes a roster and its history again of a draft's records, each checked against what is there by then. */
export class DraftReplay {
  readonly roster: Roster = emptyRoster();
  history: History = emptyHistory;
  /** The last step that is on disk; null when that is the roster as it was opened. */
  savedStep: Step | null = null;
  /** Null until it is told, which is first. */
  origin: RecordOf<'origin'> | null = null;
  /** What separates the cells of the Unicode text that it was saved as; null where it never was. */
  savedWith: Delimiter | null = null;
  /** What the roster was for. */
  mode: RecordOf<'mode'>['mode'] = 'create';
  /** Whether passwords were left out of the draft. */
  isBlanked = false;
  /** Whether a step was told, before which a draft holds nothing that its file does not. */
  hasSteps = false;
  #cells: CellChange[] = [];
  #removed: PlacedRow[] = [];
  #inserted: PlacedRow[] = [];
  readonly #sharers: TextSharer[] = [];

  /** Takes the next record, in slices of a few milliseconds; a misfit leaves roster and history as they were. */
  *taking(next: DraftRecord): SlicedWork<Taken> {
    const isInOrder = next.kind === 'origin' ? this.origin === null : this.origin !== null;
    if (!isInOrder || (next.kind === 'rows' && this.hasSteps)) return 'misfit';
    switch (next.kind) {
      case 'origin':
        this.#begin(next);
        return 'taken';
      case 'rows':
        return this.#addRows(next);
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
        this.savedWith = next.delimiter;
        return 'taken';
    }
  }

  #begin(origin: RecordOf<'origin'>): void {
    this.origin = origin;
    this.roster.columns = origin.columns;
    this.roster.nextId = origin.nextId;
  }

  #addRows({ rows, blanked }: RecordOf<'rows'>): Taken {
    const { roster } = this;
    this.isBlanked ||= blanked === true;
    for (const [id, cells] of rows) {
      if (id >= roster.nextId || roster.byId.has(id)) return 'misfit';
      const row = { id, index: roster.rows.length, cells: this.#shared(cells) };
      roster.rows.push(row);
      roster.byId.set(id, row);
    }
    return 'taken';
  }

  #shared(cells: readonly string[]): string[] {
    return cells.map((text, position) => (this.#sharers[position] ??= new TextSharer()).share(text));
  }

  #addPiece({ cells = [], removed = [], inserted = [], blanked }: Omit<RecordOf<'part'>, 'kind'>): void {
    for (const [row, position, from, to] of cells) this.#cells.push({ row, position, from, to });
    for (const [row, index, texts] of removed) this.#removed.push({ row, index, cells: texts });
    for (const [row, index, texts] of inserted) this.#inserted.push({ row, index, cells: texts });
    this.isBlanked ||= blanked === true;
  }

  #takeParts(): Change {
    const parts = { cells: this.#cells, removed: this.#removed, inserted: this.#inserted };
    [this.#cells, this.#removed, this.#inserted] = [[], [], []];
    return parts;
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
    if (!(yield* this.#apply(way === 'forth' ? change : yield* reversing(change)))) return 'misfit';
    this.history = taken.history;
    return 'taken';
  }

  *#apply(change: Change): SlicedWork<boolean> {
    try {
      yield* applying(this.roster, change);
      return true;
    } catch {
      // What was read from a disk may not fit, and `applying` says so before anything has moved.
      return false;
    }
  }
}
