import { describe, expect, it } from 'vitest';
import { planPaste } from '../../../../renderer/grid/clipboard/paste-rows.ts';

const selection = (firstRow: number, firstColumn: number, rows = 1, columns = 1) => ({
  firstRow,
  firstColumn,
  lastRow: firstRow + rows - 1,
  lastColumn: firstColumn + columns - 1,
  active: { row: firstRow, column: firstColumn },
});

describe('planPaste', () => {
  it('begins at the selected cell', () => {
    expect(planPaste({ rows: 2, columns: 3 }, selection(4, 5), 17)).toEqual({
      firstRow: 4,
      firstColumn: 5,
      rows: 2,
      columns: 3,
      leftOut: 0,
    });
  });

  it('fills a selection into which the block fits a whole number of times', () => {
    expect(planPaste({ rows: 1, columns: 1 }, selection(0, 0, 5, 2), 17)).toMatchObject({
      rows: 5,
      columns: 2,
    });
    expect(planPaste({ rows: 2, columns: 1 }, selection(0, 0, 6, 1), 17)).toMatchObject({
      rows: 6,
      columns: 1,
    });
  });

  it('goes in once where it does not fit so', () => {
    expect(planPaste({ rows: 2, columns: 1 }, selection(0, 0, 5, 1), 17)).toMatchObject({
      rows: 2,
      columns: 1,
    });
    expect(planPaste({ rows: 4, columns: 2 }, selection(0, 0, 2, 1), 17)).toMatchObject({
      rows: 4,
      columns: 2,
    });
  });

  it('counts the columns past the last one', () => {
    expect(planPaste({ rows: 1, columns: 4 }, selection(0, 15), 17)).toMatchObject({
      columns: 2,
      leftOut: 2,
    });
  });
});
