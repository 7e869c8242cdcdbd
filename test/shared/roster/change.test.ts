import { describe, expect, it } from 'vitest';
import { cellsChange, isMove, isNothing, reverseChange } from '../../../shared/roster/change.ts';
import { emptyRoster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';

describe('cellsChange', () => {
  it('leaves out cells that stay as they are', () => {
    const changed = { row: 1, position: 0, from: 'a', to: 'b' };
    expect(cellsChange([changed, { row: 1, position: 1, from: 'c', to: 'c' }]).cells).toEqual([changed]);
  });
});

describe('isNothing', () => {
  it('is true of no difference only', () => {
    const { columns } = emptyRoster();
    const row = { row: 1, index: 0, cells: [] };
    expect(isNothing(cellsChange([]))).toBe(true);
    expect(isNothing(cellsChange([{ row: 1, position: 0, from: '', to: 'a' }]))).toBe(false);
    expect(isNothing({ cells: [], removed: [row], inserted: [] })).toBe(false);
    expect(isNothing({ cells: [], removed: [], inserted: [row] })).toBe(false);
    expect(isNothing({ ...cellsChange([]), columns: { from: columns, to: columns } })).toBe(false);
  });
});

describe('isMove', () => {
  const placed = (row: number) => ({ row, index: row, cells: [] });
  const [one, two] = [placed(1), placed(2)];
  const moved = { cells: [], removed: [one, two], inserted: [two, one] };

  it('is true where the same rows leave and come', () => {
    expect(isMove(moved)).toBe(true);
  });

  it('is false where texts, columns or other rows change, and where nothing does', () => {
    const { columns } = emptyRoster();
    const cell = { row: 1, position: 0, from: '', to: 'a' };
    expect(isMove(cellsChange([]))).toBe(false);
    expect(isMove(cellsChange([cell]))).toBe(false);
    expect(isMove({ ...moved, cells: [cell] })).toBe(false);
    expect(isMove({ ...moved, columns: { from: columns, to: columns } })).toBe(false);
    expect(isMove({ ...moved, inserted: [one] })).toBe(false);
    expect(isMove({ ...moved, removed: [one], inserted: [two] })).toBe(false);
    expect(isMove({ ...moved, inserted: [one, { ...two, row: 3 }] })).toBe(false);
  });
});

describe('reverse', () => {
  it('of a reversed change is the change', () => {
    const { columns } = emptyRoster();
    const change = {
      cells: [
        { row: 1, position: 0, from: 'a', to: 'b' },
        { row: 2, position: 0, from: 'c', to: 'd' },
      ],
      removed: [{ row: 3, index: 2, cells: ['x'] }],
      inserted: [],
      columns: { from: columns, to: { ...columns, optional: ['photoUrl' as const] } },
    };
    expect(finish(reverseChange(finish(reverseChange(change))))).toEqual(change);
    expect(finish(reverseChange(change)).inserted).toBe(change.removed);
  });
});
