import type { Roster, Row } from '../../shared/roster/roster.ts';
import type { Checker } from '../../shared/rules/checker.ts';

/** The rows that have problems, in the order of the roster. */
export function* problemRowsInOrder(roster: Roster, checker: Checker): Generator<Row> {
  for (const row of roster.rows) if (checker.problemsOf(row.id).length > 0) yield row;
}
