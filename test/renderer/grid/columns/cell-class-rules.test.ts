import { describe, expect, it } from 'vitest';
import { selectionLook } from '../../../../renderer/grid/columns/cell-class-rules.ts';

const BLOCK = { firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 2, active: { row: 3, column: 0 } };
const NONE = { selected: false, active: false, top: false, bottom: false, left: false, right: false };

describe('selectionLook', () => {
  it('fills a block and draws its outer edges only', () => {
    expect(selectionLook(BLOCK, 2, 1)).toEqual({ ...NONE, selected: true });
    expect(selectionLook(BLOCK, 1, 2)).toEqual({ ...NONE, selected: true, top: true, right: true });
  });

  it('frames the active cell instead of filling it', () => {
    expect(selectionLook(BLOCK, 3, 0)).toEqual({ ...NONE, active: true, bottom: true, left: true });
  });

  it('frames a single cell without edges of a block', () => {
    const single = { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1, active: { row: 1, column: 1 } };
    expect(selectionLook(single, 1, 1)).toEqual({ ...NONE, active: true });
  });

  it('leaves every other cell alone', () => {
    expect(selectionLook(BLOCK, 0, 0)).toEqual(NONE);
    expect(selectionLook(null, 1, 1)).toEqual(NONE);
  });
});
