import { assertNever } from '../../failures/result.ts';
import type { UploadHead } from '../orders/upload-head.ts';
import type { UploadOrder } from '../orders/upload-order.ts';
import type { JournalEntry, JournalEvent, RunEnding } from './journal-entry.ts';
import { ROW_STATES, type RowState } from './outcome.ts';
import { plannedRow, rowAfter, rowAtEnd, rowResumed, type RowRun } from './row-run.ts';

/** How far a wave is; rows that the plan leaves out are in none. */
export interface WaveProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * What an upload is after any first part of its journal: every row's state and the sums. It takes the entries in their
 * order and nothing else; every row is in exactly one state, so that the sums always match.
 */
export class RunState {
  readonly #rows: RowRun[] = [];
  /** By place; 0 for a row that is in none. */
  readonly #waveOf: number[] = [];
  readonly #waves: { done: number; total: number }[] = [];
  readonly #counts = new Map<RowState, number>(ROW_STATES.map((state) => [state, 0]));
  #head: UploadHead | null = null;
  #phase: 'planned' | 'open' | 'paused' | RunEnding = 'planned';

  /** Null before the first entry. */
  get head(): UploadHead | null {
    return this.#head;
  }

  /** `planned` until everything is ready to be sent; then open, paused, or how it has ended. */
  get phase(): 'planned' | 'open' | 'paused' | RunEnding {
    return this.#phase;
  }

  get counts(): Readonly<Record<RowState, number>> {
    // One entry for every state.
    return Object.fromEntries(this.#counts) as Record<RowState, number>;
  }

  /** From the first wave. */
  get waves(): readonly WaveProgress[] {
    return this.#waves;
  }

  /** By place, from 0. */
  get rows(): readonly RowRun[] {
    return this.#rows;
  }

  /** What the row at a place is. */
  rowAt(place: number): RowRun {
    const row = this.#rows[place];
    if (row === undefined) throw new Error(`The upload has no row ${place}`);
    return row;
  }

  /** Takes the next entry in; answers false, and changes nothing, where it cannot follow what came before. */
  take(entry: JournalEntry): boolean {
    switch (entry.kind) {
      case 'head':
        if (this.#head !== null) return false;
        this.#head = entry.head;
        return true;
      case 'order':
        return this.#takeOrder(entry.order);
      case 'ready':
        if (this.#phase !== 'planned' || this.#rows.length !== this.#head?.rows) return false;
        this.#phase = 'open';
        return true;
      default:
        return this.#phase === 'planned' ? false : this.#takeEvent(entry);
    }
  }

  #takeOrder(order: UploadOrder): boolean {
    const isNext = order.place === this.#rows.length && order.place < (this.#head?.rows ?? 0);
    if (this.#phase !== 'planned' || !isNext) return false;
    const row = plannedRow(order);
    this.#rows.push(row);
    this.#count(row.state, 1);
    const wave = 'wave' in order ? order.wave : 0;
    this.#waveOf.push(wave);
    while (this.#waves.length < wave) this.#waves.push({ done: 0, total: 0 });
    const progress = this.#waves[wave - 1];
    if (progress) progress.total += 1;
    return true;
  }

  #takeEvent(event: JournalEvent): boolean {
    if (event.kind === 'resumed') return this.#resume();
    if (this.#phase !== 'open' && this.#phase !== 'paused') return false;
    switch (event.kind) {
      case 'paused':
        this.#phase = 'paused';
        return true;
      case 'ended':
        return this.#end(event.how);
      case 'sending':
      case 'refused':
      case 'accepted':
      case 'absent':
      case 'outcome':
        return this.#takeRowEvent(event);
      default:
        return assertNever(event);
    }
  }

  #takeRowEvent(event: Extract<JournalEvent, { place: number }>): boolean {
    const before = this.#rows[event.place];
    const after = before && rowAfter(before, event);
    if (!after) return false;
    this.#put(event.place, after);
    return true;
  }

  #resume(): boolean {
    for (const [place, row] of this.#rows.entries()) this.#put(place, rowResumed(row));
    this.#phase = 'open';
    return true;
  }

  #end(how: RunEnding): boolean {
    const after = this.#rows.map((row) => rowAtEnd(row, how));
    if (after.includes(null)) return false;
    for (const [place, row] of after.entries()) if (row) this.#put(place, row);
    this.#phase = how;
    return true;
  }

  #put(place: number, after: RowRun): void {
    const before = this.#rows[place];
    if (before === undefined || before === after) return;
    this.#rows[place] = after;
    this.#count(before.state, -1);
    this.#count(after.state, 1);
    const progress = this.#waves[(this.#waveOf[place] ?? 0) - 1];
    if (progress) progress.done += Number(isDone(after)) - Number(isDone(before));
  }

  #count(state: RowState, by: number): void {
    this.#counts.set(state, (this.#counts.get(state) ?? 0) + by);
  }
}

function isDone({ state }: RowRun): boolean {
  return state !== 'waiting' && state !== 'sending';
}
