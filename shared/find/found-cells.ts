import { type CellChange, cellsChange, type PendingChange } from '../roster/change.ts';
import { cellAt, type Row, type RowId } from '../roster/roster.ts';
import { inSlices } from '../roster/sliced-work.ts';

/** The cells that a search found. It changes in place while the search goes on and after edits. */
export interface FoundCells {
  /** Positions in `Row.cells`, in the order in which their columns were searched; no row has none. */
  readonly byRow: Map<RowId, readonly number[]>;
  count: number;
}

/** A cell by its row and its position in `Row.cells`. */
interface Place {
  readonly row: RowId;
  readonly position: number;
}

export function noFoundCells(): FoundCells {
  return { byRow: new Map(), count: 0 };
}

/** Puts down what was found in a row, in place of what was found there before. */
export function setFound(found: FoundCells, row: RowId, positions: readonly number[]): void {
  found.count += positions.length - (found.byRow.get(row)?.length ?? 0);
  if (positions.length > 0) found.byRow.set(row, positions);
  else found.byRow.delete(row);
}

/** Rows searched between two pauses. */
const SLICE = 500;

/** Searches rows cell by cell; yields the fraction done between slices of rows. */
export function* searchRows(
  found: FoundCells,
  rows: readonly Row[],
  positions: readonly number[],
  isMatch: (text: string) => boolean,
): Generator<number, void> {
  for (const [index, row] of rows.entries()) {
    const here = positions.filter((position) => isMatch(cellAt(row, position)));
    setFound(found, row.id, here);
    if (index % SLICE === SLICE - 1) yield index / rows.length;
  }
}

/**
 * The found cell before or after a place, in reading order and round the end; the place itself only if it is the only
 * one, or if it counts. Null where nothing is found.
 */
export function nextFound(
  { byRow }: FoundCells,
  rows: readonly Row[],
  order: readonly number[],
  from: { readonly index: number; readonly position: number },
  step: 1 | -1,
  counts: boolean,
): Place | null {
  const start = order.indexOf(from.position);
  for (let visited = 0; visited <= rows.length; visited += 1) {
    const row = rows[(from.index + step * visited + rows.length * 2) % rows.length];
    const all = row && byRow.get(row.id);
    if (all === undefined) continue;
    const ahead = visited > 0 ? all : all.filter((position) => isAhead(order.indexOf(position) - start));
    const position = step === 1 ? ahead[0] : ahead.at(-1);
    if (row !== undefined && position !== undefined) return { row: row.id, position };
  }
  return null;

  function isAhead(distance: number): boolean {
    // Stryker disable next-line ArithmeticOperator: a step is 1 or -1
    return distance * step > 0 || (counts && distance === 0);
  }
}

/** Which of the found cells a cell is, from 1 in reading order; 0 if it is none. */
export function ordinalOf({ byRow }: FoundCells, rows: readonly Row[], { row, position }: Place): number {
  const within = byRow.get(row)?.indexOf(position) ?? -1;
  if (within < 0) return 0;
  let before = 0;
  for (const { id } of rows) {
    if (id === row) break;
    before += byRow.get(id)?.length ?? 0;
  }
  return before + within + 1;
}

/** The change that replaces in the found cells of some rows. */
export function* replaceCells(
  rows: readonly Row[],
  { byRow }: Pick<FoundCells, 'byRow'>,
  replace: (text: string) => string,
): PendingChange {
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
