import { isOpen, type Outcome } from '../../shared/upload/journal/outcome.ts';
import {
  countStatuses,
  groupRows,
  needsStep,
  outcomeOf,
  reportGroup,
  STEP_GROUPS,
} from '../../shared/upload/report/report-groups.ts';
import { type ReportedRow, whyEnded } from '../../shared/upload/report/reported-row.ts';
import { json } from './show-text.ts';

/**
 * The JSON document of `rollcall upload --json`, in pieces, with one row a line. The counts are those of the rows, each
 * in one outcome; `steps` counts those of them that need one, by which.
 */
export function* uploadDocument(rows: readonly ReportedRow[]): Generator<string> {
  const groups = groupRows(rows);
  const steps = Object.fromEntries(STEP_GROUPS.map((group) => [group, groups[group].length]));
  yield `{ "counts": ${json(countOutcomes(rows))}, "storedOtherwise": ${countStoredOtherwise(rows)},\n`;
  yield `  "statusChanges": ${json(countStatuses(rows))},\n  "steps": ${json(steps)},\n  "rows": [`;
  let separator = '\n    ';
  for (const row of rows) {
    yield `${separator}${json(describeRow(row))}`;
    separator = ',\n    ';
  }
  yield ' ] }\n';
}

/** Every row has every key: what it does not have is null, or an empty list. */
function describeRow(row: ReportedRow) {
  const group = reportGroup(row);
  return {
    line: row.line,
    row: row.place + 1,
    outcome: outcomeOf(row),
    reason: reasonOf(row),
    status: row.status ?? null,
    step: needsStep(group) ? group : null,
    stored: row.stored ?? [],
  };
}

/** How many people have a field that Agent Connect stored otherwise than it was sent. */
function countStoredOtherwise(rows: readonly ReportedRow[]): number {
  return rows.filter(({ stored = [] }) => stored.length > 0).length;
}

/** How many rows have ended in each outcome. */
export function countOutcomes(rows: readonly ReportedRow[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = {
    created: 0,
    updated: 0,
    skipped: 0,
    failed: 0,
    held: 0,
    unknown: 0,
    notTried: 0,
  };
  for (const row of rows) counts[outcomeOf(row)] += 1;
  return counts;
}

/** Why a row has come to what it has, as a sentence; null where the outcome says it all. */
export function reasonOf(row: ReportedRow): string | null {
  const why = whyEnded(row);
  if (why !== '') return why;
  if (!isOpen(row.state)) return null;
  return outcomeOf(row) === 'notTried' ? LEFT_BEFORE : LEFT_WITHIN;
}

const LEFT_BEFORE = 'The upload was left before this row. Resume it to go on.';
const LEFT_WITHIN = 'The upload was left before an answer came. Resume it to find out whether it was done.';
