import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteSelected, duplicateSelected } from '../../../../renderer/grid/commands/row-commands.ts';
import { sortColumn } from '../../../../renderer/grid/commands/sort-commands.ts';
import { clearCells } from '../../../../renderer/grid/editing/edit-cells.ts';
import type { GridView } from '../../../../renderer/grid/view/grid-view.ts';
import { edit, redoStep, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import { selectedRows } from '../../../../renderer/app/session/selected-rows.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import type { Selection } from '../../../../renderer/app/session/document.ts';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import { setCells } from '../../../../shared/roster/edits.ts';
import { headlessGrid } from '../../headless-grid.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

let session: Session;
let grid: { readonly view: GridView; readonly destroy: () => void };

beforeEach(async () => {
  session = testSession().session;
  const names = ['Ana', 'Ben', 'Cleo', 'Dora', 'Eve'];
  await openRows(session, [
    'First Name\tLast Name\tHome Town',
    ...names.map((name) => `${name}\tRuiz\tCork`),
  ]);
  grid = headlessGrid(session);
});
afterEach(() => {
  grid.destroy();
});

function select(kind: Selection['kind'], from: number, to: number, key: ColumnKey = 'firstName'): void {
  const { rows } = documentOf(session).roster;
  const at = (index: number) => ({ row: rows[index]?.id ?? -1, position: AT[key] });
  session.store.setState({ selection: { kind, anchor: at(from), head: at(to) } });
}

/** What is selected: how, and the first names of the rows; of cells the columns too. */
function selected(): unknown[] {
  const { selection } = session.store.getState();
  const document = documentOf(session);
  const names = selectedRows(document, selection).map(
    (id) => document.roster.byId.get(id)?.cells[AT.firstName],
  );
  return [selection?.kind, ...names];
}

const names = (): unknown[] => documentOf(session).roster.rows.map(({ cells }) => cells[AT.firstName]);

describe('undoing a deletion', () => {
  it('selects the one row that comes back, whole where it was whole', () => {
    select('rows', 1, 1);
    deleteSelected(session, documentOf(session));
    expect(names()).toEqual(['Ana', 'Cleo', 'Dora', 'Eve']);
    expect(selected()).toEqual(['rows', 'Cleo']);
    undoStep(session);
    expect(selected()).toEqual(['rows', 'Ben']);
    redoStep(session);
    expect(selected()).toEqual(['rows', 'Cleo']);
  });

  it('selects the cell in the one row that comes back, where a cell was selected', () => {
    select('cells', 1, 1, 'lastName');
    deleteSelected(session, documentOf(session));
    undoStep(session);
    expect(selected()).toEqual(['cells', 'Ben']);
    expect(session.store.getState().selection).toMatchObject({ anchor: { position: AT.lastName } });
  });

  it('selects all of several rows that come back, whole though only their cells were selected', () => {
    select('cells', 1, 3);
    deleteSelected(session, documentOf(session));
    undoStep(session);
    expect(selected()).toEqual(['rows', 'Ben', 'Cleo', 'Dora']);
  });

  it('selects two rows that come back as whole ones, too', () => {
    select('cells', 0, 1);
    deleteSelected(session, documentOf(session));
    select('cells', 2, 2);
    undoStep(session);
    expect(selected()).toEqual(['rows', 'Ana', 'Ben']);
  });

  it('goes to the row that comes back at the end, and selects all where none was left', () => {
    select('rows', 4, 4);
    deleteSelected(session, documentOf(session));
    undoStep(session);
    expect(selected()).toEqual(['cells', 'Eve']);
    select('rows', 0, 4);
    deleteSelected(session, documentOf(session));
    expect(names()).toEqual([]);
    undoStep(session);
    expect(selected()).toEqual(['rows', 'Ana', 'Ben', 'Cleo', 'Dora', 'Eve']);
  });
});

describe('undoing a sort', () => {
  const texts = (): unknown[] => documentOf(session).roster.rows.map(({ cells }) => cells[AT.homeTown]);

  it('selects what was selected before it, so that Delete empties nothing else', () => {
    select('cells', 1, 1, 'homeTown');
    sortColumn(session, AT.firstName, 'descending');
    expect(names()).toEqual(['Eve', 'Dora', 'Cleo', 'Ben', 'Ana']);
    undoStep(session);
    expect(selected()).toEqual(['cells', 'Ben']);
    clearCells(grid.view);
    expect(texts()).toEqual(['Cork', '', 'Cork', 'Cork', 'Cork']);
  });

  it('selects the block, the rows or the columns of before, wherever the selection went since', () => {
    for (const kind of ['cells', 'rows', 'columns'] as const) {
      select(kind, 1, 3);
      const before = session.store.getState().selection;
      sortColumn(session, AT.firstName, 'descending');
      select('cells', 0, 0);
      undoStep(session);
      expect(session.store.getState().selection).toEqual(before);
      redoStep(session);
      undoStep(session);
    }
  });

  it('selects one cell after a redo', () => {
    select('cells', 1, 1);
    sortColumn(session, AT.firstName, 'descending');
    undoStep(session);
    redoStep(session);
    expect(selected()).toEqual(['cells', 'Ben']);
  });
});

describe('undoing what was added', () => {
  it('selects the row that was duplicated, and the copy again when it is redone', () => {
    select('rows', 1, 1);
    duplicateSelected(session, documentOf(session));
    expect(names()).toEqual(['Ana', 'Ben', 'Ben', 'Cleo', 'Dora', 'Eve']);
    const copy = documentOf(session).roster.rows[2]?.id;
    expect(session.store.getState().selection).toMatchObject({ kind: 'rows', anchor: { row: copy } });
    undoStep(session);
    expect(selected()).toEqual(['rows', 'Cleo']);
    redoStep(session);
    expect(session.store.getState().selection).toMatchObject({ kind: 'rows', anchor: { row: copy } });
  });
});

describe('undoing a change of cells', () => {
  const change = (...cells: [number, ColumnKey][]): void => {
    const { roster } = documentOf(session);
    edit(
      session,
      'Change',
      setCells(
        roster,
        cells.map(([index, key]) => ({ row: roster.rows[index]?.id ?? -1, position: AT[key], to: 'new' })),
      ),
    );
    select('cells', 4, 4);
    undoStep(session);
  };
  const block = (): unknown => {
    const { selection } = session.store.getState();
    return [selection?.anchor, selection?.head];
  };
  const at = (index: number, key: ColumnKey): unknown => ({
    row: documentOf(session).roster.rows[index]?.id,
    position: AT[key],
  });

  it('selects the block of cells, filled at least by half', () => {
    change([1, 'firstName'], [2, 'lastName']);
    expect(block()).toEqual([at(1, 'firstName'), at(2, 'lastName')]);
    change([1, 'lastName'], [2, 'firstName']);
    expect(block()).toEqual([at(1, 'firstName'), at(2, 'lastName')]);
  });

  it('selects the first cell alone of cells that are scattered wider', () => {
    change([3, 'firstName'], [1, 'homeTown']);
    expect(block()).toEqual([at(1, 'homeTown'), at(1, 'homeTown')]);
    change([1, 'firstName'], [1, 'homeTown'], [4, 'homeTown']);
    expect(block()).toEqual([at(1, 'firstName'), at(1, 'firstName')]);
  });
});
