import type { RowId } from '../../roster/roster.ts';
import type { Mark } from './roster-index.ts';

/** Steps between two pauses of a search. */
const SLICE = 2000;

/**
 * The circles in the chains of leaders. Each row has one leader at most, so a row is on one circle at most, and a new
 * circle passes through something that changed: a search follows the leaders from there, each row once.
 */
export class LeaderCycles {
  readonly #cycleOf = new Map<RowId, readonly RowId[]>();
  readonly #mark: Mark;

  constructor(mark: Mark) {
    this.#mark = mark;
  }

  /** The circle that a row is on, from its lowest row id, each led by the next; undefined if it is on none. */
  of(row: RowId): readonly RowId[] | undefined {
    return this.#cycleOf.get(row);
  }

  /** The row may have another leader now: the circle that it was on is open until it is found again. */
  open(row: RowId): void {
    const cycle = this.#cycleOf.get(row);
    for (const member of cycle ?? []) {
      this.#cycleOf.delete(member);
      this.#mark(member);
    }
  }

  /** Finds the circles that the chains from some rows end in. */
  *search(starts: Iterable<RowId>, leaderOf: (row: RowId) => RowId | null): Generator<void, void> {
    const walkOf = new Map<RowId, RowId>();
    for (const start of starts) {
      const path: RowId[] = [];
      let at: RowId | null = start;
      while (at !== null && !walkOf.has(at) && !this.#cycleOf.has(at)) {
        walkOf.set(at, start);
        path.push(at);
        if (walkOf.size % SLICE === 0) yield;
        at = leaderOf(at);
      }
      if (at !== null && walkOf.get(at) === start) this.#close(path.slice(path.indexOf(at)));
    }
  }

  #close(members: readonly RowId[]): void {
    let lowest = 0;
    members.forEach((row, place) => {
      if (row < (members[lowest] ?? 0)) lowest = place;
    });
    const cycle = [...members.slice(lowest), ...members.slice(0, lowest)];
    for (const member of cycle) {
      this.#cycleOf.set(member, cycle);
      this.#mark(member);
    }
  }

  clear(): void {
    this.#cycleOf.clear();
  }
}
