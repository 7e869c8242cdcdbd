import type { CellClassParams } from 'ag-grid-community';
import { describe, expect, it } from 'vitest';
import { AT, type ColumnKey } from '../../../../shared/columns/catalogue.ts';
import type { Row } from '../../../../shared/roster/roster.ts';
import { cellClassRules, selectionLook } from '../../../../renderer/grid/columns/cell-class-rules.ts';
import { headlessGrid } from '../../headless-grid.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

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

describe('cellClassRules', () => {
  /** The classes by problems of a cell, of three people: the second has two spaces in a name, the third no address. */
  async function marksOf(row: number, key: ColumnKey): Promise<string[]> {
    const { session } = testSession();
    await openRows(session, [
      'Email Address\tEmployee ID\tFirst Name',
      'ana@acme.example\t00123\tAna',
      'ben@acme.example\t00124\tBen  Jo',
      'cleo@@acme.example\t00125\tCleo',
    ]);
    const { view, destroy } = headlessGrid(session);
    const rules = cellClassRules(view, AT[key]);
    const data = documentOf(session).roster.rows[row];
    // Of all that the grid gives, the rules read the node and the row.
    const params: unknown = { node: { rowIndex: row }, data };
    const marks = ['rc-error', 'rc-warning'].filter((name) => {
      const rule = rules[name];
      return typeof rule === 'function' && rule(params as CellClassParams<Row, string>);
    });
    destroy();
    return marks;
  }

  it('marks what is wrong as an error, what may be wrong as a warning, and nothing else', async () => {
    expect(await marksOf(2, 'email')).toEqual(['rc-error']);
    expect(await marksOf(1, 'firstName')).toEqual(['rc-warning']);
    expect(await marksOf(0, 'firstName')).toEqual([]);
    expect(await marksOf(2, 'firstName')).toEqual([]);
  });
});
