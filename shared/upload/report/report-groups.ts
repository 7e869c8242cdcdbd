import { isOpen, type Outcome } from '../journal/outcome.ts';
import type { ReportedRow } from './reported-row.ts';

/**
 * What an upload's rows are counted by when it is over: first those about which somebody has to do something, in the
 * order in which that matters, then those that are done.
 */
export const REPORT_GROUPS = [
  'sentTwice',
  'unknown',
  'unconfirmed',
  'storedOtherwise',
  'failed',
  'blocked',
  'held',
  'notTried',
  'created',
  'updated',
  'deactivated',
  'activated',
  'skipped',
] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

interface GroupWords {
  /** As a heading. */
  readonly title: string;
  /** After a count: “12 created”. */
  readonly counted: string;
  /** What to do about each of its rows, in two or three words; null where nothing is left to do. */
  readonly step: string | null;
  /** The same in sentences; empty where nothing is left to do. */
  readonly advice: string;
}

const done = (title: string, counted: string): GroupWords => ({ title, counted, step: null, advice: '' });

/** How each group is called, and the step that its rows need. */
export const GROUP_WORDS: Readonly<Record<ReportGroup, GroupWords>> = {
  sentTwice: {
    title: 'Sent twice',
    counted: 'sent twice',
    step: 'Look for a double',
    advice:
      'Look for each of these people in Agent Connect. Where somebody is there twice, deactivate one of the two.',
  },
  unknown: {
    title: 'Result unknown',
    counted: 'with unknown result',
    step: 'Resume the upload',
    advice: 'Resume the upload: it finds out what was done before it sends anything again.',
  },
  unconfirmed: {
    title: 'Invitation or password not confirmed',
    counted: 'whose invitation or password is not confirmed',
    step: 'Check the invitation and the password',
    advice:
      'Ask each of these people whether they can sign in. Where they cannot, send the invitation again or set a password in Agent Connect.',
  },
  storedOtherwise: {
    title: 'Stored differently',
    counted: 'stored differently from what was sent',
    step: 'Compare what was stored',
    advice:
      'Compare what was stored with the roster, and correct it in Agent Connect or by an upload in update mode.',
  },
  failed: {
    title: 'Failed',
    counted: 'failed',
    step: 'Correct the row',
    advice: 'Do what the reason says, then upload these rows again.',
  },
  blocked: {
    title: 'Blocked by errors in the row',
    counted: 'blocked by errors in the row',
    step: 'Fix the errors',
    advice: 'Fix the errors in these rows, then upload them again.',
  },
  held: {
    title: 'On hold because of the Team Leader',
    counted: 'on hold because of the Team Leader',
    step: 'Upload the Team Leader first',
    advice: 'See to the Team Leader’s row first, then upload these rows again.',
  },
  notTried: {
    title: 'Not tried',
    counted: 'not tried',
    step: 'Resume the upload',
    advice: 'Resume the upload to send these rows.',
  },
  created: done('Created', 'created'),
  updated: done('Changed', 'changed'),
  deactivated: done('Deactivated', 'deactivated'),
  activated: done('Reactivated', 'reactivated'),
  skipped: done('Left as they were', 'left as they were'),
};

/** Whether somebody has to do something about the rows of a group. */
export function needsStep(group: ReportGroup): boolean {
  return GROUP_WORDS[group].step !== null;
}

/** The groups whose rows need a step, in their order. */
export const STEP_GROUPS: readonly ReportGroup[] = REPORT_GROUPS.filter(needsStep);

/** What a row has come to: one that was not begun is not tried, one that is under way is not known. */
export function outcomeOf({ state }: Pick<ReportedRow, 'state'>): Outcome {
  if (!isOpen(state)) return state;
  return state === 'waiting' || state === 'lookingUp' ? 'notTried' : 'unknown';
}

/** The group that a row is counted in: of several steps that it needs, that of the first. */
export function reportGroup(row: ReportedRow): ReportGroup {
  const outcome = outcomeOf(row);
  if (row.reason === 'sentTwice') return 'sentTwice';
  if (outcome === 'notTried') return row.reason === 'blocked' ? 'blocked' : 'notTried';
  if (outcome !== 'created' && outcome !== 'updated') return outcome;
  if (row.reason === 'notConfirmed' && outcome === 'created' && row.unverifiable !== undefined)
    return 'unconfirmed';
  if (row.stored !== undefined && row.stored.length > 0) return 'storedOtherwise';
  if (outcome === 'created' || row.status === undefined) return outcome;
  return row.status === 'deactivate' ? 'deactivated' : 'activated';
}

/** The rows of each group, in their order. */
export type RowsByGroup<Row extends ReportedRow> = Readonly<Record<ReportGroup, readonly Row[]>>;

/** Sorts the rows of an upload by group. */
export function groupRows<Row extends ReportedRow>(rows: Iterable<Row>): RowsByGroup<Row> {
  const groups: Record<ReportGroup, Row[]> = {
    sentTwice: [],
    unknown: [],
    unconfirmed: [],
    storedOtherwise: [],
    failed: [],
    blocked: [],
    held: [],
    notTried: [],
    created: [],
    updated: [],
    deactivated: [],
    activated: [],
    skipped: [],
  };
  for (const row of rows) groups[reportGroup(row)].push(row);
  return groups;
}

/** How many rows need a step. */
export function stepCount<Row extends ReportedRow>(groups: RowsByGroup<Row>): number {
  return STEP_GROUPS.reduce((sum, group) => sum + groups[group].length, 0);
}

/** How many people were deactivated and reactivated, whatever else there is to say about them. */
export function countStatuses(rows: readonly ReportedRow[]): { deactivate: number; activate: number } {
  const counts = { deactivate: 0, activate: 0 };
  for (const { state, status } of rows) if (state === 'updated' && status !== undefined) counts[status] += 1;
  return counts;
}
