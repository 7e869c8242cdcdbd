import { AT, columnOf } from '../../../shared/person/catalogue.ts';
import { cellAt, lineOf, type Roster } from '../../../shared/roster/roster.ts';
import { reasonSentences } from '../../../shared/upload/plan/plan-sentences.ts';
import { planGroup, type PlannedRow } from '../../../shared/upload/plan/upload-plan.ts';
import { positionOf } from '../../problems/problem-commands.ts';
import { peopleOf } from '../../app/session/people.ts';
import type { ListedRow } from '../list/listed-row.tsx';

/** A row of a plan as the list shows it, with the roster as it is now; null if the row is gone. */
export function listPlanned(planned: PlannedRow, roster: Roster): ListedRow | null {
  const row = roster.byId.get(planned.row);
  if (row === undefined) return null;
  const people = peopleOf(roster);
  const name = people.nameOf(row.id) || cellAt(row, AT.email) || cellAt(row, AT.employeeId);
  return {
    line: lineOf(row).toLocaleString('en-US'),
    name,
    mark: planGroup(planned),
    changes: changesOf(planned),
    sentences: reasonSentences(planned, roster, people),
    place: { row: row.id, position: placeToMend(planned) },
  };
}

function changesOf(planned: PlannedRow): ListedRow['changes'] {
  if (planned.kind !== 'changed') return [];
  return planned.changes.map(({ column, from, to, permanent }) => ({
    column: columnOf(column).short ?? columnOf(column).header,
    from: from ?? 'not known',
    to: to === '' ? 'empty' : to,
    permanent,
  }));
}

/** The column in which there is something to do about a row, or its name. */
function placeToMend(planned: PlannedRow): number {
  if (planned.kind === 'held') return AT.teamLeader;
  if (planned.kind === 'changed') return AT[planned.changes[0]?.column ?? 'firstName'];
  if (planned.kind !== 'blocked') return AT.firstName;
  const { block } = planned;
  const [problem] = block.kind === 'problems' ? block.problems : [];
  if (problem !== undefined) return positionOf(problem);
  if (block.kind === 'unsendable') return AT[block.columns[0] ?? 'email'];
  return block.kind === 'nobodyToDeactivate' ? AT.deactivated : AT.email;
}
