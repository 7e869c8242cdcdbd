import { describe, expect, it } from 'vitest';
import { around, fillArea } from '../../../../renderer/grid/fill/fill-area.ts';

const area = { firstRow: 3, lastRow: 4, firstColumn: 2, lastColumn: 2 };

describe('fillArea', () => {
  it('reaches from the edge to the cell, in one direction', () => {
    expect(fillArea(area, { row: 7, column: 2 }, 10)).toEqual({ ...area, firstRow: 5, lastRow: 7 });
    expect(fillArea(area, { row: 1, column: 3 }, 10)).toEqual({ ...area, firstRow: 1, lastRow: 2 });
    expect(fillArea(area, { row: 4, column: 5 }, 10)).toEqual({ ...area, firstColumn: 3, lastColumn: 5 });
    expect(fillArea(area, { row: 3, column: 0 }, 10)).toEqual({ ...area, firstColumn: 0, lastColumn: 1 });
  });

  it('is nothing inside the area, and stops at the last person', () => {
    expect(fillArea(area, { row: 4, column: 2 }, 10)).toBeNull();
    expect(fillArea(area, { row: 10, column: 2 }, 10)).toEqual({ ...area, firstRow: 5, lastRow: 9 });
    expect(fillArea(area, { row: 5, column: 2 }, 5)).toBeNull();
  });
});

describe('around', () => {
  it('holds both areas', () => {
    expect(around(area, { firstRow: 5, lastRow: 9, firstColumn: 2, lastColumn: 2 })).toEqual({
      ...area,
      lastRow: 9,
    });
  });
});
