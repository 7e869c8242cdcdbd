import { describe, expect, it } from 'vitest';
import { AT } from '../../../shared/person/catalogue.ts';
import { applyChange, type Change } from '../../../shared/roster/change.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { makeRoster, textsOf } from './make-roster.ts';

const nothing: Change = { cells: [], removed: [], inserted: [] };
const fiveRows = () => makeRoster(['a', 'b', 'c', 'd', 'e'].map((role) => ({ role })));

describe('apply', () => {
  it('takes rows out, puts rows in, and numbers them again', () => {
    const roster = fiveRows();
    finish(
      applyChange(roster, {
        cells: [{ row: 5, position: AT.role, from: 'e', to: 'E' }],
        removed: [
          { row: 1, index: 0, cells: ['a'] },
          { row: 3, index: 2, cells: ['c'] },
        ],
        inserted: [
          { row: 9, index: 1, cells: ['x'] },
          { row: 10, index: 4, cells: ['y'] },
        ],
      }),
    );
    expect(textsOf(roster, 'role')).toEqual(['b', 'x', 'd', 'E', 'y']);
    expect(roster.rows.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect([...roster.byId.keys()].sort((a, b) => a - b)).toEqual([2, 4, 5, 9, 10]);
    expect(roster.nextId).toBe(11);
  });

  it('keeps the object of a row that moves', () => {
    const roster = fiveRows();
    const [first] = roster.rows;
    const cells = first?.cells ?? [];
    finish(
      applyChange(roster, {
        ...nothing,
        removed: [{ row: 1, index: 0, cells }],
        inserted: [{ row: 1, index: 4, cells }],
      }),
    );
    expect(roster.rows[4]).toBe(first);
    expect(roster.byId.get(1)).toBe(first);
  });

  it('does not share the cells of a row that it puts in', () => {
    const roster = fiveRows();
    const cells = ['x'];
    finish(applyChange(roster, { ...nothing, inserted: [{ row: 6, index: 5, cells }] }));
    finish(applyChange(roster, { ...nothing, cells: [{ row: 6, position: AT.role, from: 'x', to: 'z' }] }));
    expect(cells).toEqual(['x']);
  });

  it('lengthens a short row up to a cell', () => {
    const roster = makeRoster([]);
    finish(applyChange(roster, { ...nothing, inserted: [{ row: 1, index: 0, cells: [] }] }));
    finish(applyChange(roster, { ...nothing, cells: [{ row: 1, position: 2, from: '', to: 'x' }] }));
    expect(roster.rows[0]?.cells).toEqual(['', '', 'x']);
  });

  it.each<[string, Partial<Change>]>([
    ['a text that has changed', { cells: [{ row: 1, position: 0, from: 'z', to: 'y' }] }],
    ['a cell of no row', { cells: [{ row: 99, position: 0, from: '', to: 'y' }] }],
    ['a row that is elsewhere', { removed: [{ row: 1, index: 1, cells: [] }] }],
    ['a row that is there already', { inserted: [{ row: 1, index: 0, cells: [] }] }],
    [
      'a place beyond the end',
      { removed: [{ row: 1, index: 0, cells: [] }], inserted: [{ row: 7, index: 9, cells: [] }] },
    ],
  ])('throws for %s before anything moves', (_, part) => {
    const roster = fiveRows();
    expect(() => {
      finish(applyChange(roster, { ...nothing, ...part }));
    }).toThrow();
    expect(roster).toEqual(fiveRows());
  });
});
