import type { ColumnKey } from '../../shared/person/catalogue.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import type { Problem, Severity } from '../../shared/rules/problem.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { MENDED_IN, positionOf } from './problem-commands.ts';
import type { Document } from '../app/session/document.ts';

/** The problems that a cell shows, with those of the whole row that show in it. */
export function problemsAt({ checker }: Document, row: RowId, position: number): readonly Problem[] {
  const problems = checker.problemsOf(row);
  return problems.length === 0 ? problems : problems.filter((problem) => positionOf(problem) === position);
}

/** The gravest problem of a cell; null where there is none. */
export function severityAt(
  { checker }: Pick<Document, 'checker'>,
  row: RowId,
  position: number,
): Severity | null {
  let gravest: Severity | null = null;
  for (const problem of checker.problemsOf(row)) {
    if (positionOf(problem) !== position) continue;
    if (problem.severity === 'error') return 'error';
    gravest = 'warning';
  }
  return gravest;
}

/** The gravest problem of a row; null where there is none. */
export function severityOfRow({ checker }: Document, row: RowId): Severity | null {
  const problems = checker.problemsOf(row);
  if (problems.length === 0) return null;
  return problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

/** How many problems show in a column, those of whole rows included. */
export function columnCounts(
  { checker: { counts } }: Pick<Document, 'checker'>,
  key: ColumnKey | null,
): { readonly error: number; readonly warning: number } {
  const shown = { error: 0, warning: 0, ...(key && counts.byColumn.get(key)) };
  for (const [code, column] of MENDED_IN) {
    const severity = ruleOf(code).severity === 'warning' ? 'warning' : 'error';
    if (column === key) shown[severity] += counts.byCode.get(code) ?? 0;
  }
  return shown;
}
