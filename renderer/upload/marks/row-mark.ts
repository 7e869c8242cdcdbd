import { isOpen } from '../../../shared/upload/journal/outcome.ts';
import { reportGroup } from '../../../shared/upload/report/report-groups.ts';
import type { ReportedRow } from '../../../shared/upload/report/reported-row.ts';
import type { Roster, RowId } from '../../../shared/roster/roster.ts';

/** How a mark is drawn: in which colour, and the strokes of its icon on a square of 16. */
export interface MarkLook {
  /** What the mark means, as its tooltip and a screen reader say it. */
  readonly label: string;
  readonly tone: 'quiet' | 'accent' | 'ok' | 'warning' | 'error';
  readonly strokes: string;
}

const PENCIL = 'M3 13l.8-3L11 2.8 13.2 5 6 12.2z';
const POWER = 'M8 2.5v5M4.8 4.6a5 5 0 1 0 6.4 0';
const BACK = 'M12.5 8.5A4.5 4.5 0 1 1 11 5M11.5 2v3.2H8.3';
const EQUAL = 'M3.5 6h9M3.5 10h9';

/**
 * What the grid and the upload's lists show of a row: what a plan would do about it, where it is while an upload runs,
 * and what became of it. Each has a shape of its own, so that nobody has to tell the colours apart.
 */
export const ROW_MARKS = {
  create: { label: 'To be created', tone: 'accent', strokes: 'M8 3v10M3 8h10' },
  changed: { label: 'To be changed', tone: 'accent', strokes: PENCIL },
  deactivate: { label: 'To be deactivated', tone: 'warning', strokes: POWER },
  activate: { label: 'To be reactivated', tone: 'accent', strokes: BACK },
  exists: { label: 'In Agent Connect already', tone: 'quiet', strokes: EQUAL },
  blocked: {
    label: 'Blocked by errors in the row',
    tone: 'error',
    strokes: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.2 4.2l7.6 7.6',
  },
  held: { label: 'On hold because of the Team Leader', tone: 'warning', strokes: 'M5.5 3.5v9M10.5 3.5v9' },
  waiting: {
    label: 'Waiting for its turn',
    tone: 'quiet',
    strokes: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3l2 1.5',
  },
  lookingUp: {
    label: 'Being looked up',
    tone: 'accent',
    strokes: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.2 3.2',
  },
  sending: { label: 'Being sent', tone: 'accent', strokes: 'M8 13.5V3M3.5 7.5L8 3l4.5 4.5' },
  settling: {
    label: 'No clear answer; looking them up',
    tone: 'warning',
    strokes: 'M4 2.5h8M4 13.5h8M5 2.5v2.3L11 11v2.5M11 2.5v2.3L5 11v2.5',
  },
  created: { label: 'Created', tone: 'ok', strokes: 'M2.5 8.5L6.5 12.5 13.5 4' },
  updated: { label: 'Changed', tone: 'ok', strokes: PENCIL },
  deactivated: { label: 'Deactivated', tone: 'ok', strokes: POWER },
  activated: { label: 'Reactivated', tone: 'ok', strokes: BACK },
  skipped: { label: 'Left as it was', tone: 'quiet', strokes: EQUAL },
  failed: { label: 'Failed', tone: 'error', strokes: 'M3.5 3.5l9 9M12.5 3.5l-9 9' },
  unknown: {
    label: 'Result unknown',
    tone: 'error',
    strokes: 'M5.3 5.6a2.8 2.8 0 1 1 4.2 2.4C8.4 8.7 8 9.1 8 10M8 12.9v.1',
  },
  sentTwice: {
    label: 'Sent twice: look for a double',
    tone: 'warning',
    strokes: 'M2.5 2.5h7.5v7.5H2.5zM13.5 6v7.5H6',
  },
  unconfirmed: {
    label: 'Created; invitation or password not confirmed',
    tone: 'warning',
    strokes: 'M2.5 4h11v8h-11zM2.5 4.5L8 9l5.5-4.5',
  },
  storedOtherwise: {
    label: 'Stored differently from what was sent',
    tone: 'warning',
    strokes: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10',
  },
  notTried: { label: 'Not tried', tone: 'quiet', strokes: 'M4 8h8' },
} as const satisfies Record<string, MarkLook>;

/** The name of a mark. */
export type RowMark = keyof typeof ROW_MARKS;

/** The mark of a row of an upload: where it is, or what became of it. */
export function markOf(row: ReportedRow): RowMark {
  return isOpen(row.state) ? row.state : reportGroup(row);
}

/** The marks of a roster's rows. A new object says that some have changed: those in `touched`, or all where it is null. */
export interface RowMarks {
  /** The roster that has them; another one that is open has none. */
  readonly roster: Roster;
  readonly of: ReadonlyMap<RowId, RowMark>;
  readonly touched: ReadonlySet<RowId> | null;
  /** Whether the upload is over: then the errors of a row matter more than what became of it. */
  readonly isOver: boolean;
}
