import { describe, expect, it } from 'vitest';
import { AT } from '../../../shared/person/catalogue.ts';
import {
  columnValues,
  filterValue,
  isNoFilter,
  NO_FILTER,
  type RowFilter,
  rowTest,
  withColumn,
} from '../../../shared/find/row-filter.ts';
import type { Problem } from '../../../shared/rules/problem.ts';
import type { TeamComparison } from '../../../shared/team/find-changes.ts';
import { OWNER } from '../rules/build-roster.ts';
import { makeRoster } from '../roster/make-roster.ts';

const { rows } = makeRoster([
  { role: 'Agent', email: 'ana@acme.example', temporaryPassword: 'secret one' },
  { role: 'Lead', email: 'Bob@ACME.example', temporaryPassword: 'secret two' },
  { role: 'Agent', email: 'cy@other.example' },
]);
const PROBLEMS = new Map<number, readonly Pick<Problem, 'code' | 'severity'>[]>([
  [1, [{ code: 'email.invalid', severity: 'error' }]],
  [2, [{ code: 'text.spaces', severity: 'warning' }]],
]);

/** The first is as in Agent Connect, of the last nobody knows. */
const COMPARISON: TeamComparison = {
  of: (row) => (row === 1 ? { kind: 'unchanged', member: OWNER } : { kind: 'new' }),
  counts: { new: 2, changed: 0, unchanged: 1 },
};

function passing(filter: RowFilter): number[] {
  // Only the code and the severity are looked at.
  const problemsOf = (row: number) => (PROBLEMS.get(row) ?? []) as readonly Problem[];
  const passes = rowTest(filter, { problemsOf, comparison: COMPARISON });
  return rows.filter(passes).map(({ id }) => id);
}

describe('rowTest', () => {
  it('lets a text through that contains a part, in whatever case', () => {
    expect(passing(withColumn(NO_FILTER, AT.email, { contains: 'acme', values: null }))).toEqual([1, 2]);
  });

  it('lets chosen values through, and asks every column', () => {
    const agents = withColumn(NO_FILTER, AT.role, { contains: '', values: new Set(['Agent']) });
    expect(passing(agents)).toEqual([1, 3]);
    expect(passing(withColumn(agents, AT.email, { contains: 'other', values: null }))).toEqual([3]);
  });

  it('asks for problems of a severity, of a kind, or of any', () => {
    const withProblems = (severity: 'error' | null, code: Problem['code'] | null): number[] =>
      passing({ ...NO_FILTER, problems: { severity, code } });
    expect(withProblems(null, null)).toEqual([1, 2]);
    expect(withProblems('error', null)).toEqual([1]);
    expect(withProblems(null, 'text.spaces')).toEqual([2]);
  });

  it('asks for rows that say something else than Agent Connect has, where that is known', () => {
    expect(passing({ ...NO_FILTER, changed: true })).toEqual([2, 3]);
    const passes = rowTest({ ...NO_FILTER, changed: true }, { problemsOf: () => [], comparison: null });
    expect(rows.filter(passes)).toHaveLength(3);
  });

  it('never looks into temporary passwords', () => {
    const filter = { contains: 'secret', values: null };
    expect(passing(withColumn(NO_FILTER, AT.temporaryPassword, filter))).toEqual([]);
    expect(filterValue(AT.temporaryPassword, 'secret one')).toBe(filterValue(AT.temporaryPassword, 'x'));
  });
});

describe('withColumn', () => {
  it('takes a filter that asks nothing away', () => {
    const filter = withColumn(NO_FILTER, 0, { contains: 'a', values: null });
    expect(isNoFilter(filter)).toBe(false);
    expect(isNoFilter(withColumn(filter, 0, { contains: '', values: null }))).toBe(true);
    expect(isNoFilter(withColumn(filter, 0, null))).toBe(true);
  });
});

describe('columnValues', () => {
  const compare = (a: string, b: string): number => (a < b ? -1 : 1);

  it('counts each text, the empty one last', () => {
    const values = columnValues(
      makeRoster([{ role: '' }, { role: 'B' }, { role: 'A' }, { role: 'B' }]).rows,
      0,
      compare,
    );
    expect(values).toEqual([
      { value: 'A', count: 1 },
      { value: 'B', count: 2 },
      { value: '', count: 1 },
    ]);
  });

  it('goes by the order of people up to 5,000 different texts, and by code units beyond', () => {
    const people = new Intl.Collator('en', { numeric: true }).compare;
    const values = (count: number): string[] => {
      const texts = Array.from({ length: count }, (_, at) => ({ role: `Agent ${(at * 7) % count}` }));
      return columnValues(makeRoster(texts).rows, 0, people).map(({ value }) => value);
    };
    const few = values(5000);
    expect(few).toEqual(few.toSorted(people));
    expect(few[2]).toBe('Agent 2');
    const many = values(5001);
    expect(many).toEqual(many.toSorted());
    expect(many[2]).toBe('Agent 10');
  });

  it('tells temporary passwords only as there or not', () => {
    expect(columnValues(rows, AT.temporaryPassword, compare).map(({ count }) => count)).toEqual([2, 1]);
  });
});

describe('a filter', () => {
  const all = { severity: null, code: null };

  it('is none only where it asks nothing', () => {
    expect(isNoFilter(NO_FILTER)).toBe(true);
    expect(isNoFilter({ ...NO_FILTER, problems: all })).toBe(false);
    expect(isNoFilter({ ...NO_FILTER, changed: true })).toBe(false);
    expect(isNoFilter(withColumn(NO_FILTER, 0, { contains: 'a', values: null }))).toBe(false);
    expect(isNoFilter(withColumn(NO_FILTER, 0, { contains: '', values: null }))).toBe(true);
    expect(isNoFilter(withColumn(NO_FILTER, 0, { contains: '', values: new Set() }))).toBe(false);
  });

  it('lists the texts of a column that the catalogue does not know as they are', () => {
    expect(filterValue(99, 'secret')).toBe('secret');
    expect(filterValue(AT.temporaryPassword, '')).toBe('');
  });

  it('means the problems of a column alone where it names one', () => {
    const problem = {
      row: 1,
      column: 'email',
      code: 'required',
      severity: 'error',
      facts: {},
      fixes: [],
    } as const;
    const passes = (column?: 'email' | 'role') =>
      rows.filter(
        rowTest(
          { ...NO_FILTER, problems: { ...all, ...(column && { column }) } },
          { problemsOf: (row) => (row === 1 ? [problem] : []), comparison: null },
        ),
      ).length;
    expect([passes(), passes('email'), passes('role')]).toEqual([1, 1, 0]);
  });
});
