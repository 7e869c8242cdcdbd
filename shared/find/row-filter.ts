import { type ColumnKey, columns } from '../person/catalogue.ts';
import type { Change } from '../roster/change.ts';
import { cellAt, type Roster, type Row, type RowId } from '../roster/roster.ts';
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

/**
 * The rows that a filter let through when it was applied. They stay, whatever becomes of their texts and problems,
 * until it is applied again, so that no row jumps away while it is being fixed.
 */
export interface ShownRows {
  readonly filter: RowFilter;
  /** Also ids of rows that are gone: if they come back, they are shown again. */
  readonly ids: ReadonlySet<RowId>;
  /** In the roster's order. */
  readonly rows: readonly Row[];
  /** Place in `rows`, from 0. */
  readonly indexOf: ReadonlyMap<RowId, number>;
}

/** Applies a filter to the roster as it is now. */
export function applyFilter(
  roster: Roster,
  filter: RowFilter,
  checker: Parameters<typeof rowTest>[1],
): ShownRows {
  const passes = rowTest(filter, checker);
  return showing(roster, filter, new Set(roster.rows.filter(passes).map(({ id }) => id)));
}

/** The shown rows after a change of the roster: those that came are shown too, those that moved stay what they were. */
export function followChange(shown: ShownRows, roster: Roster, { removed, inserted }: Change): ShownRows {
  if (removed.length === 0 && inserted.length === 0) return shown;
  const moved = new Set(removed.map(({ row }) => row));
  const came = inserted.flatMap(({ row }) => (moved.has(row) ? [] : [row]));
  return showing(roster, shown.filter, new Set([...shown.ids, ...came]));
}

/** The shown rows and some more, where the view goes to what the filter hides. */
export function showAlso(shown: ShownRows, roster: Roster, ids: Iterable<RowId>): ShownRows {
  const all = new Set(shown.ids);
  for (const id of ids) all.add(id);
  return all.size === shown.ids.size ? shown : showing(roster, shown.filter, all);
}

function showing(roster: Roster, filter: RowFilter, ids: ReadonlySet<RowId>): ShownRows {
  const rows = roster.rows.filter(({ id }) => ids.has(id));
  return { filter, ids, rows, indexOf: new Map(rows.map(({ id }, index) => [id, index])) };
}

/** A text that stands in a column, and in how many rows. */
export interface ColumnValue {
  readonly value: string;
  readonly count: number;
}

/** Different texts that are put in the order of a comparison; more are in that of their code units. */
const MAX_COMPARED = 5000;

/** The different texts of a column in some rows, in the order of a comparison, the empty text last. */
export function columnValues(
  rows: readonly Row[],
  position: number,
  compare: (a: string, b: string) => number,
): ColumnValue[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = filterValue(position, cellAt(row, position));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  // Comparing as people do takes a second for 100,000 texts, and nobody reads a list that long.
  const order = counts.size > MAX_COMPARED ? compareUnits : compare;
  const isEmpty = ({ value }: ColumnValue): number => (value === '' ? 1 : 0);
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => isEmpty(a) - isEmpty(b) || order(a.value, b.value),
  );
}

function compareUnits(a: string, b: string): number {
  // Stryker disable next-line EqualityOperator: each value is listed once
  return a < b ? -1 : a > b ? 1 : 0;
}
