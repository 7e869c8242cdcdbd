import type { Change } from './change.ts';
import type { Roster } from './roster.ts';

/** Rows that a roster has at most. */
export const MOST_ROWS = 500_000;

/** How many rows a roster has after a change. */
export function rowsAfter({ rows }: Pick<Roster, 'rows'>, { inserted, removed }: Change): number {
  return rows.length + inserted.length - removed.length;
}
