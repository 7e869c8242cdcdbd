import { columns as catalogue } from '../person/catalogue.ts';
import type { CellChange, Making } from '../roster/change.ts';
import { insertRows, withOptional } from '../roster/edits.ts';
import { cellAt, type Roster, type RosterColumns, type Row } from '../roster/roster.ts';
import { inSlices, within } from '../roster/sliced-work.ts';
import { isBrought } from './merge-columns.ts';
import type { MergePlan, PlannedColumn } from './merge-plan.ts';

/** People between two pauses. */
const SLICE = 2000;

/**
 * The change that carries out a plan of the roster as it stands: the texts that the file changes, the new people at the
 * end in the file's order, and the columns that they brought.
 */
export function* mergeChange(roster: Roster, plan: MergePlan): Making {
  const cells: CellChange[] = [];
  yield* within(
    inSlices(plan.changed, SLICE, ({ changes }) => {
      for (const change of changes) cells.push(change);
    }),
    0,
    0.3,
  );
  const brought = plan.columns.filter(isBrought);
  const people: string[][] = [];
  yield* within(
    inSlices(plan.added, SLICE, ({ row }) => people.push(newCells(row, brought))),
    0.3,
    0.6,
  );
  const { inserted } = yield* within(insertRows(roster, roster.rows.length, people), 0.6, 1);
  const to = columnsAfter(roster.columns, plan.columns);
  return {
    cells,
    removed: [],
    inserted,
    ...(to !== roster.columns && { columns: { from: roster.columns, to } }),
  };
}

function newCells(row: Row, columns: readonly PlannedColumn[]): string[] {
  const cells = catalogue.map(() => '');
  for (const { from, to } of columns) {
    const text = cellAt(row, from);
    if (text === '') continue;
    while (cells.length < to) cells.push('');
    cells[to] = text;
  }
  return cells;
}

/** The roster's columns with those in which anything is written; the same object where there are no others. */
function columnsAfter(shown: RosterColumns, columns: readonly PlannedColumn[]): RosterColumns {
  const coming = columns.filter(({ isNew, isWritten }) => isNew && isWritten);
  if (coming.length === 0) return shown;
  const keys = coming.flatMap(({ key }) => key ?? []);
  const carried = coming.flatMap(({ key, header, to }) => (key === null ? [{ header, position: to }] : []));
  return { ...keys.reduce(withOptional, shown), carried: [...shown.carried, ...carried] };
}
