import { describe, expect, it } from 'vitest';
import { cellsChange, isNothing, reverse } from '../../../shared/roster/change.ts';
import { emptyRoster } from '../../../shared/roster/roster.ts';

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
    expect(reverse(reverse(change))).toEqual(change);
    expect(reverse(change).inserted).toBe(change.removed);
  });
});
