import type { Outcome } from '../../shared/upload/journal/outcome.ts';
import type { ReportedRow } from '../../shared/upload/report/report-rows.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';
import { countOutcomes, countStoredOtherwise, outcomeOf, reasonOf } from './upload-document.ts';

/** What each outcome means, after its count, in the order of the report. */
const MEANINGS: Readonly<Record<Outcome, string>> = {
  created: 'created',
  updated: 'changed',
  skipped: 'left as they were',
  failed: 'not taken by Agent Connect',
  held: 'held, because the Team Leader was not carried out',
  unknown: 'result unknown: it may have been done',
  notTried: 'not tried',
};

/** Outcomes of rows that somebody has to look at, and so are listed one by one. */
const LISTED = ['failed', 'unknown', 'held', 'notTried'] as const satisfies Outcome[];

/** Outcomes that need no word as a rule; where there is one, somebody may have to see whether the password was taken. */
const DONE: ReadonlySet<Outcome> = new Set(['created', 'updated']);

/** What became of an upload: the counts, and then each row about which there is something to say. */
export function* printReport(rows: readonly ReportedRow[]): Generator<string> {
  const counts = countOutcomes(rows);
  const width = Math.max(...Object.values(counts).map((count) => count.toLocaleString('en-US').length));
  yield `\nReport: ${countOf(rows.length, 'row')}\n`;
  for (const [outcome, meaning] of Object.entries(MEANINGS)) {
    // The keys of the table are the outcomes.
    const count = counts[outcome as Outcome];
    if (count > 0) yield `  ${count.toLocaleString('en-US').padStart(width)}  ${meaning}\n`;
  }
  const otherwise = countStoredOtherwise(rows);
  if (otherwise > 0)
    yield `  ${otherwise.toLocaleString('en-US').padStart(width)}  of them stored otherwise than sent\n`;
  for (const outcome of LISTED) {
    const listed = rows.filter((row) => outcomeOf(row) === outcome);
    yield* listRows(MEANINGS[outcome], listed);
  }
  yield* listRows(
    'done, with something to see to',
    rows.filter((row) => DONE.has(outcomeOf(row)) && reasonOf(row) !== null),
  );
}

function* listRows(title: string, rows: readonly ReportedRow[]): Generator<string> {
  if (rows.length === 0) return;
  const width = String(rows.at(-1)?.line ?? 0).length;
  yield `\n${title.charAt(0).toUpperCase()}${title.slice(1)}: ${countOf(rows.length, 'row')}\n`;
  for (const row of rows) {
    const who = [row.name, row.email || row.employeeId].filter((text) => text !== '').join(', ');
    yield `  line ${String(row.line).padStart(width)}  ${showText(who)}\n`;
    const why = reasonOf(row);
    if (why !== null) yield `${' '.repeat(width + 9)}${showText(why)}\n`;
  }
}
