import { type ColumnKey, columns } from '../person/catalogue.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import type { Checker } from '../rules/checker.ts';
import type { Problem, ProblemCode, Severity } from '../rules/problem.ts';

/** What the texts of one column must be for a row to be shown. */
export interface ColumnFilter {
  /** The text contains this, in whatever case; empty for any text. */
  readonly contains: string;
  /** The text is one of these, by `filterValue`; null for any. */
  readonly values: ReadonlySet<string> | null;
}

/** Which problems a row must have to be shown: of a severity, of a kind, in a column, or any where nothing is said. */
export interface ProblemFilter {
  readonly severity: Severity | null;
  readonly code: ProblemCode | null;
  readonly column?: ColumnKey | null;
}

/** What a row must be like to be shown: every one of the columns' filters and that of problems hold. */
export interface RowFilter {
  /** By position in `Row.cells`. */
  readonly columns: ReadonlyMap<number, ColumnFilter>;
  readonly problems: ProblemFilter | null;
  /** Whether it must say something else than Agent Connect has, or be of someone new. */
  readonly changed: boolean;
}

export const NO_FILTER: RowFilter = { columns: new Map(), problems: null, changed: false };

/** What a filter asks about a row beside its texts. */
type Asked = Pick<Checker, 'problemsOf' | 'comparison'>;

/** Whether a filter lets every row through. */
export function isNoFilter(filter: RowFilter): boolean {
  return filter.columns.size === 0 && filter.problems === null && !filter.changed;
}

/** A filter with another one for a column, or without one where it is null. */
export function withColumn(filter: RowFilter, position: number, column: ColumnFilter | null): RowFilter {
  const columns = new Map(filter.columns);
  if (column === null || (column.contains === '' && column.values === null)) columns.delete(position);
  else columns.set(position, column);
  return { ...filter, columns };
}

/** What stands for every temporary password among a column's values; their texts are never listed or looked into. */
const HIDDEN = '••••••••';

/** The value under which a cell's text is listed and chosen. */
export function filterValue(position: number, text: string): string {
  return text !== '' && columns[position]?.field === 'password' ? HIDDEN : text;
}

/** A test of rows, made once for many of them. */
export function rowTest(filter: RowFilter, asked: Asked): (row: Row) => boolean {
  const tests = Array.from(filter.columns, ([position, column]) => columnTest(position, column));
  const { problems } = filter;
  const { comparison } = asked;
  if (problems !== null)
    tests.push((row) => asked.problemsOf(row.id).some((problem) => isMeant(problems, problem)));
  // Without a current team nobody can say what is changed.
  if (filter.changed && comparison !== null) tests.push(({ id }) => comparison.of(id)?.kind !== 'unchanged');
  return (row) => tests.every((test) => test(row));
}

function columnTest(position: number, { contains, values }: ColumnFilter): (row: Row) => boolean {
  const part = contains.toLowerCase();
  return (row) => {
    const value = filterValue(position, cellAt(row, position));
    // Stryker disable next-line StringLiteral: every text includes the empty one
    return (values === null || values.has(value)) && (part === '' || value.toLowerCase().includes(part));
  };
}

function isMeant({ severity, code, column = null }: ProblemFilter, problem: Problem): boolean {
  return (
    (severity === null || problem.severity === severity) &&
    (code === null || problem.code === code) &&
    (column === null || problem.column === column)
  );
}
