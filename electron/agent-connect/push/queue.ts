import type { UploadOrder } from '../../../shared/upload/orders/upload-order.ts';
import type { RunState } from '../../../shared/upload/journal/run-state.ts';

/** Of a leader's row, what the people below may go by. */
const CARRIED_OUT: ReadonlySet<string> = new Set(['created', 'updated', 'skipped']);

/** Who comes next, and who comes no more. */
export interface Queue {
  /** The place of the next person; null where nobody may go now. */
  next(): number | null;
  /** Leaders who were done before and not carried out, and have people waiting. */
  leadersWithout(): Iterable<number>;
  /** Those who are to be held, now that the row at a place is done, and for whom. */
  teamAfter(place: number): readonly { readonly place: number; readonly leader: number }[];
}

/**
 * In which order people come: each as soon as their own leader is done, those of an earlier wave first, and in the order
 * of the roster within a wave. Who waits for a leader that is not carried out is held.
 */
export class WaveQueue implements Queue {
  readonly #orders: readonly UploadOrder[];
  readonly #run: RunState;
  /** The places that may go, by wave from the first, and how many of each have gone. */
  readonly #ready: { readonly places: number[]; gone: number }[] = [];
  readonly #teams = new Map<number, number[]>();

  constructor(orders: readonly UploadOrder[], run: RunState) {
    this.#orders = orders;
    this.#run = run;
    for (const { place } of orders) this.#sort(place);
  }

  /** Takes the place of the next person; null where nobody may go now. */
  next(): number | null {
    for (const wave of this.#ready) {
      const place = wave.places[wave.gone];
      if (place === undefined) continue;
      wave.gone += 1;
      return place;
    }
    return null;
  }

  /** Lets the people of a leader who is done go; answers the places of those who are to be held instead, at any depth. */
  teamAfter(leader: number): readonly { readonly place: number; readonly leader: number }[] {
    const held: { place: number; leader: number }[] = [];
    const isCarriedOut = CARRIED_OUT.has(this.#run.rowAt(leader).state);
    const done = [leader];
    for (let above = done.pop(); above !== undefined; above = done.pop()) {
      const team = this.#teams.get(above) ?? [];
      this.#teams.delete(above);
      for (const place of team) {
        if (isCarriedOut) this.#letGo(place);
        else {
          held.push({ place, leader: above });
          done.push(place);
        }
      }
    }
    return held;
  }

  /** Leaders who are done already and not carried out, and have people waiting. */
  *leadersWithout(): Generator<number> {
    for (const leader of [...this.#teams.keys()]) if (this.#isDone(leader)) yield leader;
  }

  #sort(place: number): void {
    const order = this.#orders[place];
    if (order === undefined || !('wave' in order) || this.#isDone(place)) return;
    const { leader } = order;
    if (leader === null || CARRIED_OUT.has(this.#run.rowAt(leader).state)) {
      this.#letGo(place);
      return;
    }
    const team = this.#teams.get(leader);
    if (team) team.push(place);
    else this.#teams.set(leader, [place]);
  }

  #isDone(place: number): boolean {
    const { state } = this.#run.rowAt(place);
    return state !== 'waiting' && state !== 'sending';
  }

  #letGo(place: number): void {
    const order = this.#orders[place];
    if (order === undefined || !('wave' in order)) return;
    while (this.#ready.length < order.wave) this.#ready.push({ places: [], gone: 0 });
    this.#ready[order.wave - 1]?.places.push(place);
  }
}

/** The places of rows for which something was sent and whose outcome is not known. */
export function openRows(run: RunState): number[] {
  return [...run.rows.entries()]
    .filter(([, { state, open, isTouched }]) => open !== null || (isTouched && state === 'waiting'))
    .map(([place]) => place);
}

/** Lets only those go, and nobody because of them. */
export function onlyOpen(run: RunState): Queue {
  const places = openRows(run).reverse();
  return { next: () => places.pop() ?? null, leadersWithout: () => [], teamAfter: () => [] };
}
