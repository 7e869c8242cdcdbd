import { severityAt } from '../../../renderer/problems/problem-places.ts';
import { shownText } from '../../../renderer/grid/view/grid-columns.ts';
import { currentSettings } from '../../../renderer/app/session/settings.ts';
import { initialState } from '../../../renderer/app/session/state.ts';
import { appendRow, emptyRoster, type Roster } from '../../../shared/roster/roster.ts';
import { check } from '../../../shared/rules/checker.ts';
import { type Model, shownColumns, shownRows } from './model.ts';

/** A new roster of the model's rows, in their order. */
export function rosterOf(model: Model): Roster {
  const roster = emptyRoster();
  for (const { cells } of model.rows) appendRow(roster, [...cells]);
  return roster;
}

/** What a window shows: columns by position, the texts of rows as drawn, the problems' marks, and the counts below. */
export interface Picture {
  readonly columns: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** By row and column as shown: `error`, `warning` or nothing. */
  readonly marks: readonly (readonly string[])[];
  readonly counts: string;
}

/** What a window must show of the model, by a new look at all its problems. */
export function pictureOf(model: Model): Picture {
  const roster = rosterOf(model);
  const checker = check(roster, currentSettings(initialState));
  const columns = shownColumns(model);
  const shown = shownRows(model);
  const { rowsWithErrors, warning } = checker.counts;
  return {
    columns,
    rows: shown.map(({ cells }) => columns.map((position) => shownText(position, cells[position] ?? ''))),
    marks: shown.map((row) => {
      const id = roster.rows[model.rows.indexOf(row)]?.id ?? 0;
      return columns.map((position) => severityAt({ checker }, id, position) ?? '');
    }),
    counts: [
      `${model.rows.length} ${model.rows.length === 1 ? 'row' : 'rows'}`,
      `${rowsWithErrors} with errors`,
      `${warning} ${warning === 1 ? 'warning' : 'warnings'}`,
    ].join(', '),
  };
}
