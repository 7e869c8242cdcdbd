import { expect, it } from 'vitest';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { check } from '../../../shared/rules/checker.ts';
import { dayOrderQuestion } from '../../../shared/rules/day-order-question.ts';
import { cellsOf, SETTINGS } from './build-roster.ts';

function questionOf(...dates: readonly string[]) {
  const roster = emptyRoster();
  for (const date of dates) appendRow(roster, cellsOf({ startDate: date }));
  return dayOrderQuestion(roster, check(roster, SETTINGS));
}

it('asks about the first date that could be two, with both', () => {
  expect(questionOf('2026-03-01', '03/03/2026', ' 03/04/2026', '05/06/2026')).toEqual({
    value: '03/04/2026',
    dmy: '2026-04-03',
    mdy: '2026-03-04',
  });
});

it('asks nothing where a date of the roster tells, or none depends on it', () => {
  expect(questionOf('03/04/2026', '25/12/2026')).toBeNull();
  expect(questionOf('2026-03-04', '4 March 2026')).toBeNull();
});

it('asks where dates of the roster contradict each other', () => {
  expect(questionOf('03/04/2026', '25/12/2026', '12/25/2026')).not.toBeNull();
});

it('passes over dates that could be more than two', () => {
  expect(questionOf('25-12-10', '03/04/2026')).toMatchObject({ value: '03/04/2026' });
});
