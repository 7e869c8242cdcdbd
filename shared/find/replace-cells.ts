import { type CellChange, cellsChange, type Making } from '../roster/change.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { inSlices } from '../roster/sliced-work.ts';
import type { FoundCells } from './found-cells.ts';

/** Rows between two pauses. */
const SLICE = 500;

/** The change that replaces in the found cells of some rows. */
export function* replaceCells(
  rows: readonly Row[],
  { byRow }: Pick<FoundCells, 'byRow'>,
  replace: (text: string) => string,
): Making {
  // Stryker disable next-line ArrayDeclaration: what has no text to change is left out
  const cells: CellChange[] = [];
  yield* inSlices(rows, SLICE, (row) => {
    for (const position of byRow.get(row.id) ?? []) {
      const from = cellAt(row, position);
      cells.push({ row: row.id, position, from, to: replace(from) });
    }
  });
  return cellsChange(cells);
}
