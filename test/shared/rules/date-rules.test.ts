import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../shared/rules/settings.ts';
import { sentenceOf } from '../../../shared/rules/messages.ts';
import { checkPeople, codesOf, problemOf } from './build-roster.ts';

function safeDate(text: string, settings: Partial<Settings> = {}): string | null {
  const problem = problemOf('date.format', { startDate: text }, settings);
  expect(problem?.severity ?? 'warning').toBe('warning');
  const [fix] = problem?.fixes ?? [];
  return fix?.safe === true ? (fix.changes[0]?.to ?? null) : null;
}

describe('dates', () => {
  it.each([
    ['15 March 2026', '2026-03-15'],
    ['March 15, 2026', '2026-03-15'],
    ['Sunday, March 15th, 2026', '2026-03-15'],
    ['15-Mar-26', '2026-03-15'],
    ['15. März 2026', '2026-03-15'],
    ['1er mars 2026', '2026-03-01'],
    ['15 de marzo de 2026', '2026-03-15'],
    ['15 juil. 2025', '2025-07-15'],
    ['15 Sept 2025', '2025-09-15'],
    ['2026 March 15', '2026-03-15'],
    ['3/15/26', '2026-03-15'],
    ['15/03/2026', '2026-03-15'],
    ['15.03.2026', '2026-03-15'],
    ['15-3-1998', '1998-03-15'],
    ['05/05/2026', '2026-05-05'],
    ['2026/3/15', '2026-03-15'],
    ['2026.03.15', '2026-03-15'],
    ['20260315', '2026-03-15'],
    ['2026年3月15日', '2026-03-15'],
    ['46096', '2026-03-15'],
    ['46096.5', '2026-03-15'],
    ['2026-03-15 00:00:00', '2026-03-15'],
    ['2026-03-15T00:00:00.000Z', '2026-03-15'],
    ['3/15/2026 12:00 AM', '2026-03-15'],
    ['29 Feb 2024', '2024-02-29'],
    ['12/31/99', '1999-12-31'],
  ])('date.format: %j is surely %s', (text, date) => {
    expect(safeDate(text)).toBe(date);
  });

  it('date.format: says what the date is', () => {
    const { checker, people } = checkPeople([{ startDate: '3/15/26' }]);
    expect(checker.problemsOf(2).map((problem) => sentenceOf(problem, people))).toEqual([
      '“3/15/26” is 15 March 2026; Agent Connect takes it as 2026-03-15.',
    ]);
  });

  it.each(['2026-03-15', '', ' 2026-03-15'])('date.format: %j needs no other form', (text) => {
    expect(safeDate(text)).toBeNull();
  });

  it.each([
    ['2026-02-30', 'There is no such date as “2026-02-30”; enter it as YYYY-MM-DD.'],
    ['13/13/2026', 'There is no such date as “13/13/2026”; enter it as YYYY-MM-DD.'],
    ['30 Feb 2026', 'There is no such date as “30 Feb 2026”; enter it as YYYY-MM-DD.'],
    ['2025-02-29', 'There is no such date as “2025-02-29”; enter it as YYYY-MM-DD.'],
    ['0/1/2026', 'There is no such date as “0/1/2026”; enter it as YYYY-MM-DD.'],
    ['soon', '“soon” is not a date; enter one as YYYY-MM-DD or leave the cell empty.'],
    ['March 2026', '“March 2026” is not a date; enter one as YYYY-MM-DD or leave the cell empty.'],
    ['12345', '“12345” is not a date; enter one as YYYY-MM-DD or leave the cell empty.'],
    ['99999', '“99999” is not a date; enter one as YYYY-MM-DD or leave the cell empty.'],
  ])('date.invalid: %j', (text, sentence) => {
    const { checker, people } = checkPeople([{ startDate: text }]);
    const problems = checker.problemsOf(2);
    expect(problems).toMatchObject([{ code: 'date.invalid', severity: 'error', fixes: [] }]);
    expect(problems.map((problem) => sentenceOf(problem, people))).toEqual([sentence]);
  });

  it('date.ambiguous: both readings are offered where nothing tells', () => {
    const { checker, people } = checkPeople([{ startDate: '03/04/2026' }]);
    const [problem] = checker.problemsOf(2);
    expect(problem).toMatchObject({
      code: 'date.ambiguous',
      severity: 'warning',
      fixes: [
        { safe: false, changes: [{ row: 2, column: 'startDate', to: '2026-04-03' }] },
        { safe: false, changes: [{ row: 2, column: 'startDate', to: '2026-03-04' }] },
      ],
    });
    expect(problem && sentenceOf(problem, people)).toBe(
      '“03/04/2026” could be 3 April 2026 or 4 March 2026; choose which.',
    );
  });

  it('date.ambiguous: the roster’s own dates decide before the settings, the settings before nothing', () => {
    const read = (others: string[], dayOrder: Settings['dayOrder']): string | undefined => {
      const people = ['03/04/2026', ...others].map((startDate) => ({ startDate }));
      const [problem] = checkPeople(people, { dayOrder }).checker.problemsOf(2);
      return problem?.code === 'date.format' ? problem.facts.date : problem?.code;
    };
    expect(read([], 'dmy')).toBe('2026-04-03');
    expect(read([], 'mdy')).toBe('2026-03-04');
    expect(read(['15/03/2026'], 'mdy')).toBe('2026-04-03');
    expect(read(['3/15/2026'], 'dmy')).toBe('2026-03-04');
    expect(read(['3/15/2026', '15/03/2026'], null)).toBe('date.ambiguous');
    expect(read(['3/15/2026', '15/03/2026'], 'mdy')).toBe('2026-03-04');
    expect(read(['2026-03-15', '05/05/2026', '15 March 2026'], null)).toBe('date.ambiguous');
  });

  it('date.ambiguous: a short year may come first', () => {
    expect(codesOf({ startDate: '26-03-15' })).toEqual(['date.ambiguous']);
  });

  it('date.ambiguous: a late universal time may have been the next midnight', () => {
    expect(problemOf('date.ambiguous', { startDate: '2026-03-14T23:00:00.000Z' })?.facts).toMatchObject({
      readings: ['2026-03-14', '2026-03-15'],
    });
  });

  it.each([
    ['1949-12-31', '31 December 1949 is very long ago for a start date; check the year.'],
    ['2028-06-02', '2 June 2028 is more than two years ahead for a start date; check the year.'],
  ])('date.implausible: %j', (text, sentence) => {
    const { checker, people } = checkPeople([{ startDate: text }]);
    expect(checker.problemsOf(2)).toMatchObject([
      { code: 'date.implausible', severity: 'warning', fixes: [] },
    ]);
    expect(checker.problemsOf(2).map((problem) => sentenceOf(problem, people))).toEqual([sentence]);
  });

  it.each(['1950-01-01', '2028-06-01'])('date.implausible: %j is fine', (text) => {
    expect(codesOf({ startDate: text })).toEqual([]);
  });

  it('date.implausible: together with another form', () => {
    expect(codesOf({ startDate: '1 May 1930' })).toEqual(['date.format', 'date.implausible']);
  });
});
