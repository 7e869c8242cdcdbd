/** The grid's id of the gutter's column. */
export const GUTTER = 'gutter';

/** The grid's id of the column at a position of `Row.cells`. */
export function columnIdOf(position: number): string {
  return `cell-${position}`;
}

/** The position in `Row.cells` that a grid's column shows; null for the gutter. */
export function positionOfColumn(columnId: string): number | null {
  return columnId.startsWith('cell-') ? Number(columnId.slice('cell-'.length)) : null;
}
