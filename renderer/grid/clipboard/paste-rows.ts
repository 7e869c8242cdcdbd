import { AT, type ColumnKey } from '../../../shared/person/catalogue.ts';
import { type Change, type PendingChange, MAX_ROWS } from '../../../shared/roster/change.ts';
import { withOptionals } from '../../../shared/roster/edits.ts';
import { emptySource, putBlock } from '../../../shared/roster/put-block.ts';
import type { Roster, RosterColumns, Row, RowId } from '../../../shared/roster/roster.ts';
import { within } from '../../../shared/roster/sliced-work.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import type { CellPlace } from '../../app/session/document.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { sayNoRoom, sayUndoable } from '../../app/session/say-done.ts';
import { currentBlock, focusCell, showCell } from '../selection/select-cells.ts';
import { documentOf, type GridView, type Region } from '../view/grid-view.ts';
import type { Block } from '../view/places.ts';

/** Rows of the clipboard, each as wide as the others. */
type Texts = readonly (readonly string[])[];

/** Writes rows into the grid, from the selection on; cells that they were cut from are emptied in the same step. */
export function pasteRows(view: GridView, texts: Texts, source: Region | null): void {
  const selected = currentBlock(view);
  if (selected === null) return;
  // What moves goes there once, however much is selected.
  const target =
    source === null
      ? selected
      : { ...selected, lastRow: selected.firstRow, lastColumn: selected.firstColumn };
  const size = { rows: texts.length, columns: texts[0]?.length ?? 0 };
  const plan = planPaste(size, target, view.shownPositions.length);
  const positions = view.shownPositions.slice(plan.firstColumn, plan.firstColumn + plan.columns);
  const what = `${source === null ? 'Paste' : 'Move'} ${describeSize(plan.rows, positions.length)}`;
  const fitting = plan.leftOut === 0 ? texts : texts.map((row) => row.slice(0, positions.length));
  // What does not fit stays where it was cut.
  const leaving = source && { ...source, positions: source.positions.slice(0, positions.length) };
  const place = rowsFrom(view, plan.firstRow, plan.rows, fitting);
  const block = { label: what, texts: fitting, positions, source: leaving, ...place };
  write(view, block, plan.leftOut);
}

/** Writes rows into the columns that their headers name, from the first selected row on; `keys` go by column. */
export function pasteByHeader(view: GridView, texts: Texts, keys: readonly (ColumnKey | null)[]): void {
  const selected = currentBlock(view);
  if (selected === null) return;
  const named = keys.flatMap((key, column) => (key === null ? [] : [{ key, column }]));
  const block = {
    label: `Paste ${describeSize(texts.length, named.length)} by header`,
    texts: texts.map((row) => named.map(({ column }) => row[column] ?? '')),
    positions: named.map(({ key }) => AT[key]),
    columns: columnsWith(
      view,
      named.map(({ key }) => key),
    ),
    ...rowsFrom(view, selected.firstRow, texts.length, texts),
  };
  write(view, block, 0);
}

function write(view: GridView, block: BlockToWrite, leftOut: number): void {
  const rows = documentOf(view).roster.rows.length + block.newRows;
  if (rows > MAX_ROWS) {
    sayNoRoom(view.session, rows);
    return;
  }
  writeBlock(view, block, () => {
    saySurprises(view, block, leftOut);
  });
}

function saySurprises(view: GridView, block: BlockToWrite, leftOut: number): void {
  const added = block.newRows === 1 ? 'One person added.' : `${count(block.newRows)} people added.`;
  const missing = leftOut === 1 ? 'One column' : `${count(leftOut)} columns`;
  const left = `${missing} past the last one did not fit and stayed on the clipboard.`;
  const said = [block.newRows > 0 && added, leftOut > 0 && left].filter((part) => part !== false);
  if (said.length > 0) sayUndoable(view.session, said.join(' '));
}

/** The shown rows from one on and how many must be added; empty rows at the end of the block add nobody. */
function rowsFrom(
  view: GridView,
  first: number,
  rows: number,
  texts: Texts,
): { rows: readonly Row[]; newRows: number } {
  const there = displayedIn(documentOf(view)).slice(first, first + rows);
  let newRows = rows - there.length;
  const isBlank = (index: number): boolean =>
    texts[index % texts.length]?.every((text) => text === '') ?? true;
  while (newRows > 0 && isBlank(there.length + newRows - 1)) newRows -= 1;
  return { rows: there, newRows };
}

function columnsWith(view: GridView, keys: readonly ColumnKey[]): RosterColumns {
  return withOptionals(documentOf(view).roster.columns, keys);
}

function describeSize(rows: number, columns: number): string {
  return rows === 1 && columns === 1 ? 'cell' : `${count(rows)} × ${count(columns)}`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** How many rows and columns something has. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Where a pasted block goes, in the grid's rows and columns as they are shown. */
interface PastePlan {
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Rows that take texts, those to be added among them. */
  readonly rows: number;
  readonly columns: number;
  /** Columns of the block for which the grid has none. */
  readonly leftOut: number;
}

/**
 * Where a block of a size goes, as in Excel: into the whole selection if it fits a whole number of times each way, else
 * from the selection's first cell on. It may reach past the last row, never past the last column.
 */
export function planPaste(block: Size, selection: Block, columnCount: number): PastePlan {
  const { firstRow, firstColumn } = selection;
  const rows = selection.lastRow - firstRow + 1;
  const columns = selection.lastColumn - firstColumn + 1;
  const fills = rows % block.rows === 0 && columns % block.columns === 0;
  const size = fills ? { rows, columns } : block;
  const fitting = Math.min(size.columns, columnCount - firstColumn);
  return {
    firstRow,
    firstColumn,
    rows: size.rows,
    columns: fitting,
    leftOut: size.columns - fitting,
  };
}

/** A block of texts on its way into the grid. */
interface BlockToWrite {
  /** What the undo menu calls it. */
  readonly label: string;
  readonly texts: readonly (readonly string[])[];
  readonly rows: readonly Row[];
  /** People to be added at the roster's end. */
  readonly newRows: number;
  readonly positions: readonly number[];
  /** Cells that are emptied in the same step, since the block was cut from them. */
  readonly source?: Region | null;
  /** The roster's columns afterwards, where the block brings one that was not there. */
  readonly columns?: RosterColumns;
}

/** Writes a block as one undo step and selects it; `after` is told then. */
function writeBlock(view: GridView, block: BlockToWrite, after: () => void): void {
  const { roster } = documentOf(view);
  edit(view.session, block.label, writing(roster, block), (change) => {
    selectWritten(view, block, change);
    after();
  });
}

function* writing(roster: Roster, block: BlockToWrite): PendingChange {
  const put = yield* within(putBlock(roster, block, block.texts), 0, 0.7);
  const moved = block.source ? yield* within(emptySource(put, block.source, block), 0.7, 1) : put;
  return block.columns === undefined || block.columns === roster.columns
    ? moved
    : { ...moved, columns: { from: roster.columns, to: block.columns } };
}

/** Selects what was written; its first cell is the active one. */
function selectWritten(view: GridView, block: BlockToWrite, { inserted }: Change): void {
  const shown = view.shownPositions.filter((position) => block.positions.includes(position));
  const first: RowId | undefined = block.rows[0]?.id ?? inserted[0]?.row;
  const last: RowId | undefined = inserted.at(-1)?.row ?? block.rows.at(-1)?.id;
  const [left, right] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || left === undefined || right === undefined) return;
  const anchor: CellPlace = { row: first, position: left };
  view.session.store.setState({ selection: { kind: 'cells', anchor, head: { row: last, position: right } } });
  showCell(view, anchor);
  focusCell(view, anchor);
}
