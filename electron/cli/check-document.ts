import { AT, columnOf } from '../../shared/person/catalogue.ts';
import type { Diagnosis } from '../../shared/import/diagnosis.ts';
import { cellAt, type Row } from '../../shared/roster/roster.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import { sentenceOf } from '../../shared/rules/messages.ts';
import type { Fix, Problem } from '../../shared/rules/problem.ts';
import type { Verdict } from '../../shared/rules/verdict.ts';
import { verdictEntry } from './describe-verdict.ts';
import type { OpenedRoster } from './open-roster.ts';
import { lineInFile, peopleOfFile } from './people-of-file.ts';
import { problemRowsInOrder } from './problems-in-order.ts';
import { json } from './show-text.ts';

/**
 * The JSON document of `rollcall check --json`, in pieces, with one problem a line: a roster of 100,000 rows may have
 * more problems than one string can hold.
 */
export function* checkDocument(
  opened: OpenedRoster,
  checker: Checker,
  doctor: Diagnosis | null,
  verdict: Verdict,
): Generator<string> {
  yield `{ "file": ${json(describeFile(opened))},\n  "doctor": ${json(doctor)},\n  "problems": [`;
  let separator = '\n    ';
  for (const problem of problemEntries(opened, checker)) {
    yield `${separator}${json(problem)}`;
    separator = ',\n    ';
  }
  const team = checker.comparison === null ? '' : `,\n  "team": ${json(checker.comparison.counts)}`;
  yield ` ],\n  "counts": ${json(countsOf(checker))}${team},\n  "verdict": ${json(verdictEntry(verdict))} }\n`;
}

/** The counts of the interface, of the many that a checker keeps. */
export function countsOf({ counts: { error, warning } }: Checker): { error: number; warning: number } {
  return { error, warning };
}

function describeFile({ form, delimiter, read }: OpenedRoster) {
  const text = form.kind === 'text';
  return {
    encoding: text ? form.encoding : null,
    bom: text && form.bom,
    confidence: text ? form.confidence : null,
    otherEncodings: text ? form.others : [],
    delimiter,
    sheet: text ? null : form.sheet,
    rows: read.roster.rows.length,
    columns: read.columns.map(({ header, key }) => ({ header, key })),
  };
}

function* problemEntries({ read }: OpenedRoster, checker: Checker): Generator<object> {
  const people = peopleOfFile(read);
  for (const row of problemRowsInOrder(read.roster, checker)) {
    const place = { line: lineInFile(read, row), row: row.index + 1 };
    for (const problem of checker.problemsOf(row.id))
      yield {
        ...place,
        column: problem.column,
        code: problem.code,
        severity: problem.severity,
        message: sentenceOf(problem, people),
        value: valueOf(problem, row),
        fix: describeFix(problem, row, read),
      };
  }
}

/** The text of the problem's cell; null for a whole row, and for a temporary password, which is never shown. */
function valueOf({ column }: Problem, row: Row): string | null {
  return column === null || columnOf(column).field === 'password' ? null : cellAt(row, AT[column]);
}

/**
 * The best fix. Its changes are of the problem's own row, unless `line` and `row` name another. What would become of a
 * temporary password is not shown.
 */
function describeFix({ fixes }: Problem, row: Row, read: OpenedRoster['read']) {
  const [best] = fixes;
  if (best === undefined) return null;
  const shown = best.changes.filter(({ column }) => columnOf(column).field !== 'password');
  const changes = Object.fromEntries(shown.map(({ column, to }) => [column, to]));
  const removes = best.removes === undefined ? {} : { removesRow: true };
  return { safe: best.safe, ...placeOfOther(best, row, read), changes, ...removes };
}

function placeOfOther({ changes }: Fix, { id }: Row, read: OpenedRoster['read']) {
  const other = changes.find((change) => change.row !== id);
  const row = other && read.roster.byId.get(other.row);
  return row ? { line: lineInFile(read, row), row: row.index + 1 } : {};
}
