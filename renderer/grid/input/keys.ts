import { columns } from '../../../shared/person/catalogue.ts';
import { endCut } from '../clipboard/copy-cells.ts';
import { fillSelection } from '../clipboard/fill-cells.ts';
import {
  cancelEditing,
  clearCells,
  commitEditing,
  startEditing,
  toggleYesNo,
} from '../editing/edit-cells.ts';
import { type Move, moveSpot, tabSpot } from '../selection/move-spot.ts';
import {
  extendTo,
  focusCell,
  placeAt,
  selectAll,
  selectCell,
  selectColumn,
  selectRow,
  selectWholeColumns,
  shapeOf,
  showCell,
  spotOf,
} from '../selection/select-cells.ts';
import { columnIdOf } from '../view/grid-columns.ts';
import type { GridView } from '../view/grid-view.ts';
import { isNewRow } from '../view/places.ts';

/** What a key does; `pass` leaves the key to whoever comes next. */
export type Act = (view: GridView) => 'pass' | undefined;

const MOVES: Readonly<Record<string, Move>> = {
  Up: 'up',
  Down: 'down',
  Left: 'left',
  Right: 'right',
  'Mod+Up': 'edgeUp',
  'Mod+Down': 'edgeDown',
  'Mod+Left': 'edgeLeft',
  'Mod+Right': 'edgeRight',
  Home: 'rowStart',
  End: 'rowEnd',
  'Mod+Home': 'start',
  'Mod+End': 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** Keys while no editor is open, in the words of `combination`. */
export const KEYS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ...Object.entries(MOVES).map(([key, move]) => [key, go(move)] as const),
  ...Object.entries(MOVES).map(([key, move]) => [withShift(key), extend(move)] as const),
  ['Enter', enter('down')],
  ['Shift+Enter', enter('up')],
  ['Tab', tab(1)],
  ['Shift+Tab', tab(-1)],
  ['F2', does(revise)],
  ['Alt+Down', does(openList)],
  ['Delete', does(clearCells)],
  ['Backspace', does(clearCells)],
  [' ', space],
  ['Shift+ ', does(selectWholeRows)],
  ['Mod+ ', does(selectWholeColumns)],
  ['Ctrl+ ', does(selectWholeColumns)],
  ['Mod+A', does(selectAll)],
  ['Escape', collapse],
]);

/** Keys while an editor is open; every other key is the editor's own. */
export const EDITING_KEYS: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['Enter', enter('down')],
  ['Shift+Enter', enter('up')],
  ['Tab', tab(1)],
  ['Shift+Tab', tab(-1)],
  ['Escape', does(cancelAndStay)],
  ['F2', does(switchMode)],
  ['Alt+Enter', lineBreak],
  ['Mod+Enter', does(fillTyped)],
  ...(['Up', 'Down', 'Left', 'Right', 'PageUp', 'PageDown'] as const).map(
    (key) => [key, leave(MOVES[key] ?? 'down')] as const,
  ),
]);

function does(act: (view: GridView) => void): Act {
  return (view) => {
    view.tabColumn = null;
    act(view);
    return undefined;
  };
}

/** `Shift` stands after `Mod` and `Alt`, as `combination` writes it. */
function withShift(key: string): string {
  const parts = key.split('+');
  return [...parts.slice(0, -1), 'Shift', ...parts.slice(-1)].join('+');
}

function go(move: Move): Act {
  return does((view) => {
    step(view, move);
  });
}

/** Moves from the active cell; a selection of many cells shrinks to the one that is reached. */
function step(view: GridView, move: Move): void {
  const { selection } = view.session.store.getState();
  const from = selection && spotOf(view, selection.anchor);
  const place = from && placeAt(view, moveSpot(from, move, shapeOf(view)));
  if (place) selectCell(view, place);
}

function extend(move: Move): Act {
  return does((view) => {
    const { selection } = view.session.store.getState();
    const from = selection && spotOf(view, selection.head);
    const place = from && placeAt(view, moveSpot(from, move, shapeOf(view)));
    if (!selection || !place) return;
    if (selection.kind === 'rows' && place.position === selection.head.position)
      selectRow(view, place.row, true);
    else if (selection.kind === 'columns' && place.row === selection.head.row)
      selectColumn(view, place.position, true);
    else extendTo(view, place);
    const head = view.session.store.getState().selection?.head;
    if (head) showCell(view, head);
  });
}

/** Goes down or up, after a run of Tab keys to the column where the run began, as in Excel. */
function enter(move: 'down' | 'up'): Act {
  return (view) => {
    const { tabColumn } = view;
    view.tabColumn = null;
    commitEditing(view);
    const anchor = view.session.store.getState().selection?.anchor;
    const from = anchor && spotOf(view, anchor);
    if (!from) return undefined;
    const start = tabColumn === null ? from : { ...from, column: tabColumn };
    const place = placeAt(view, moveSpot(start, move, shapeOf(view)));
    if (place) selectCell(view, place);
    return undefined;
  };
}

/** Goes to the next cell in reading order; past the last one the focus leaves the grid, before the first one is its header. */
function tab(direction: 1 | -1): Act {
  return (view) => {
    commitEditing(view);
    const anchor = view.session.store.getState().selection?.anchor;
    const from = anchor && spotOf(view, anchor);
    const to = from && tabSpot(from, direction, shapeOf(view));
    const place = to && placeAt(view, to);
    if (from && !place && direction === -1) {
      view.api.setFocusedHeader(columnIdOf(anchor.position));
      return undefined;
    }
    if (!from || !place) return 'pass';
    view.tabColumn = direction === 1 ? (view.tabColumn ?? from.column) : null;
    selectCell(view, place);
    return undefined;
  };
}

/** Typed text is left by an arrow or by a page; a text under revision keeps these keys. */
function leave(move: Move): Act {
  return (view) => {
    if (view.editor?.mode !== 'replace') return 'pass';
    view.tabColumn = null;
    commitEditing(view);
    step(view, move);
    return undefined;
  };
}

function cancelAndStay(view: GridView): void {
  cancelEditing(view);
  const anchor = view.session.store.getState().selection?.anchor;
  if (anchor) selectCell(view, anchor);
}

function revise(view: GridView): void {
  startEditing(view, 'revise');
}

function openList(view: GridView): void {
  startEditing(view, 'revise');
  view.editor?.openList();
}

function switchMode({ editor }: GridView): void {
  if (editor) editor.mode = editor.mode === 'replace' ? 'revise' : 'replace';
}

function lineBreak(view: GridView): 'pass' | undefined {
  const position = view.session.store.getState().selection?.anchor.position;
  const mayBreak = position !== undefined && columns[position]?.field === 'longText';
  if (mayBreak) view.editor?.insert('\n');
  return undefined;
}

/** Space switches a y/n cell; elsewhere, and where such a cell holds something else, it is typed. */
function space(view: GridView): 'pass' | undefined {
  if (toggleYesNo(view)) return undefined;
  const position = view.session.store.getState().selection?.anchor.position;
  const isYesNo = position !== undefined && columns[position]?.field === 'yesNo';
  startEditing(view, isYesNo ? 'revise' : 'replace');
  return isYesNo ? undefined : 'pass';
}

function selectWholeRows(view: GridView): void {
  const { selection } = view.session.store.getState();
  if (!selection) return;
  selectRow(view, selection.anchor.row, false);
  selectRow(view, selection.head.row, true);
}

/** Escape leaves what was cut where it is, and else shrinks a selection of many cells to its active one. */
function collapse(view: GridView): 'pass' | undefined {
  if (endCut(view)) return undefined;
  const { selection } = view.session.store.getState();
  if (!selection || selection.anchor === selection.head) return 'pass';
  selectCell(view, selection.anchor);
  return undefined;
}

/** Ctrl+Enter: what is typed goes into every selected cell as one undo step, and the selection stays. */
function fillTyped(view: GridView): void {
  const { selection } = view.session.store.getState();
  if (view.editor === null || selection === null) return;
  if (isNewRow(selection.anchor.row)) {
    commitEditing(view);
  } else {
    const text = view.editor.getValue();
    cancelEditing(view);
    fillSelection(view, text);
  }
  const after = view.session.store.getState().selection;
  if (after) focusCell(view, after.anchor);
}

/** A line of the sheet of shortcuts: what some keys of the grid do, in the words of the command table. */
interface KeyLine {
  readonly title: string;
  readonly keys: readonly string[];
}

/** The keys of the grid that are no commands, for the sheet of shortcuts. Shift with a way to move selects on the way. */
export const KEY_SHEET: Readonly<Record<string, readonly KeyLine[]>> = {
  'Moving about': [
    { title: 'One cell', keys: ['Up', 'Down', 'Left', 'Right'] },
    { title: 'To the edge of what is filled in', keys: ['Mod+Up', 'Mod+Down', 'Mod+Left', 'Mod+Right'] },
    { title: 'First and last column', keys: ['Home', 'End'] },
    { title: 'First and last cell', keys: ['Mod+Home', 'Mod+End'] },
    { title: 'One screen', keys: ['PageUp', 'PageDown'] },
    { title: 'Next and previous cell', keys: ['Tab', 'Shift+Tab'] },
  ],
  Selecting: [
    { title: 'Up to another cell', keys: ['Shift+Down', 'Mod+Shift+Down'] },
    { title: 'Whole rows', keys: ['Shift+Space'] },
    { title: 'Whole columns', keys: ['Ctrl+Space'] },
    { title: 'Everything', keys: ['Mod+A'] },
    { title: 'Back to one cell', keys: ['Escape'] },
    { title: 'Menu of the selection', keys: ['Shift+F10'] },
  ],
  'In a cell': [
    { title: 'Edit', keys: ['F2'] },
    { title: 'Open the list', keys: ['Alt+Down'] },
    { title: 'Put one value in the whole selection', keys: ['Mod+Enter'] },
    { title: 'Empty', keys: ['Delete', 'Backspace'] },
    { title: 'Switch y and n', keys: ['Space'] },
    { title: 'Keep and go down, up', keys: ['Enter', 'Shift+Enter'] },
    { title: 'Break the line', keys: ['Alt+Enter'] },
    { title: 'Leave it as it was', keys: ['Escape'] },
  ],
};
