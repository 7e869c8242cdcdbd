import {
  GROUP_WORDS,
  groupRows,
  REPORT_GROUPS,
  type ReportGroup,
  STEP_GROUPS,
  stepCount,
} from '../../shared/upload/report/report-groups.ts';
import type { ReportedRow } from '../../shared/upload/report/reported-row.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';
import { reasonOf } from './upload-document.ts';

/**
 * What became of an upload: the counts, those first that need a step, and then the rows of each step, with what to do
 * about them and why.
 */
export function* printReport(rows: readonly ReportedRow[]): Generator<string> {
  const groups = groupRows(rows);
  const left = stepCount(groups);
  const attention = left === 0 ? '' : `, ${left.toLocaleString('en-US')} of them with a next step`;
  yield `\nReport: ${countOf(rows.length, 'row')}${attention}\n`;
  const shown = REPORT_GROUPS.filter((group) => groups[group].length > 0);
  const counts = shown.map((group) => groups[group].length.toLocaleString('en-US'));
  const width = Math.max(...counts.map((count) => count.length));
  for (const [at, group] of shown.entries())
    yield `  ${(counts[at] ?? '').padStart(width)}  ${GROUP_WORDS[group].counted}\n`;
  for (const group of STEP_GROUPS) yield* listRows(group, groups[group]);
}

function* listRows(group: ReportGroup, rows: readonly ReportedRow[]): Generator<string> {
  if (rows.length === 0) return;
  const width = String(rows.at(-1)?.line ?? 0).length;
  const { title, advice } = GROUP_WORDS[group];
  yield `\n${title}: ${countOf(rows.length, 'row')}. ${advice}\n`;
  for (const row of rows) {
    const who = [row.name, row.email || row.employeeId].filter((text) => text !== '').join(', ');
    yield `  line ${String(row.line).padStart(width)}  ${showText(who)}\n`;
    const why = reasonOf(row);
    if (why !== null) yield `${' '.repeat(width + 9)}${showText(why)}\n`;
  }
}
