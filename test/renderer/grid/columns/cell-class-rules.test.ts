import type { CellClassParams } from 'ag-grid-community';
import { describe, expect, it } from 'vitest';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import type { Row } from '../../../../shared/roster/roster.ts';
import { cellClassRules, selectionMarks } from '../../../../renderer/grid/columns/cell-class-rules.ts';
import { beginCut } from '../../../../renderer/grid/clipboard/copy-cells.ts';
import type { GridView } from '../../../../renderer/grid/view/grid-view.ts';
import { headlessGrid } from '../../headless-grid.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

const BLOCK = { firstRow: 1, lastRow: 3, firstColumn: 0, lastColumn: 2, active: { row: 3, column: 0 } };
const NONE = { selected: false, active: false, top: false, bottom: false, left: false, right: false };

describe('selectionMarks', () => {
  it('fills a block and draws its outer edges only', () => {
    expect(selectionMarks(BLOCK, 2, 1)).toEqual({ ...NONE, selected: true });
    expect(selectionMarks(BLOCK, 1, 2)).toEqual({ ...NONE, selected: true, top: true, right: true });
  });

  it('frames the active cell instead of filling it', () => {
    expect(selectionMarks(BLOCK, 3, 0)).toEqual({ ...NONE, active: true, bottom: true, left: true });
  });

  it('frames a single cell without edges of a block', () => {
    const single = { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1, active: { row: 1, column: 1 } };
    expect(selectionMarks(single, 1, 1)).toEqual({ ...NONE, active: true });
  });

  it('leaves every other cell alone', () => {
    expect(selectionMarks(BLOCK, 0, 0)).toEqual(NONE);
    expect(selectionMarks(null, 1, 1)).toEqual(NONE);
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

  describe('in a grid', () => {
    /** All classes of a cell of three people, once something is as a test wants it. */
    async function classesOf(
      arrange: (view: GridView) => void,
      row: number,
      key: ColumnKey,
    ): Promise<string[]> {
      const { session } = testSession();
      await openRows(session, ['First Name\tLast Name', 'Ana\tRuiz', 'Ben\tRay', 'Cleo\tOh']);
      const { view, destroy } = headlessGrid(session);
      arrange(view);
      const data = row === 3 ? view.newRow : documentOf(session).roster.rows[row];
      const params: unknown = { node: { rowIndex: row }, data };
      const rules = Object.entries(cellClassRules(view, AT[key]));
      const marks = rules.filter(
        ([, rule]) => typeof rule === 'function' && rule(params as CellClassParams<Row, string>),
      );
      destroy();
      return marks.map(([name]) => name).filter((name) => !['rc-error', 'rc-warning'].includes(name));
    }
    const column = (view: GridView, key: ColumnKey): number => view.shownPositions.indexOf(AT[key]);
    const area = (view: GridView) => ({
      firstRow: 0,
      lastRow: 1,
      firstColumn: column(view, 'firstName'),
      lastColumn: column(view, 'lastName'),
    });

    it('a block has its fill, its edges and, in its last cell, the handle', async () => {
      const select = (view: GridView): void => {
        view.block = { ...area(view), active: { row: 0, column: column(view, 'firstName') } };
      };
      expect(await classesOf(select, 0, 'firstName')).toEqual(['rc-active', 'rc-edge-top', 'rc-edge-left']);
      expect(await classesOf(select, 1, 'lastName')).toEqual([
        'rc-selected',
        'rc-edge-bottom',
        'rc-edge-right',
        'rc-corner',
      ]);
      expect(await classesOf(select, 1, 'firstName')).not.toContain('rc-corner');
      expect(await classesOf(select, 0, 'lastName')).not.toContain('rc-corner');
      expect(await classesOf(select, 2, 'lastName')).toEqual([]);
    });

    it('what would be filled is marked from its first cell to its last', async () => {
      const preview = (view: GridView): void => {
        view.fillPreview = { ...area(view), firstRow: 1 };
      };
      for (const key of ['firstName', 'lastName'] as const)
        expect(await classesOf(preview, 1, key)).toEqual(['rc-filling']);
      expect(await classesOf(preview, 0, 'firstName')).toEqual([]);
      expect(await classesOf(preview, 2, 'lastName')).toEqual([]);
      expect(await classesOf(preview, 1, 'role')).toEqual([]);
      expect(await classesOf(preview, 1, 'email')).toEqual([]);
    });

    it('what was cut and what was found are marked, of people alone', async () => {
      const cut = (view: GridView): void => {
        const { rows } = documentOf(view.session).roster;
        beginCut(view, { rows: rows.slice(0, 1), positions: [AT.firstName] }, 'Ana');
      };
      expect(await classesOf(cut, 0, 'firstName')).toEqual(['rc-cut']);
      expect(await classesOf(cut, 1, 'firstName')).toEqual([]);
      expect(await classesOf(cut, 0, 'lastName')).toEqual([]);
      const find = (view: GridView): void => {
        const found = {
          byRow: new Map([[documentOf(view.session).roster.rows[1]?.id ?? -1, [AT.lastName]]]),
          count: 1,
        };
        view.session.store.setState({ find: { ...view.session.store.getState().find, found } });
      };
      expect(await classesOf(find, 1, 'lastName')).toEqual(['rc-found']);
      expect(await classesOf(find, 0, 'lastName')).toEqual([]);
      expect(await classesOf(find, 3, 'lastName')).toEqual([]);
    });
  });
});
