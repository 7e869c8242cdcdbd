import type { Change } from '../roster/change.ts';
import type { Roster, RowId } from '../roster/roster.ts';

/** A row that a change touched. */
export interface TouchedRow {
  readonly id: RowId;
  /** Its cells before and after; null where there was or is no such row. */
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
  /** The positions of the cells that differ; null where everything about the row may. */
  readonly positions: ReadonlySet<number> | null;
}

/** Cells between two pauses. */
const SLICE = 5000;

/** The rows that a change touched, once it is applied, and null for a pause. A row that only moved is as it was. */
export function* touchedRows(roster: Roster, change: Change): Generator<TouchedRow | null, void> {
  for (const { row, cells } of change.removed) {
    if (!roster.byId.has(row)) yield { id: row, before: cells, after: null, positions: null };
  }
  const moved = new Set(change.removed.map(({ row }) => row));
  for (const { row } of change.inserted) {
    const after = roster.byId.get(row)?.cells ?? null;
    if (!moved.has(row)) yield { id: row, before: null, after, positions: null };
  }
  for (const [id, fromTexts] of yield* textsBefore(change)) {
    const after = roster.byId.get(id)?.cells ?? [];
    const before = [...after];
    for (const [position, from] of fromTexts) before[position] = from;
    const wasNobody = isBlankRow(before) !== isBlankRow(after);
    yield { id, before, after, positions: wasNobody ? null : new Set(fromTexts.keys()) };
  }
}

function* textsBefore({ cells }: Change): Generator<null, ReadonlyMap<RowId, ReadonlyMap<number, string>>> {
  const texts = new Map<RowId, Map<number, string>>();
  for (let start = 0; start < cells.length; start += SLICE) {
    for (const { row, position, from } of cells.slice(start, start + SLICE)) {
      const ofRow = texts.get(row);
      if (ofRow) ofRow.set(position, from);
      else texts.set(row, new Map([[position, from]]));
    }
    if (start + SLICE < cells.length) yield null;
  }
  return texts;
}

/** Whether a row has no text at all: nobody yet, so that nothing can be wrong with it. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((text) => text === '' || text.trim() === '');
}
