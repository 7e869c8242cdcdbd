import type { CellChange } from '../../shared/roster/change.ts';
import type { Roster, Row, RowId } from '../../shared/roster/roster.ts';
import { inSlices, type SlicedWork } from '../../shared/roster/sliced-work.ts';

/** Cells between two pauses. */
const CELLS = 10_000;

/**
 * The rows of a roster as they are now, to be read later while it changes on: which rows there were is remembered at
 * once, and of each cell that changes since, what it was.
 */
export class RowsAsTheyWere {
  readonly rows: readonly Row[];
  readonly #was = new Map<RowId, Map<number, string>>();
  readonly #unsettled: { readonly cells: readonly CellChange[]; readonly before: 'from' | 'to' }[] = [];

  constructor({ rows }: Roster) {
    this.rows = rows.slice();
  }

  /** Hears of cells that were changed; `before` says which of their texts they had until now. */
  hear(cells: readonly CellChange[], before: 'from' | 'to'): void {
    if (cells.length > 0) this.#unsettled.push({ cells, before });
  }

  /** Whether all that was heard is settled; only then `cellsOf` may be asked. */
  get isSettled(): boolean {
    return this.#unsettled.length === 0;
  }

  /** Settles what was heard, in slices of a few milliseconds. */
  *settling(): SlicedWork<void> {
    for (let next = this.#unsettled[0]; next; next = this.#unsettled[0]) {
      const { cells, before } = next;
      yield* inSlices(cells, CELLS, (cell) => {
        this.#remember(cell.row, cell.position, cell[before]);
      });
      this.#unsettled.shift();
    }
  }

  /** The texts of a row as they were. */
  cellsOf({ id, cells }: Row): readonly string[] {
    const was = this.#was.get(id);
    if (was === undefined) return cells;
    const texts = [...cells];
    for (const [position, text] of was) if (position < texts.length) texts[position] = text;
    return texts;
  }

  /** The first change of a cell tells what it was; those after it do not. */
  #remember(row: RowId, position: number, text: string): void {
    const was = this.#was.get(row) ?? new Map<number, string>();
    if (!was.has(position)) was.set(position, text);
    this.#was.set(row, was);
  }
}
