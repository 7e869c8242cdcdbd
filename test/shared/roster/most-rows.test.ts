import { expect, it } from 'vitest';
import { rowsAfter } from '../../../shared/roster/change.ts';
import { makeRoster } from './make-roster.ts';

it('counts the rows that come and those that leave', () => {
  const row = { row: 1, index: 0, cells: [] };
  const change = { cells: [], removed: [row], inserted: [row, row, row] };
  expect(rowsAfter(makeRoster([{}, {}]), change)).toBe(4);
});
