import { columnOf } from '../../shared/person/catalogue.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import { sentenceOf, titleOf } from '../../shared/rules/messages.ts';
import type { Problem, ProblemCode, Severity } from '../../shared/rules/problem.ts';
import type { OpenedRoster } from './open-roster.ts';
import { peopleOfFile } from './people-of-file.ts';
import { problemRowsInOrder } from './problems-in-order.ts';
import { showText } from './show-text.ts';

/** The problems for a person to read: by kind, errors first, each kind with its count, one line a problem. */
export function* listProblems(
  { read }: OpenedRoster,
  checker: Checker,
  of: readonly Severity[],
): Generator<string> {
  const people = peopleOfFile(read);
  const kinds = new Map<ProblemCode, Problem[]>();
  for (const row of problemRowsInOrder(read.roster, checker))
    for (const problem of checker.problemsOf(row.id)) {
      if (!of.includes(problem.severity)) continue;
      const kind = kinds.get(problem.code);
      if (kind) kind.push(problem);
      else kinds.set(problem.code, [problem]);
    }
  const width = String(read.lines.at(-1) ?? 0).length;
  for (const [code, problems] of [...kinds].sort(errorsFirst)) {
    yield `\n${titleOf(code)} (${code}): ${countOf(problems.length, problems[0]?.severity ?? 'error')}\n`;
    for (const problem of problems) {
      const line = String(people.lineOf(problem.row)).padStart(width);
      const column = problem.column === null ? '' : `${columnOf(problem.column).header}  `;
      yield `  line ${line}  ${column}${showText(sentenceOf(problem, people))}\n`;
    }
  }
}

/** “3 errors”, “1 warning”, “1,000 rows”. */
export function countOf(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}

function errorsFirst([, [a]]: [ProblemCode, Problem[]], [, [b]]: [ProblemCode, Problem[]]): number {
  return Number(a?.severity === 'warning') - Number(b?.severity === 'warning');
}

/** “3 errors and 1 warning.” */
export function countsSentence({ error, warning }: Checker['counts']): string {
  if (error + warning === 0) return 'No problems.';
  return `${countOf(error, 'error')} and ${countOf(warning, 'warning')}.`;
}

/** “ 2 rows changed, 1 not in Agent Connect, 44 as there.”; empty but for a bulk update. */
export function comparisonSentence({ comparison }: Pick<Checker, 'comparison'>): string {
  if (comparison === null) return '';
  const { changed, new: newcomers, unchanged } = comparison.counts;
  return ` ${countOf(changed, 'row')} changed, ${count(newcomers)} not in Agent Connect, ${count(unchanged)} as there.`;
}

function count(rows: number): string {
  return rows.toLocaleString('en-US');
}
