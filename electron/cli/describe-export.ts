import { type ExportPlan, leftOutCount } from '../../shared/export/plan-export.ts';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import { sentenceOf } from '../../shared/rules/messages.ts';
import type { Problem } from '../../shared/rules/problem.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { countsOf } from './check-document.ts';
import { inForm, type Verdict } from '../../shared/rules/verdict.ts';
import { describeVerdict, verdictEntry, verdictOn } from './describe-verdict.ts';
import type { InspectedRoster } from './inspect-roster.ts';
import { mappingDocument } from './map-columns.ts';
import { peopleOfFile, placeInFile } from './people-of-file.ts';
import { comparisonSentence, countOf, countsSentence } from './print-problems.ts';
import { describeResolved, type ResolvedLeaders, resolvedEntry } from './resolve-leaders.ts';
import { json, showText } from './show-text.ts';
import { AT_THE_COMMAND_LINE } from './streams.ts';
import type { Written } from './write-plan.ts';

/** What an export did. */
export interface Outcome {
  readonly plan: ExportPlan;
  /** Safe fixes applied; null if none were asked for. */
  readonly fixed: number | null;
  /** What became of the team leaders; null if they were not to be resolved. */
  readonly resolved: ResolvedLeaders | null;
  /** Null if it was refused because of errors. */
  readonly written: Written | null;
  /** The second file, of the rows that are left out; null where there are none. */
  readonly leftOut: Result<Written, Failure> | null;
}

/** What an export did for a person to read, one thing a line. */
export function* describeExport(inspected: InspectedRoster, outcome: Outcome): Generator<string> {
  const { plan, fixed, resolved, written, leftOut } = outcome;
  const { opened, checker } = inspected;
  if (fixed !== null) yield `Applied ${countOf(fixed, 'safe change')}.\n`;
  if (resolved !== null) yield* describeResolved(resolved);
  if (written === null) {
    yield `\n${countsSentence(checker.counts)} Nothing was written: Agent Connect would refuse rows with errors. Fix them, try --fix safe, or say --valid-only (without those rows) or --allow-errors.\n`;
    return;
  }
  if (plan.carriedLeftOut.length > 0)
    yield (
      showText(`Columns not written: ${plan.carriedLeftOut.map((header) => `“${header}”`).join(', ')}.`) +
      '\n'
    );
  for (const { line, why } of leftOutRows(inspected, plan))
    yield `  line ${line} left out: ${showText(why.join(' '))}\n`;
  const people = peopleOfFile(opened.read);
  for (const { row, leader } of plan.orphaned)
    yield `  line ${people.lineOf(row)} is written, but its team leader on line ${people.lineOf(leader)} is left out.\n`;
  if (plan.unchanged > 0)
    yield `${countOf(plan.unchanged, 'row')} not written: they say what Agent Connect has.\n`;
  yield describeWritten(written, leftOutCount(plan));
  if (leftOut !== null) yield describeLeftOut(leftOut);
  yield `${countsSentence(checker.counts)}${comparisonSentence(checker)}\n`;
  yield* describeVerdict(verdictOfExport(inspected, outcome), inspected);
}

/** The verdict on what was written; on all that would be, where nothing was. */
function verdictOfExport(inspected: InspectedRoster, { plan, written }: Outcome): Verdict {
  return inForm(verdictOn(inspected, plan), written === null || WRITE_FORMATS[written.format].accepted);
}

function describeWritten({ path, format, rows, bytes }: Written, leftOut: number): string {
  const { label, accepted } = WRITE_FORMATS[format];
  const without = leftOut === 0 ? '' : ` (${countOf(leftOut, 'row')} left out)`;
  const warning = accepted ? '' : ' Agent Connect does not take this form; use unicode-text for it.';
  return `Wrote ${countOf(rows, 'row')} to ${showText(path)}${without}: ${label}, ${countOf(bytes, 'byte')}.${warning}\n`;
}

function describeLeftOut(leftOut: Result<Written, Failure>): string {
  if (!leftOut.ok)
    return `The rows left out were not written: ${showText(failureSentence(leftOut.failure, AT_THE_COMMAND_LINE))}\n`;
  const { rows, path } = leftOut.value;
  return `Wrote the ${rows === 1 ? 'row' : `${rows.toLocaleString('en-US')} rows`} left out to ${showText(path)}.\n`;
}

/** The JSON document of `rollcall export --json`. */
export function exportDocument(inspected: InspectedRoster, outcome: Outcome): string {
  const { plan, fixed, resolved, written, leftOut } = outcome;
  const document = {
    written,
    ...(inspected.opened.mapped && { mapping: mappingDocument(inspected.opened.mapped) }),
    leftOutFile: leftOut?.ok === true ? leftOut.value : null,
    leftOut: written === null ? [] : [...excludedRows(inspected), ...leftOutRows(inspected, plan)],
    ...(inspected.checker.comparison && {
      unchanged: plan.unchanged,
      team: inspected.checker.comparison.counts,
    }),
    columnsLeftOut: plan.carriedLeftOut,
    fixed: fixed ?? 0,
    ...(resolved && resolvedEntry(resolved, inspected.opened.read)),
    counts: countsOf(inspected.checker),
    verdict: verdictEntry(verdictOfExport(inspected, outcome)),
  };
  return `${json(document)}\n`;
}

/** The rows that the mapping left out: they are no rows of the roster. */
function excludedRows({ opened: { mapped } }: InspectedRoster) {
  return (mapped?.excluded ?? []).map(({ line, header, text }) => ({
    line,
    row: null,
    why: [`${header} says “${text}”.`],
  }));
}

function leftOutRows({ opened: { read } }: InspectedRoster, plan: ExportPlan) {
  const people = peopleOfFile(read);
  const why = (problems: readonly Problem[]): string[] =>
    problems.filter(({ severity }) => severity === 'error').map((problem) => sentenceOf(problem, people));
  return plan.leftOut.map(({ row, problems }) => ({ ...placeInFile(read, row), why: why(problems) }));
}
