import { AT } from '../person/catalogue.ts';
import { type CellChange, cellsChange, type PendingChange } from '../roster/change.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { inSlices } from '../roster/sliced-work.ts';
import type { TeamComparison } from '../team/find-changes.ts';

/** Rows between two pauses. */
const SLICE = 2000;

/** The change that gives cells the texts that Agent Connect has for them, by position; what nobody knows stays. */
export function* revertCells(
  rows: readonly Row[],
  positions: readonly number[],
  comparison: Pick<TeamComparison, 'of'>,
): PendingChange {
  const meant = new Set(positions);
  // Stryker disable next-line ArrayDeclaration: what has no text to change is left out
  const cells: CellChange[] = [];
  yield* inSlices(rows, SLICE, (row) => {
    const compared = comparison.of(row.id);
    if (compared?.kind !== 'changed') return;
    for (const { column, from } of compared.changes) {
      const position = AT[column];
      if (from === null || !meant.has(position)) continue;
      cells.push({ row: row.id, position, from: cellAt(row, position), to: from });
    }
  });
  return cellsChange(cells);
}
