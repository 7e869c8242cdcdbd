import type { RowState } from '../../../shared/upload/journal/outcome.ts';
import { toldRow } from '../../../shared/upload/journal/row-run.ts';
import type { RunState } from '../../../shared/upload/journal/run-state.ts';
import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import type { LiveState } from './person-parts.ts';

/** Changes that are told at once. */
const MOST = 5000;

/** Which rows have changed since when, and what each is: what the journal says, and what somebody is just about. */
export class RowChanges {
  readonly #run: RunState;
  readonly #live = new Map<number, LiveState>();
  /** The place of each change, in their order. */
  readonly #places: number[] = [];

  constructor(run: RunState) {
    this.#run = run;
    for (const [place, { state }] of run.rows.entries()) if (state !== 'waiting') this.#places.push(place);
  }

  /** A row is about something else; null where only the journal says what it is. */
  change(place: number, live: LiveState | null): void {
    if (live === null) this.#live.delete(place);
    else this.#live.set(place, live);
    this.#places.push(place);
  }

  /** Rows by what each is. */
  get counts(): UploadProgress['counts'] {
    const counts = { ...this.#run.counts };
    for (const [place, live] of this.#live) {
      const { state } = this.#run.rowAt(place);
      if (!isUnderWay(state)) continue;
      counts[state] -= 1;
      counts[live] += 1;
    }
    return counts;
  }

  /** The rows that have changed since a time, which is one that was answered here before, or 0. */
  since(time: number): Pick<UploadProgress, 'at' | 'rows'> {
    const from = time > this.#places.length ? 0 : time;
    const changed = this.#places.slice(from, from + MOST);
    const rows = [...new Set(changed)].map((place) => {
      const told = toldRow(this.#run.rowAt(place));
      return { place, ...told, state: this.#stateOf(place, told.state) };
    });
    return { at: from + changed.length, rows };
  }

  #stateOf(place: number, state: RowState): RowState {
    return isUnderWay(state) ? (this.#live.get(place) ?? state) : state;
  }
}

function isUnderWay(state: RowState): boolean {
  return state === 'waiting' || state === 'sending';
}
