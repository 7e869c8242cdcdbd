import { describe, expect, it, vi } from 'vitest';
import type { GridView } from '../../../../renderer/grid/view/grid-view.ts';
import { giveRows, giveRowsUpTo, loadRest } from '../../../../renderer/grid/view/load-rows.ts';
import { edit } from '../../../../renderer/app/session/edit-roster.ts';
import { displayedRows } from '../../../../renderer/app/session/displayed-rows.ts';
import { deleteRows, duplicateRows, moveRows } from '../../../../shared/roster/edits.ts';
import type { Row } from '../../../../shared/roster/roster.ts';
import { gridOfRows } from '../../headless-grid.ts';
import { documentOf } from '../../test-session.ts';

interface Transaction {
  readonly remove: readonly Row[];
  readonly add: readonly Row[];
  readonly addIndex: number;
}

/** A grid that holds the rows that it is handed, as AG Grid does, of which it has the first so many. */
async function gridOf(people: number, first = people) {
  const { session, view } = await gridOfRows([
    'First Name',
    ...Array.from({ length: people }, (_, at) => `P${at}`),
  ]);
  view.drawnRows = view.drawnRows.slice(0, first);
  const held = { rows: [...view.drawnRows, view.newRow], whole: 0, transactions: [] as number[] };
  Object.assign(view.api, {
    setGridOption: (name: string, rows: Row[]) => {
      if (name !== 'rowData') return;
      held.rows = rows.slice();
      held.whole += 1;
    },
    applyTransaction: ({ remove, add, addIndex }: Transaction) => {
      const gone = new Set(remove);
      held.rows = held.rows.filter((row) => !gone.has(row));
      held.rows.splice(addIndex, 0, ...add);
      held.transactions.push(remove.length + add.length);
    },
  });
  return { session, view, held };
}

const expectWhole = (view: GridView, rows: readonly Row[]): void => {
  expect(rows.map(({ id }) => id)).toEqual([...displayedRows(view.session), view.newRow].map(({ id }) => id));
};

const ids = (view: GridView, ...indexes: number[]): number[] =>
  indexes.map((index) => displayedRows(view.session)[index]?.id ?? -1);

describe('the rows of the grid', () => {
  it('follow every change, and only what changed is handed over', async () => {
    const { session, view, held } = await gridOf(40);
    const { roster } = documentOf(session);
    for (const make of [
      () => deleteRows(roster, ids(view, 3, 4)),
      () => duplicateRows(roster, ids(view, 7)),
      () => moveRows(roster, ids(view, 9), 2),
      () => deleteRows(roster, ids(view, 0)),
      () => deleteRows(roster, ids(view, roster.rows.length - 1)),
      () => duplicateRows(roster, ids(view, roster.rows.length - 1)),
    ]) {
      edit(session, 'Change', make());
      expectWhole(view, held.rows);
    }
    expect(held.whole).toBe(0);
    expect(held.transactions).toEqual([2, 1, 16, 1, 1, 1]);
  });

  it('are handed over whole where very many leave and come elsewhere', async () => {
    const { session, view, held } = await gridOf(1200);
    const { roster } = documentOf(session);
    edit(session, 'Few', moveRows(roster, ids(view, 400), 0));
    expect([held.whole, held.transactions]).toEqual([0, [802]]);
    edit(session, 'Many', moveRows(roster, ids(view, 1199), 0));
    await vi.waitFor(() => {
      expectWhole(view, held.rows);
    });
    expect([held.whole, held.transactions]).toEqual([1, [802]]);
    // None comes, so that none can be mistaken.
    edit(session, 'Delete', deleteRows(roster, ids(view, 1)));
    expect([held.whole, held.transactions]).toEqual([1, [802, 1]]);
    giveRows(view);
    expect(held.transactions).toHaveLength(2);
  });

  it('of a long roster come slice by slice', async () => {
    const { view, held } = await gridOf(14_000, 1000);
    const loading = loadRest(view);
    expect(view.isLoading).toBe(true);
    // A second time while it runs adds nothing.
    await loadRest(view);
    expect(held.rows).toHaveLength(1001);
    await loading;
    expectWhole(view, held.rows);
    expect(held.transactions).toEqual([6000, 6000, 1000]);
    expect(view.isLoading).toBe(false);
    await loadRest(view);
    expect(held.transactions).toHaveLength(3);
  });

  it('come at once up to one that somebody goes to, and not again', async () => {
    const { view, held } = await gridOf(3000, 1000);
    giveRowsUpTo(view, 999);
    expect(held.transactions).toEqual([]);
    giveRowsUpTo(view, 1000);
    expect(held.transactions).toEqual([2000]);
    expectWhole(view, held.rows);
    giveRowsUpTo(view, 3000);
    expect(held.transactions).toEqual([2000]);
  });

  it('come later while the roster is read or changes, and not at all for another one or a grid that is gone', async () => {
    const { session, view, held } = await gridOf(3000, 1000);
    session.store.setState({ document: { ...documentOf(session), held: 'changing' } });
    await loadRest(view);
    expect([held.rows.length, view.isLoading]).toEqual([1001, false]);
    session.store.setState({ document: { ...documentOf(session), held: null } });
    Object.assign(view.api, { isDestroyed: () => true });
    await loadRest(view);
    expect(held.rows).toHaveLength(1001);
    Object.assign(view.api, { isDestroyed: () => false });
    view.isLoading = false;
    const loading = loadRest(view);
    session.store.setState({ document: null });
    await loading;
    expect(held.rows).toHaveLength(1001);
  });

  it('that are many at once begin with the first, and the rest follows', async () => {
    const { session, view, held } = await gridOf(7000, 0);
    giveRows(view);
    expect(held.rows).toHaveLength(6001);
    await vi.waitFor(() => {
      expectWhole(view, held.rows);
    });
    expect(documentOf(session).roster.rows).toHaveLength(7000);
  });
});
