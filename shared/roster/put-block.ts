import type { CellChange, Change, PendingChange } from './change.ts';
import { insertRows } from './edits.ts';
import { cellAt, type Roster, type Row } from './roster.ts';
import { inSlices, within } from './sliced-work.ts';

/** Rows between two pauses; one has 17 cells and more. */
const SLICE = 500;

/** Where a block of texts goes: into rows that are there, then into new ones at the roster's end. */
export interface BlockPlace {
  readonly rows: readonly Row[];
  readonly newRows: number;
  /** Positions in `Row.cells`, one for each column of the place. */
  readonly positions: readonly number[];
}

/** The change that writes a block of texts into a place; a block smaller than the place is repeated in it. */
export function* putBlock(
  roster: Roster,
  { rows, newRows, positions }: BlockPlace,
  block: readonly (readonly string[])[],
): PendingChange {
  const cells: CellChange[] = [];
  const put = inSlices(rows, SLICE, (row, index) => {
    const texts = block[index % block.length] ?? [];
    positions.forEach((position, column) => {
      const from = cellAt(row, position);
      const to = texts[column % texts.length] ?? '';
      if (from !== to) cells.push({ row: row.id, position, from, to });
    });
  });
  yield* within(put, 0, 0.5);
  const added: string[][] = [];
  while (added.length < newRows) {
    added.push(newCells(positions, block[(rows.length + added.length) % block.length] ?? []));
    // Stryker disable next-line ConditionalExpression,ArithmeticOperator: how often it pauses, and how far it says it is, changes nothing
    if (added.length % SLICE === 0) yield 0.5 + added.length / newRows / 4;
  }
  const inserting = yield* within(insertRows(roster, roster.rows.length, added), 0.75, 1);
  return { ...inserting, cells };
}

function newCells(positions: readonly number[], texts: readonly string[]): string[] {
  const cells: string[] = [];
  while (cells.length <= Math.max(0, ...positions)) cells.push('');
  positions.forEach((position, column) => {
    cells[position] = texts[column % texts.length] ?? '';
  });
  return cells;
}

/** The change that also empties the cells that a block was cut from, but for those that the block went to. */
export function* emptySource(
  change: Change,
  source: { readonly rows: readonly Row[]; readonly positions: readonly number[] },
  target: Pick<BlockPlace, 'rows' | 'positions'>,
): PendingChange {
  const taken = new Set(target.rows);
  const outside = source.positions.filter((position) => !target.positions.includes(position));
  const emptied: CellChange[] = [];
  yield* inSlices(source.rows, SLICE, (row) => {
    for (const position of taken.has(row) ? outside : source.positions) {
      const from = cellAt(row, position);
      if (from !== '') emptied.push({ row: row.id, position, from, to: '' });
    }
  });
  return { ...change, cells: [...emptied, ...change.cells] };
}
