import { beforeEach, describe, expect, it } from 'vitest';
import { beginCut, copyCells } from '../../../renderer/grid/clipboard/copy-cells.ts';
import { putBackCells } from '../../../renderer/grid/editing/edit-cells.ts';
import { fill, fillDown, fillRight } from '../../../renderer/grid/clipboard/fill-cells.ts';
import { documentOf, type GridView } from '../../../renderer/grid/view/grid-view.ts';
import { changeLayout } from '../../../renderer/app/session/column-layout.ts';
import { displayedRows } from '../../../renderer/app/session/displayed-rows.ts';
import { edit, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import type { Selection } from '../../../renderer/app/session/document.ts';
import { AT, type ColumnKey, columns } from '../../../shared/person/catalogue.ts';
import { hideColumns } from '../../../shared/roster/grid-layout.ts';
import { deleteRows, setCells } from '../../../shared/roster/edits.ts';
import { gridOfRows } from '../headless-grid.ts';

let session: Session;
let view: GridView;
beforeEach(async () => {
  ({ session, view } = await gridOfRows([
    'Employee ID\tFirst Name\tLast Name\tTemporary Password',
    '007\tAna\tRuiz\t',
    '009\tBen\tRay\tsecret-word-1',
    '\tCleo\tOh\t',
    '\tDora\tEk\t',
  ]));
});

const id = (index: number): number => displayedRows(session)[index]?.id ?? -1;
const state = () => session.store.getState();
const texts = (key: ColumnKey): unknown[] => displayedRows(session).map(({ cells }) => cells[AT[key]]);

function select(
  from: number,
  to = from,
  key: ColumnKey = 'firstName',
  end = key,
  kind: Selection['kind'] = 'cells',
): void {
  session.store.setState({
    selection: {
      kind,
      anchor: { row: id(from), position: AT[key] },
      head: { row: id(to), position: AT[end] },
    },
  });
}

function selected(): unknown {
  const { selection } = state();
  const rows = displayedRows(session).map((row) => row.id);
  return (
    selection && [
      selection.kind,
      rows.indexOf(selection.anchor.row),
      rows.indexOf(selection.head.row),
      columns[selection.anchor.position]?.key,
    ]
  );
}

describe('where the view is asked to go', () => {
  const place = (index: number, key: ColumnKey) => ({ row: id(index), position: AT[key] });

  it('selects the cell, the block or the whole rows', () => {
    session.store.setState({ reveal: { place: place(1, 'lastName'), head: place(1, 'lastName') } });
    expect(selected()).toEqual(['cells', 1, 1, 'lastName']);
    session.store.setState({ reveal: { place: place(0, 'firstName'), head: place(2, 'firstName') } });
    expect(selected()).toEqual(['cells', 0, 2, 'firstName']);
    session.store.setState({
      reveal: { place: place(1, 'firstName'), head: place(2, 'firstName'), isRows: true },
    });
    expect(selected()).toEqual(['rows', 1, 2, 'firstName']);
  });

  it('goes there quietly without the focus, and again where it is asked again', () => {
    const focused: unknown[] = [];
    Object.assign(view.api, { setFocusedCell: (row: number) => focused.push(row) });
    session.store.setState({
      reveal: { place: place(1, 'lastName'), head: place(1, 'lastName'), quietly: true },
    });
    expect([selected(), focused]).toEqual([['cells', 1, 1, 'lastName'], []]);
    session.store.setState({ reveal: { place: place(1, 'lastName'), head: place(1, 'lastName') } });
    expect(focused).toEqual([1]);
    session.store.setState({ problemsShown: false });
    expect(focused).toEqual([1]);
  });

  it('shows a hidden column again, and says so', () => {
    changeLayout(session, hideColumns(state().layout, ['lastName'], true));
    session.store.setState({ reveal: { place: place(0, 'firstName'), head: place(0, 'firstName') } });
    expect(state().done).toBeNull();
    session.store.setState({ reveal: { place: place(0, 'lastName'), head: place(0, 'lastName') } });
    expect(state().layout.hidden).toEqual([]);
    expect(state().done?.sentence).toBe('“Last Name” was hidden and is shown again.');
  });
});

describe('what changes in the roster', () => {
  it('selects what took the place of a row that is gone, whole where it was whole', () => {
    const { roster } = documentOf({ session });
    select(1);
    edit(session, 'Delete', deleteRows(roster, [id(1)]));
    expect(selected()).toEqual(['cells', 1, 1, 'firstName']);
    expect(texts('firstName')).toEqual(['Ana', 'Cleo', 'Dora']);
    select(1, 1, 'lastName', 'lastName', 'rows');
    edit(session, 'Delete', deleteRows(roster, [id(1)]));
    expect(selected()).toEqual(['rows', 1, 1, 'lastName']);
    // The last row gives way to the empty one, of which there is a cell to select and no whole row.
    edit(session, 'Delete', deleteRows(roster, [id(1)]));
    expect(state().selection).toMatchObject({ kind: 'cells', anchor: { row: 0, position: AT.lastName } });
  });

  it('ends what was cut, and drawing alone does not', () => {
    const rows = displayedRows(session).slice(0, 1);
    beginCut(view, { rows, positions: [AT.firstName] }, 'Ana');
    session.store.setState({
      document: { ...documentOf({ session }), version: documentOf({ session }).version + 1 },
    });
    expect(view.cut).not.toBeNull();
    edit(
      session,
      'Type',
      setCells(documentOf({ session }).roster, [{ row: id(2), position: AT.lastName, to: 'x' }]),
    );
    expect(view.cut).toBeNull();
  });

  it('draws anew only the rows in sight that it touched', () => {
    const drawn: unknown[] = [];
    Object.assign(view.api, {
      getRenderedNodes: () => displayedRows(session).map((data) => ({ data, rowIndex: data.index })),
      refreshCells: ({ rowNodes }: { rowNodes?: { rowIndex: number }[] } = {}) =>
        drawn.push(rowNodes?.map(({ rowIndex }) => rowIndex) ?? 'all'),
    });
    edit(
      session,
      'Type',
      setCells(documentOf({ session }).roster, [{ row: id(2), position: AT.profile, to: 'x' }]),
    );
    expect(drawn).toEqual([[2]]);
    select(1, 2);
    expect(drawn.slice(1)).toEqual([[1, 2]]);
    select(0);
    expect(drawn.slice(2)).toEqual([[0, 1, 2]]);
    const { roster } = documentOf({ session });
    session.store.setState({ marks: { roster, of: new Map(), touched: new Set([id(3)]), isOver: false } });
    session.store.setState({ marks: { roster, of: new Map(), touched: null, isOver: true } });
    expect(drawn.slice(3)).toEqual([[3], [0, 1, 2, 3]]);
    session.store.setState({ marks: { roster, of: new Map(), touched: new Set([-1]), isOver: false } });
    expect(drawn).toHaveLength(5);
  });
});

describe('filling', () => {
  it('down takes the first row into those below; of one row the row above into it', () => {
    select(1, 3, 'employeeId', 'employeeId');
    fillDown(view);
    expect(texts('employeeId')).toEqual(['007', '009', '009', '009']);
    undoStep(session);
    select(1, 1, 'firstName', 'lastName');
    fillDown(view);
    expect([texts('firstName')[1], texts('lastName')[1]]).toEqual(['Ana', 'Ruiz']);
    undoStep(session);
    select(0);
    fillDown(view);
    expect(documentOf({ session }).history.done).toEqual([]);
    session.store.setState({ selection: null });
    fillDown(view);
    fillRight(view);
    expect(documentOf({ session }).history.done).toEqual([]);
  });

  it('right takes the first column into those beside it; of one column the one at its left into it', () => {
    select(0, 1, 'firstName', 'lastName');
    fillRight(view);
    expect(texts('lastName').slice(0, 2)).toEqual(['Ana', 'Ben']);
    undoStep(session);
    select(2, 2, 'lastName', 'lastName');
    fillRight(view);
    expect(texts('lastName')[2]).toBe('Cleo');
  });

  it('by the handle counts on, or repeats where it is not counted', () => {
    const column = view.shownPositions.indexOf(AT.employeeId);
    const area = (firstRow: number, lastRow: number) => ({
      firstRow,
      lastRow,
      firstColumn: column,
      lastColumn: column,
    });
    select(0, 1, 'employeeId');
    fill(view, area(0, 1), area(2, 3), area(0, 3), 'count');
    expect(texts('employeeId')).toEqual(['007', '009', '011', '013']);
    expect(selected()).toEqual(['cells', 0, 3, 'employeeId']);
    undoStep(session);
    fill(view, area(0, 1), area(2, 3), area(0, 3), 'countOne');
    expect(texts('employeeId')).toEqual(['007', '009', '007', '009']);
    undoStep(session);
    fill(view, area(0, 0), area(1, 3), area(0, 3), 'countOne');
    expect(texts('employeeId')).toEqual(['007', '008', '009', '010']);
    undoStep(session);
    fill(view, area(1, 1), area(0, 0), area(0, 1), 'countOne');
    expect(texts('employeeId')[0]).toBe('008');
  });
});

describe('copying', () => {
  it('takes the selected cells of people, and says that passwords are among them', () => {
    select(0, 1, 'firstName', 'lastName');
    expect(copyCells(view)).toMatchObject({ text: 'Ana\tRuiz\r\nBen\tRay\r\n' });
    expect(state().done).toBeNull();
    select(0, 0, 'temporaryPassword');
    copyCells(view);
    expect(state().done).toBeNull();
    select(0, 1, 'temporaryPassword');
    expect(copyCells(view)?.text).toContain('secret-word-1');
    expect(state().done?.sentence).toBe('Copied, with the temporary passwords as they are.');
    session.store.setState({ selection: null });
    expect(copyCells(view)).toBeNull();
  });

  it('puts back nothing where there is no current team', () => {
    select(0, 1);
    putBackCells(view);
    expect([documentOf({ session }).history.done, state().done]).toEqual([[], null]);
  });
});
