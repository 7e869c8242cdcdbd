import { OUTCOMES, type Outcome } from '../../shared/upload/journal/outcome.ts';
import { type ReportedRow, whyEnded } from '../../shared/upload/report/report-rows.ts';
import { json } from './show-text.ts';

/** The JSON document of `rollcall upload --json`, in pieces, with one row a line. The sums are those of the rows. */
export function* uploadDocument(rows: readonly ReportedRow[]): Generator<string> {
  yield `{ "counts": ${json(countOutcomes(rows))}, "storedOtherwise": ${countStoredOtherwise(rows)},\n  "rows": [`;
  let separator = '\n    ';
  for (const [place, row] of rows.entries()) {
    const shown = { line: row.line, row: place + 1, outcome: outcomeOf(row), reason: reasonOf(row) };
    yield `${separator}${json(shown)}`;
    separator = ',\n    ';
  }
  yield ' ] }\n';
}

/** How many people have a field that Agent Connect stored otherwise than it was sent. */
export function countStoredOtherwise(rows: readonly ReportedRow[]): number {
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

/** What a row comes to when the command ends: one that was not begun is not tried yet, one under way is not known. */
export function outcomeOf({ state }: ReportedRow): Outcome {
  const outcome = OUTCOMES.find((one) => one === state);
  return outcome ?? (state === 'waiting' || state === 'lookingUp' ? 'notTried' : 'unknown');
}

/** Why a row has come to what it has, as a sentence; null where the outcome says it all. */
export function reasonOf(row: ReportedRow): string | null {
  const why = whyEnded(row);
  if (why !== '') return why;
  if (OUTCOMES.some((one) => one === row.state)) return null;
  return outcomeOf(row) === 'notTried' ? LEFT_BEFORE : LEFT_WITHIN;
}

const LEFT_BEFORE = 'The upload was left before this row. Resume it to go on.';
const LEFT_WITHIN = 'The upload was left before an answer came. Resume it to find out whether it was done.';
