import type { Change } from '../roster/change.ts';
import type { Roster, RowId } from '../roster/roster.ts';

/** A row that a change touched: its cells before and after; null where there was or is no such row. */
export interface TouchedRow {
  readonly id: RowId;
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

/** The rows that a change touched, once it is applied. A row that only moved is as it was. */
export function touchedRows(roster: Roster, change: Change): Iterable<TouchedRow> {
  const touched = new Map<RowId, TouchedRow & { before: string[] | readonly string[] | null }>();
  for (const { row, cells } of change.removed) {
    if (!roster.byId.has(row)) touched.set(row, { id: row, before: cells, after: null });
  }
  const removed = new Set(change.removed.map(({ row }) => row));
  for (const { row } of change.inserted) {
    const after = roster.byId.get(row)?.cells ?? null;
    if (!removed.has(row)) touched.set(row, { id: row, before: null, after });
  }
  const edited = new Map<RowId, string[]>();
  for (const { row, position, from } of change.cells) {
    const after = roster.byId.get(row)?.cells ?? [];
    let before = edited.get(row);
    if (before === undefined) {
      before = [...after];
      edited.set(row, before);
      touched.set(row, { id: row, before, after });
    }
    before[position] = from;
  }
  return touched.values();
}
