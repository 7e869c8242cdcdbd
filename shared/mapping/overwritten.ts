import { columns } from '../person/catalogue.ts';
import type { Change } from '../roster/change.ts';

/** Cells of a column that have a text which a change would take the place of. */
export interface OverwrittenColumn {
  /** In `Row.cells`. */
  readonly position: number;
  readonly header: string;
  readonly count: number;
  /** The first of them; the texts of a password are not named. */
  readonly example: { readonly from: string; readonly to: string };
}

/**
 * The cells with a text that a change gives another one, by column in the order of the catalogue. Where `isMoved` says
 * that the texts of a column go elsewhere, nothing is lost by that.
 */
export function overwrittenBy(
  { cells }: Pick<Change, 'cells'>,
  isMoved: (position: number) => boolean,
): OverwrittenColumn[] {
  const found = new Map<number, OverwrittenColumn>();
  for (const { position, from, to } of cells) {
    const header = columns[position]?.header;
    if (header === undefined || from.trim() === '' || isMoved(position)) continue;
    const known = found.get(position);
    found.set(
      position,
      known ? { ...known, count: known.count + 1 } : { position, header, count: 1, example: { from, to } },
    );
  }
  return [...found.values()].sort((a, b) => a.position - b.position);
}
