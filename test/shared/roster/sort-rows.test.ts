import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, type ColumnKey } from '../../../shared/person/catalogue.ts';
import { applyChange, isNothing, reverseChange } from '../../../shared/roster/change.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { sortRows } from '../../../shared/roster/sort-rows.ts';
import { makeRoster, textsOf } from './make-roster.ts';

const compare = new Intl.Collator('en', { numeric: true }).compare;

function sorted(key: ColumnKey, texts: readonly string[], direction: 'ascending' | 'descending'): string[] {
  const roster = makeRoster(texts.map((text) => ({ [key]: text })));
  sort(roster, key, direction);
  return textsOf(roster, key);
}

function sort(roster: Roster, key: ColumnKey, direction: 'ascending' | 'descending', rows = roster.rows) {
  const change = finish(sortRows(roster, rows, { position: AT[key], direction }, compare));
  finish(applyChange(roster, change));
  return change;
}

describe('sortRows', () => {
  it('puts IDs in the order of their numbers, empty cells last both ways', () => {
    const ids = ['10', '', '9', '0020018', ' '];
    expect(sorted('employeeId', ids, 'ascending')).toEqual(['9', '10', '0020018', '', ' ']);
    expect(sorted('employeeId', ids, 'descending')).toEqual(['0020018', '10', '9', '', ' ']);
  });

  it('puts dates in the order of their days, whatever their form, and other texts after them', () => {
    const dates = ['soon', '2024-03-01', '1 Feb 2024', '', '2023-12-31'];
    expect(sorted('startDate', dates, 'ascending')).toEqual([
      '2023-12-31',
      '1 Feb 2024',
      '2024-03-01',
      'soon',
      '',
    ]);
  });

  it('keeps rows with one day in their order, however each writes it', () => {
    const dates = ['2024-03-01', '1 Mar 2024', '2024-03-01', '2023-12-31', '1 Mar 2024'];
    const roster = makeRoster(dates.map((startDate) => ({ startDate })));
    sort(roster, 'startDate', 'ascending');
    expect(roster.rows.map(({ id }) => id)).toEqual([4, 1, 2, 3, 5]);
  });

  it('sorts names as people do', () => {
    expect(sorted('lastName', ['Zoë', 'ångström', 'Ana', 'Østby', 'bob'], 'ascending')).toEqual([
      'Ana',
      'ångström',
      'bob',
      'Østby',
      'Zoë',
    ]);
  });

  it('sorts more different texts than are sorted at once, both ways', () => {
    // 3,001 texts and an empty one: three runs of 1,024 are merged, in texts as in rows.
    const numbers = Array.from({ length: 3001 }, (_, at) => (at * 1009) % 3001);
    const texts = numbers.map((number) => `Agent ${number}`);
    const inOrder = Array.from(numbers, (_, at) => `Agent ${at}`);
    expect(sorted('lastName', ['', ...texts], 'ascending')).toEqual([...inOrder, '']);
    expect(sorted('lastName', ['', ...texts], 'descending')).toEqual([...inOrder.toReversed(), '']);
  });

  it('keeps thousands of rows with the same text in their order', () => {
    const roster = makeRoster(Array.from({ length: 2500 }, (_, at) => ({ role: at % 2 === 0 ? 'B' : 'A' })));
    sort(roster, 'role', 'ascending');
    const expected = [
      ...Array.from({ length: 1250 }, (_, at) => 2 * at + 2),
      ...Array.from({ length: 1250 }, (_, at) => 2 * at + 1),
    ];
    expect(roster.rows.map(({ id }) => id)).toEqual(expected);
  });

  it('sorts some rows among their own places', () => {
    const roster = makeRoster(['d', 'z', 'c', 'b', 'y'].map((firstName) => ({ firstName })));
    const some = roster.rows.filter((_, index) => [0, 2, 3].includes(index));
    sort(roster, 'firstName', 'ascending', some);
    expect(textsOf(roster, 'firstName')).toEqual(['b', 'z', 'c', 'd', 'y']);
    const others = makeRoster(['d', 'z', 'c', 'b', 'y'].map((firstName) => ({ firstName })));
    sort(
      others,
      'firstName',
      'ascending',
      [3, 0, 2].flatMap((index) => others.rows[index] ?? []),
    );
    expect(textsOf(others, 'firstName')).toEqual(['b', 'z', 'c', 'd', 'y']);
  });

  it('changes nothing where all is in order', () => {
    const roster = makeRoster([{ role: 'A' }, { role: 'A' }, { role: 'B' }]);
    expect(isNothing(sort(roster, 'role', 'ascending'))).toBe(true);
  });

  it('is stable both ways, sorts, and is undone by its reverse', () => {
    const directions = fc.constantFrom('ascending' as const, 'descending' as const);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', '')), directions, (texts, direction) => {
        const roster = makeRoster(texts.map((role) => ({ role })));
        const before = textsOf(roster, 'role');
        const change = sort(roster, 'role', direction);
        const order = direction === 'ascending' ? ['a', 'b', 'c'] : ['c', 'b', 'a'];
        const expected = [...order, ''].flatMap((text) =>
          texts.flatMap((role, index) => (role === text ? [index + 1] : [])),
        );
        expect(roster.rows.map(({ id }) => id)).toEqual(expected);
        finish(applyChange(roster, finish(reverseChange(change))));
        expect(textsOf(roster, 'role')).toEqual(before);
      }),
    );
  });
});
