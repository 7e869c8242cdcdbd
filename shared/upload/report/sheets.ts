import { AT } from '../../person/catalogue.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { named } from '../../rules/messages/words.ts';
import type { People } from '../../rules/messages.ts';
import type { RowState } from '../journal/outcome.ts';
import { changeWords, reasonSentences } from '../plan/plan-sentences.ts';
import { planGroup, type PlanGroup, type PlannedRow, type UploadPlan } from '../plan/upload-plan.ts';
import { GROUP_WORDS, groupRows, needsStep, reportGroup, STEP_GROUPS } from './report-groups.ts';
import { type ReportedRow, whyEnded } from './reported-row.ts';

/** What a spreadsheet would take for the beginning of a formula, or lose on the way to one. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell of a report as a spreadsheet shows it and never carries it out: an apostrophe goes before what looks like a formula. */
export function inertCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

const PLAN_HEADER = [
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
const PLAN_WORDS = {
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
export function* planSheet(plan: UploadPlan, roster: Roster, people: People): Generator<readonly string[]> {
  yield PLAN_HEADER;
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
    PLAN_WORDS[planGroup(planned)],
    'wave' in planned ? String(planned.wave) : '',
    leader === null ? text(AT.teamLeader) : named({ row: leader }, people),
    planned.kind === 'changed' ? planned.changes.map(changeWords).join('\n') : '',
    reasonSentences(planned, roster, people).join('\n'),
  ];
}

const REPORT_HEADER = [
  'Line',
  'Name',
  'Email Address',
  'Employee ID',
  'Outcome',
  'Next Step',
  'Reason',
] as const;

/** What became of a row, in a word or three. */
const OUTCOME_WORDS = {
  waiting: 'Not done yet',
  lookingUp: 'Not done yet',
  sending: 'Not known yet',
  settling: 'Not known yet',
  created: 'Created',
  updated: 'Changed',
  skipped: 'Left as it was',
  failed: 'Failed',
  held: 'Held',
  unknown: 'Not known',
  notTried: 'Not tried',
} as const satisfies Record<RowState, string>;

/**
 * What became of an upload as the rows of a file, the header first, then the rows that need a step, by step, then the
 * others; each as in the roster. No cell of it is carried out by a spreadsheet, and no temporary password is in it.
 */
export function* reportSheet(rows: readonly ReportedRow[]): Generator<readonly string[]> {
  yield REPORT_HEADER;
  const groups = groupRows(rows);
  for (const group of STEP_GROUPS) for (const row of groups[group]) yield reportCells(row);
  for (const row of rows) if (!needsStep(reportGroup(row))) yield reportCells(row);
}

function reportCells(row: ReportedRow): string[] {
  const { line, name, email, employeeId } = row;
  const step = GROUP_WORDS[reportGroup(row)].step ?? '';
  return [String(line), name, email, employeeId, outcomeWords(row), step, whyEnded(row)].map(inertCell);
}

function outcomeWords({ state, status }: ReportedRow): string {
  if (state !== 'updated' || status === undefined) return OUTCOME_WORDS[state];
  return status === 'deactivate' ? 'Deactivated' : 'Reactivated';
}
