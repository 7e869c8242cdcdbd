import { beforeEach, describe, expect, it } from 'vitest';
import { displayedRows } from '../../../../renderer/app/session/displayed-rows.ts';
import type { Selection } from '../../../../renderer/app/session/document.ts';
import { filterRows } from '../../../../renderer/app/session/filter-rows.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { beginCut } from '../../../../renderer/grid/clipboard/copy-cells.ts';
import { EDITING_KEYS, KEY_SHEET, KEYS } from '../../../../renderer/grid/input/keys.ts';
import { selectedRegion } from '../../../../renderer/grid/selection/select-cells.ts';
import { columnIdOf } from '../../../../renderer/grid/view/grid-columns.ts';
import type { EditMode, GridView } from '../../../../renderer/grid/view/grid-view.ts';
import { NO_FILTER, withColumn } from '../../../../shared/find/row-filter.ts';
import { AT, type ColumnKey, columns } from '../../../../shared/person/catalogue.ts';
import { gridOfRows } from '../../headless-grid.ts';
import { documentOf } from '../../test-session.ts';

let session: Session;
let view: GridView;
/** What the keys asked of the grid. */
let asked: unknown[];
/** Rows in sight: from this pixel to that. */
let sight: { top: number; bottom: number };

beforeEach(async () => {
  ({ session, view } = await gridOfRows([
    'First Name\tLast Name\tCan Manage Teams\tProfile',
    ...['Ana', 'Ben', 'Cleo', 'Dora', 'Eve'].map((name) => `${name}\tRuiz\tn\tHi`),
  ]));
  asked = [];
  sight = { top: 0, bottom: 4 * 28 };
  Object.assign(view.api, {
    getVerticalPixelRange: () => sight,
    startEditingCell: (at: object) => asked.push({ ...at, mode: view.editMode }),
    setFocusedHeader: (id: string) => asked.push(id),
    stopEditing: (isCancelled = false) => {
      asked.push(isCancelled ? 'cancelled' : 'committed');
      view.editor = null;
    },
  });
});

const id = (index: number): number => displayedRows(session)[index]?.id ?? 0;
const POSITION_OF_FIRST = (): number => view.shownPositions[0] ?? -1;
const POSITION_OF_LAST = (): number => view.shownPositions.at(-1) ?? -1;

function select(
  from: number,
  to = from,
  key: ColumnKey = 'firstName',
  kind: Selection['kind'] = 'cells',
  end = key,
): void {
  const anchor = { row: id(from), position: AT[key] };
  session.store.setState({
    selection: {
      kind,
      anchor,
      head: from === to && key === end ? anchor : { row: id(to), position: AT[end] },
    },
  });
}

/** What a key leaves selected: how, and each end by the index of its row and its column. */
function press(key: string, keys = KEYS): unknown {
  const result = keys.get(key)?.(view);
  expect(keys.has(key), key).toBe(true);
  return result ?? selected();
}

function selected(): unknown {
  const { selection } = session.store.getState();
  if (selection === null) return null;
  const rows = displayedRows(session).map((row) => row.id);
  const place = ({ row, position }: Selection['head']) =>
    `${row === 0 ? rows.length : rows.indexOf(row)} ${columns[position]?.key}`;
  return [selection.kind, place(selection.anchor), place(selection.head)];
}

/** Opens an editor that knows what was asked of it. */
function openEditor(mode: EditMode, text = 'typed'): void {
  view.editor = {
    element: view.wrapper,
    mode,
    openList: () => asked.push('list') > 0,
    takeKey: () => false,
    insert: (inserted) => asked.push(`+${inserted}`),
    getValue: () => text,
  };
}

const cell = (index: number, key: ColumnKey): string | undefined =>
  displayedRows(session)[index]?.cells[AT[key]];
const labels = (): string[] => documentOf(session).history.done.map(({ label }) => label);

describe('keys that move', () => {
  it('go one cell, to the edges, or by a page, from the active cell', () => {
    select(2);
    expect(press('Down')).toEqual(['cells', '3 firstName', '3 firstName']);
    expect(press('Up')).toEqual(['cells', '2 firstName', '2 firstName']);
    expect(press('Right')).toEqual(['cells', '2 lastName', '2 lastName']);
    expect(press('Left')).toEqual(['cells', '2 firstName', '2 firstName']);
    const [first, last] = [POSITION_OF_FIRST(), POSITION_OF_LAST()].map((position) => columns[position]?.key);
    expect(press('Home')).toEqual(['cells', `2 ${first}`, `2 ${first}`]);
    expect(press('End')).toEqual(['cells', `2 ${last}`, `2 ${last}`]);
    expect(press('Mod+Home')).toEqual(['cells', `0 ${first}`, `0 ${first}`]);
    expect(press('Mod+End')).toEqual(['cells', `4 ${last}`, `4 ${last}`]);
    select(0);
    expect(press('Mod+Down')).toEqual(['cells', '4 firstName', '4 firstName']);
    expect(press('PageUp')).toEqual(['cells', '1 firstName', '1 firstName']);
    expect(press('PageDown')).toEqual(['cells', '4 firstName', '4 firstName']);
  });

  it('go by one row at least where the grid is very low', () => {
    sight = { top: 0, bottom: 10 };
    select(2);
    expect(press('PageDown')).toEqual(['cells', '3 firstName', '3 firstName']);
  });

  it('with a block selected go from its active cell; with none nothing moves', () => {
    select(1, 3);
    expect(press('Down')).toEqual(['cells', '2 firstName', '2 firstName']);
    session.store.setState({ selection: null });
    for (const key of ['Down', 'Shift+Down', 'Enter', 'Shift+ ', 'Mod+ ']) expect(press(key)).toBeNull();
    expect(press('Tab')).toBe('pass');
    expect(press('Escape')).toBe('pass');
  });

  it('with Shift stretch the selection, never onto the empty last row', () => {
    select(2);
    expect(press('Shift+Down')).toEqual(['cells', '2 firstName', '3 firstName']);
    expect(press('Shift+Right')).toEqual(['cells', '2 firstName', '3 lastName']);
    select(4);
    expect(press('Shift+Down')).toEqual(['cells', '4 firstName', '4 firstName']);
    session.store.setState({ selection: null });
    select(5);
    expect(press('Shift+Up')).toEqual(['cells', '4 firstName', '4 firstName']);
    select(3);
    expect(press('Mod+Shift+Up')).toEqual(['cells', '3 firstName', '0 firstName']);
  });

  it('with Shift stretch whole rows and whole columns as such', () => {
    select(1, 1, 'firstName', 'rows');
    expect(press('Shift+Down')).toEqual(['rows', '1 firstName', '2 firstName']);
    expect(press('Shift+Right')).toEqual(['cells', '1 firstName', '2 lastName']);
    select(0, 0, 'firstName', 'columns');
    expect(press('Shift+Right')).toEqual(['columns', '0 firstName', '0 lastName']);
    expect(press('Shift+Down')).toEqual(['cells', '0 firstName', '1 lastName']);
  });

  it('Enter goes down or up, after a run of Tab keys from where it began', () => {
    select(1);
    expect(press('Enter')).toEqual(['cells', '2 firstName', '2 firstName']);
    expect(press('Shift+Enter')).toEqual(['cells', '1 firstName', '1 firstName']);
    press('Tab');
    expect(press('Tab')).toEqual([
      'cells',
      `1 ${columns[view.shownPositions[view.shownPositions.indexOf(AT.firstName) + 2] ?? -1]?.key}`,
      expect.anything(),
    ]);
    expect(press('Enter')).toEqual(['cells', '2 firstName', '2 firstName']);
    press('Tab');
    press('Right');
    expect(press('Enter')).not.toEqual(['cells', '3 firstName', '3 firstName']);
    select(1);
    press('Tab');
    press('Shift+Tab');
    press('Right');
    expect(press('Enter')).toEqual(['cells', '2 lastName', '2 lastName']);
  });

  it('Tab goes on in the next line, and out of the grid at its ends', () => {
    session.store.setState({
      selection: {
        kind: 'cells',
        anchor: { row: id(0), position: POSITION_OF_LAST() },
        head: { row: id(0), position: POSITION_OF_LAST() },
      },
    });
    const first = columns[POSITION_OF_FIRST()]?.key;
    expect(press('Tab')).toEqual(['cells', `1 ${first}`, `1 ${first}`]);
    const ends = { row: id(5), position: POSITION_OF_LAST() };
    session.store.setState({ selection: { kind: 'cells', anchor: ends, head: ends } });
    expect(press('Tab')).toBe('pass');
    const start = { row: id(0), position: POSITION_OF_FIRST() };
    session.store.setState({ selection: { kind: 'cells', anchor: start, head: start } });
    expect(press('Shift+Tab')).toEqual(['cells', `0 ${first}`, `0 ${first}`]);
    expect(asked).toEqual([columnIdOf(POSITION_OF_FIRST())]);
  });
});

describe('keys that select', () => {
  it('take whole rows, whole columns or all', () => {
    select(1, 2);
    expect(press('Shift+ ')).toEqual(['rows', expect.stringMatching(/^1 /), expect.stringMatching(/^2 /)]);
    select(1, 1, 'firstName', 'cells', 'lastName');
    expect(press('Mod+ ')).toEqual(['columns', '0 firstName', '0 lastName']);
    const [first, last] = [POSITION_OF_FIRST(), POSITION_OF_LAST()].map((position) => columns[position]?.key);
    expect(press('Mod+A')).toEqual(['cells', `0 ${first}`, `4 ${last}`]);
    expect(press('Escape')).toEqual(['cells', `0 ${first}`, `0 ${first}`]);
    expect(press('Escape')).toBe('pass');
  });

  it('of columns put the active cell where it is in sight', () => {
    sight = { top: 2 * 28, bottom: 6 * 28 };
    select(0);
    expect(press('Mod+ ')).toEqual(['columns', '2 firstName', '2 firstName']);
    sight = { top: 90 * 28, bottom: 94 * 28 };
    expect(press('Ctrl+ ')).toEqual(['columns', '4 firstName', '4 firstName']);
  });

  it('take the cell alone on the empty last row, and in a grid without people', () => {
    select(5);
    expect(press('Shift+ ')).toEqual(['cells', expect.stringMatching(/^5 /), expect.stringMatching(/^5 /)]);
    filterRows(session, withColumn(NO_FILTER, AT.firstName, { contains: 'nobody', values: null }));
    expect(displayedRows(session)).toEqual([]);
    session.store.setState({ selection: null });
    select(0);
    expect(press('Mod+ ')).toEqual(['cells', '0 firstName', '0 firstName']);
    expect(press('Mod+A')).toEqual(['cells', '0 firstName', '0 firstName']);
    expect(press('Shift+Right')).toEqual(['cells', '0 lastName', '0 lastName']);
  });

  it('Escape leaves what was cut where it is, first of all', () => {
    select(1, 2);
    view.block = { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0, active: { row: 1, column: 0 } };
    const region = selectedRegion(view);
    if (region !== null) beginCut(view, region, 'Ben');
    const before = selected();
    expect(press('Escape')).toEqual(before);
    expect(view.cut).toBeNull();
    expect(press('Escape')).not.toEqual(before);
  });
});

describe('keys that begin an editor', () => {
  it('F2 revises, Alt+Down opens the list as well, Space replaces', () => {
    select(1);
    press('F2');
    expect(asked).toEqual([{ rowIndex: 1, colKey: columnIdOf(AT.firstName), mode: 'revise' }]);
    openEditor('revise');
    press('Alt+Down');
    expect(asked.slice(1)).toEqual([
      { rowIndex: 1, colKey: columnIdOf(AT.firstName), mode: 'revise' },
      'list',
    ]);
    expect(press(' ')).toBe('pass');
    expect(asked.at(-1)).toEqual({ rowIndex: 1, colKey: columnIdOf(AT.firstName), mode: 'replace' });
  });

  it('Space turns yes and no in all selected cells, as the active one turns', () => {
    select(1, 2, 'canManageTeams');
    press(' ');
    expect([0, 1, 2, 3].map((index) => cell(index, 'canManageTeams'))).toEqual(['n', 'y', 'y', 'n']);
    select(0, 1, 'canManageTeams');
    press(' ');
    expect([0, 1].map((index) => cell(index, 'canManageTeams'))).toEqual(['y', 'y']);
    press(' ');
    expect([0, 1].map((index) => cell(index, 'canManageTeams'))).toEqual(['n', 'n']);
    expect(labels()).toEqual([
      'Set Can Manage Teams to y',
      'Set Can Manage Teams to y',
      'Set Can Manage Teams to n',
    ]);
    expect(asked).toEqual([]);
  });

  it('Space turns only cells of yes and no among those that are selected', () => {
    select(1, 1, 'canManageTeams', 'cells', 'firstName');
    press(' ');
    expect([cell(1, 'canManageTeams'), cell(1, 'firstName')]).toEqual(['y', 'Ben']);
  });

  it('Space adds a person on the empty last row, and revises what is neither yes nor no', () => {
    select(5, 5, 'canManageTeams');
    press(' ');
    expect([displayedRows(session).length, cell(5, 'canManageTeams')]).toEqual([6, 'y']);
    const { cells = [] } = displayedRows(session)[0] ?? {};
    cells[AT.canManageTeams] = 'maybe';
    select(0, 1, 'canManageTeams');
    expect(press(' ')).toEqual(selected());
    expect(asked).toEqual([{ rowIndex: 0, colKey: columnIdOf(AT.canManageTeams), mode: 'revise' }]);
    expect(cell(0, 'canManageTeams')).toBe('maybe');
    // Another one is turned, and it stays.
    select(1, 0, 'canManageTeams');
    press(' ');
    expect([cell(0, 'canManageTeams'), cell(1, 'canManageTeams')]).toEqual(['maybe', 'y']);
  });

  it('Delete and Backspace clear what is selected', () => {
    select(1, 2);
    press('Delete');
    select(4);
    press('Backspace');
    expect([0, 1, 2, 3, 4].map((index) => cell(index, 'firstName'))).toEqual(['Ana', '', '', 'Dora', '']);
    expect(labels()).toEqual(['Clear 2 cells', 'Clear cell']);
  });
});

describe('keys in an editor', () => {
  it('Enter and Tab take the text and go on, Escape leaves the cell as it was', () => {
    select(1);
    openEditor('revise');
    expect(press('Enter', EDITING_KEYS)).toEqual(['cells', '2 firstName', '2 firstName']);
    openEditor('replace');
    expect(press('Tab', EDITING_KEYS)).toEqual(['cells', '2 lastName', '2 lastName']);
    openEditor('replace');
    expect(press('Escape', EDITING_KEYS)).toEqual(['cells', '2 lastName', '2 lastName']);
    expect(asked).toEqual(['committed', 'committed', 'cancelled']);
  });

  it('arrows leave a text that is typed, and belong to one that is revised', () => {
    select(1);
    openEditor('revise');
    expect(press('Down', EDITING_KEYS)).toBe('pass');
    expect(view.editor).not.toBeNull();
    press('F2', EDITING_KEYS);
    expect(view.editor?.mode).toBe('replace');
    press('F2', EDITING_KEYS);
    expect(view.editor?.mode).toBe('revise');
    press('F2', EDITING_KEYS);
    expect(press('Down', EDITING_KEYS)).toEqual(['cells', '2 firstName', '2 firstName']);
    expect(asked).toEqual(['committed']);
    expect(press('Left', EDITING_KEYS)).toBe('pass');
  });

  it('Alt+Enter breaks the line only where a text may have several', () => {
    select(1, 1, 'profile');
    openEditor('replace');
    press('Alt+Enter', EDITING_KEYS);
    expect(asked).toEqual(['+\n']);
    select(1);
    press('Alt+Enter', EDITING_KEYS);
    expect(asked).toEqual(['+\n']);
  });

  it('Mod+Enter puts the text into all that is selected', () => {
    select(1, 2);
    openEditor('replace', 'Zoe');
    press('Mod+Enter', EDITING_KEYS);
    expect([0, 1, 2, 3].map((index) => cell(index, 'firstName'))).toEqual(['Ana', 'Zoe', 'Zoe', 'Dora']);
    expect(asked).toEqual(['cancelled']);
    press('Mod+Enter', EDITING_KEYS);
    expect(labels()).toHaveLength(1);
    select(5);
    openEditor('replace', 'Yan');
    press('Mod+Enter', EDITING_KEYS);
    expect(asked).toEqual(['cancelled', 'committed']);
  });
});

/** A key of the grid as the sheet writes it; moving with Shift is said once, and Ctrl is Ctrl on a Mac too. */
function onSheet(key: string): string | null {
  if (/Shift\+(Up|Down|Left|Right|Home|End|PageUp|PageDown)$/.test(key)) return null;
  return key.replace(/ $/, 'Space').replace('Mod+Space', 'Ctrl+Space');
}

it('tells of every key that the grid hears', () => {
  const said = new Set(Object.values(KEY_SHEET).flatMap((lines) => lines.flatMap(({ keys }) => keys)));
  const heard = [...KEYS.keys(), ...EDITING_KEYS.keys()].map(onSheet).filter((key) => key !== null);
  expect([...new Set(heard)].filter((key) => !said.has(key))).toEqual([]);
});
