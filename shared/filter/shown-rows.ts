import type { Change } from '../roster/change.ts';
import type { Roster, Row, RowId } from '../roster/roster.ts';
import { type RowFilter, rowTest } from './row-filter.ts';

/**
 * The rows that a filter let through when it was applied. They stay, whatever becomes of their texts and problems,
 * until it is applied again, so that no row jumps away while it is mended.
 */
export interface ShownRows {
  readonly filter: RowFilter;
  /** Also ids of rows that are gone: if they come back, they are shown again. */
  readonly ids: ReadonlySet<RowId>;
  /** In the roster's order. */
  readonly rows: readonly Row[];
  /** Place in `rows`, from 0. */
  readonly indexOf: ReadonlyMap<RowId, number>;
}

/** Applies a filter to the roster as it is now. */
export function applyFilter(
  roster: Roster,
  filter: RowFilter,
  checker: Parameters<typeof rowTest>[1],
): ShownRows {
  const passes = rowTest(filter, checker);
  return showing(roster, filter, new Set(roster.rows.filter(passes).map(({ id }) => id)));
}

/** The shown rows after a change of the roster: those that came are shown too, those that moved stay what they were. */
export function followChange(shown: ShownRows, roster: Roster, { removed, inserted }: Change): ShownRows {
  if (removed.length === 0 && inserted.length === 0) return shown;
  const moved = new Set(removed.map(({ row }) => row));
  const came = inserted.flatMap(({ row }) => (moved.has(row) ? [] : [row]));
  return showing(roster, shown.filter, new Set([...shown.ids, ...came]));
}

/** The shown rows and some more, where the view goes to what the filter hides. */
export function showAlso(shown: ShownRows, roster: Roster, ids: Iterable<RowId>): ShownRows {
  const all = new Set(shown.ids);
  for (const id of ids) all.add(id);
  return all.size === shown.ids.size ? shown : showing(roster, shown.filter, all);
}

function showing(roster: Roster, filter: RowFilter, ids: ReadonlySet<RowId>): ShownRows {
  const rows = roster.rows.filter(({ id }) => ids.has(id));
  return { filter, ids, rows, indexOf: new Map(rows.map(({ id }, index) => [id, index])) };
}
