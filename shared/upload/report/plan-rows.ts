import { AT } from '../../person/catalogue.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { named } from '../../rules/messages/words.ts';
import type { People } from '../../rules/messages.ts';
import { changeWords, reasonSentences } from '../plan/plan-sentences.ts';
import { planGroup, type PlanGroup, type PlannedRow, type UploadPlan } from '../plan/upload-plan.ts';
import { inertCell } from './inert-cell.ts';

const HEADER = [
  'Line',
  'Name',
  'Email Address',
  'Employee ID',
  'Plan',
  'Wave',
  'Team Leader',
  'Changes',
  'Reason',
] as const;

/** What a plan says of a row in a word. */
const WORDS = {
  create: 'Create',
  changed: 'Change',
  deactivate: 'Deactivate',
  activate: 'Reactivate',
  exists: 'In Agent Connect already',
  blocked: 'Blocked',
  held: 'Held',
} as const satisfies Record<PlanGroup, string>;

/**
 * A plan as the rows of a file, the header first and then a row for each of the roster, in its order. No cell of it is
 * carried out by a spreadsheet, and no temporary password is in it.
 */
export function* planRows(plan: UploadPlan, roster: Roster, people: People): Generator<readonly string[]> {
  yield HEADER;
  for (const planned of plan.rows) yield cellsOf(planned, roster, people).map(inertCell);
}

function cellsOf(planned: PlannedRow, roster: Roster, people: People): string[] {
  const row = roster.byId.get(planned.row);
  const text = (position: number): string => (row ? cellAt(row, position).trim() : '');
  const leader = 'leader' in planned && planned.leader !== null ? planned.leader : null;
  return [
    String(people.lineOf(planned.row)),
    people.nameOf(planned.row),
    text(AT.email),
    text(AT.employeeId),
    WORDS[planGroup(planned)],
    'wave' in planned ? String(planned.wave) : '',
    leader === null ? text(AT.teamLeader) : named({ row: leader }, people),
    planned.kind === 'changed' ? planned.changes.map(changeWords).join('\n') : '',
    reasonSentences(planned, roster, people).join('\n'),
  ];
}
