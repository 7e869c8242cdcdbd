import type { CellChange, Change } from './change.ts';
import { insertRows } from './edits.ts';
import { cellAt, type Roster, type Row } from './roster.ts';

/** Where a block of texts goes: into rows that are there, then into new ones at the roster's end. */
export interface BlockPlace {
  readonly rows: readonly Row[];
  readonly newRows: number;
  /** Positions in `Row.cells`, one for each column of the place. */
  readonly positions: readonly number[];
}

/** The change that writes a block of texts into a place; a block smaller than the place is repeated in it. */
export function putBlock(
  roster: Roster,
  { rows, newRows, positions }: BlockPlace,
  block: readonly (readonly string[])[],
): Change {
  const cells: CellChange[] = [];
  rows.forEach((row, index) => {
    const texts = block[index % block.length] ?? [];
    positions.forEach((position, column) => {
      const from = cellAt(row, position);
      const to = texts[column % texts.length] ?? '';
      if (from !== to) cells.push({ row: row.id, position, from, to });
    });
  });
  const added = Array.from({ length: newRows }, (_, index) =>
    newCells(positions, block[(rows.length + index) % block.length] ?? []),
  );
  return { ...insertRows(roster, roster.rows.length, added), cells };
}

function newCells(positions: readonly number[], texts: readonly string[]): string[] {
  const cells = Array.from({ length: Math.max(0, ...positions) + 1 }, () => '');
  positions.forEach((position, column) => {
    cells[position] = texts[column % texts.length] ?? '';
  });
  return cells;
}

/** The change that also empties the cells that a block was cut from, but for those that the block went to. */
export function emptySource(
  change: Change,
  source: { readonly rows: readonly Row[]; readonly positions: readonly number[] },
  target: Pick<BlockPlace, 'rows' | 'positions'>,
): Change {
  const taken = new Set(target.rows);
  const emptied = source.rows.flatMap((row) =>
    source.positions
      .filter((position) => cellAt(row, position) !== '')
      .filter((position) => !taken.has(row) || !target.positions.includes(position))
      .map((position) => ({ row: row.id, position, from: cellAt(row, position), to: '' })),
  );
  return { ...change, cells: [...emptied, ...change.cells] };
}
