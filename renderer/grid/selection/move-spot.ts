import type { Spot } from '../view/places.ts';

/** What moving about needs to know of the grid. */
export interface Shape {
  /** Rows with the empty last one. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whole rows in sight. */
  readonly pageRows: number;
  readonly isFilled: (spot: Spot) => boolean;
}

type Step = (spot: Spot, shape: Shape) => Spot;

/** Where the keys go from a cell, as in Excel. */
const STEPS = {
  up: ({ row, column }) => ({ row: row - 1, column }),
  down: ({ row, column }) => ({ row: row + 1, column }),
  left: ({ row, column }) => ({ row, column: column - 1 }),
  right: ({ row, column }) => ({ row, column: column + 1 }),
  pageUp: ({ row, column }, { pageRows }) => ({ row: row - pageRows, column }),
  pageDown: ({ row, column }, { pageRows }) => ({ row: row + pageRows, column }),
  rowStart: ({ row }) => ({ row, column: 0 }),
  rowEnd: ({ row }, { columnCount }) => ({ row, column: columnCount - 1 }),
  start: () => ({ row: 0, column: 0 }),
  /** The last person, not the empty row below. */
  end: (_, { rowCount, columnCount }) => ({ row: rowCount - 2, column: columnCount - 1 }),
  edgeUp: (spot, shape) => dataEdge(spot, shape, -1, 0),
  edgeDown: (spot, shape) => dataEdge(spot, shape, 1, 0),
  edgeLeft: (spot, shape) => dataEdge(spot, shape, 0, -1),
  edgeRight: (spot, shape) => dataEdge(spot, shape, 0, 1),
} satisfies Record<string, Step>;

/** A way to go from a cell to another. */
export type Move = keyof typeof STEPS;

/** The cell that a move leads to; it stops at the edges of the grid. */
export function moveSpot(spot: Spot, move: Move, shape: Shape): Spot {
  const step: Step = STEPS[move];
  return clamp(step(spot, shape), shape);
}

/** The next cell in reading order, as Tab goes, or the one before; null past the grid's end. */
export function tabSpot({ row, column }: Spot, step: 1 | -1, { rowCount, columnCount }: Shape): Spot | null {
  const next = row * columnCount + column + step;
  if (next < 0 || next >= rowCount * columnCount) return null;
  return { row: Math.floor(next / columnCount), column: next % columnCount };
}

function clamp({ row, column }: Spot, { rowCount, columnCount }: Shape): Spot {
  return { row: within(row, rowCount), column: within(column, columnCount) };
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}

/**
 * Where Ctrl and an arrow go in Excel: from inside filled cells to the last of them, else to the next filled cell,
 * else to the edge of the sheet.
 */
function dataEdge(from: Spot, shape: Shape, rows: number, columns: number): Spot {
  const next = (spot: Spot): Spot => ({ row: spot.row + rows, column: spot.column + columns });
  const isInside = ({ row, column }: Spot): boolean =>
    row >= 0 && row < shape.rowCount && column >= 0 && column < shape.columnCount;
  let spot = next(from);
  if (!isInside(spot)) return from;
  const follows = shape.isFilled(from) && shape.isFilled(spot);
  // Inside a run: walk while the next cell is filled. Outside: walk until a filled cell.
  while (isInside(next(spot)) && (follows ? shape.isFilled(next(spot)) : !shape.isFilled(spot)))
    spot = next(spot);
  return spot;
}
