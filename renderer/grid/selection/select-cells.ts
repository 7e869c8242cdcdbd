import { cellAt, type RowId } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import type { CellPlace } from '../../app/session/document.ts';
import { columnIdOf } from '../view/grid-columns.ts';
import { ROW_HEIGHT } from '../view/grid-theme.ts';
import { documentOf, type GridView, type Region } from '../view/grid-view.ts';
import { giveRowsUpTo } from '../view/load-rows.ts';
import { type Block, blockOf, gridIndexOf, holdsRow, isNewRow, rowIdAt, type Spot } from '../view/places.ts';
import type { Shape } from './move-spot.ts';

/** What moving about needs to know of the grid as it is now. */
export function shapeOf(view: GridView): Shape {
  const rows = displayedIn(documentOf(view));
  const { shownPositions } = view;
  return {
    rowCount: rows.length + 1,
    columnCount: shownPositions.length,
    pageRows: pageRows(view),
    isFilled: ({ row, column }) => {
      const person = rows[row];
      const position = shownPositions[column];
      return person !== undefined && position !== undefined && cellAt(person, position) !== '';
    },
  };
}

function pageRows({ api }: GridView): number {
  const { top, bottom } = api.getVerticalPixelRange();
  return Math.max(1, Math.floor((bottom - top) / ROW_HEIGHT) - 1);
}

/** The spot of a place, or null if its row is gone or its column not shown. */
export function spotOf(view: GridView, { row, position }: CellPlace): Spot | null {
  const index = gridIndexOf(documentOf(view), row);
  const column = view.shownPositions.indexOf(position);
  return index === null || column < 0 ? null : { row: index, column };
}

/** The place of a spot; null outside the grid. */
export function placeAt(view: GridView, { row, column }: Spot): CellPlace | null {
  const id = rowIdAt(documentOf(view), row);
  const position = view.shownPositions[column];
  return id === null || position === undefined ? null : { row: id, position };
}

/** Selects one cell, scrolls to it and focuses it. */
export function selectCell(view: GridView, place: CellPlace): void {
  view.session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
  showCell(view, place);
  focusCell(view, place);
}

/** Stretches the selection from its active cell to another; the empty last row is never part of more than itself. */
export function extendTo(view: GridView, place: CellPlace): void {
  const { selection } = view.session.store.getState();
  const lastPerson = displayedIn(documentOf(view)).at(-1);
  if (!selection || isNewRow(selection.anchor.row) || lastPerson === undefined) {
    selectCell(view, place);
    return;
  }
  const head = isNewRow(place.row) ? { ...place, row: lastPerson.id } : place;
  if (head.row === selection.head.row && head.position === selection.head.position) return;
  view.session.store.setState({ selection: { ...selection, kind: 'cells', head } });
}

/** Selects whole rows, from where the selection began if it is stretched. */
export function selectRow(view: GridView, row: CellPlace['row'], extend: boolean): void {
  const { selection } = view.session.store.getState();
  const place = { row, position: view.shownPositions[0] ?? 0 };
  if (isNewRow(row)) {
    selectCell(view, place);
    return;
  }
  const anchor = extend && selection && !isNewRow(selection.anchor.row) ? selection.anchor : place;
  if (extend && selection?.kind === 'rows' && selection.head.row === row) return;
  view.session.store.setState({ selection: { kind: 'rows', anchor, head: { ...anchor, row } } });
  focusCell(view, anchor);
}

/** Selects every cell of every person; the active cell stays where it is. */
export function selectAll(view: GridView): void {
  const rows = displayedIn(documentOf(view));
  const [first, last] = [rows[0], rows.at(-1)];
  const [left, right] = [view.shownPositions[0], view.shownPositions.at(-1)];
  if (!first || !last || left === undefined || right === undefined) return;
  const anchor = { row: first.id, position: left };
  view.session.store.setState({
    selection: { kind: 'cells', anchor, head: { row: last.id, position: right } },
  });
  focusCell(view, anchor);
}

/** Scrolls as little as it takes to bring a cell into sight. */
export function showCell(view: GridView, { row, position }: CellPlace): void {
  const { api } = view;
  const index = gridIndexOf(documentOf(view), row);
  if (index === null) return;
  giveRowsUpTo(view, index);
  api.ensureIndexVisible(index);
  api.ensureColumnVisible(columnIdOf(position));
}

/** Puts the focus on a cell, from where keys are heard. */
export function focusCell(view: GridView, { row, position }: CellPlace): void {
  const index = gridIndexOf(documentOf(view), row);
  if (index === null) return;
  giveRowsUpTo(view, index);
  view.api.setFocusedCell(index, columnIdOf(position));
}

/** Selects whole columns, from where the selection began if it is stretched; the active cell is the first in sight. */
export function selectColumn(view: GridView, position: number, extend: boolean): void {
  const { selection } = view.session.store.getState();
  const row = firstInSight(view);
  if (row === null) return;
  if (displayedIn(documentOf(view)).length === 0) {
    selectCell(view, { row, position });
    return;
  }
  const place = { row, position };
  const anchor = extend && selection ? { row, position: selection.anchor.position } : place;
  if (extend && selection?.kind === 'columns' && selection.head.position === position) return;
  view.session.store.setState({ selection: { kind: 'columns', anchor, head: place } });
  focusCell(view, anchor);
}

/** The whole columns of the selected cells. */
export function selectWholeColumns(view: GridView): void {
  const { selection } = view.session.store.getState();
  if (!selection) return;
  selectColumn(view, selection.anchor.position, false);
  selectColumn(view, selection.head.position, true);
}

function firstInSight(view: GridView): RowId | null {
  const document = documentOf(view);
  const last = Math.max(0, displayedIn(document).length - 1);
  return rowIdAt(document, Math.min(last, Math.ceil(view.api.getVerticalPixelRange().top / ROW_HEIGHT)));
}

/** Every selected cell of a person, row by row; the empty last row has none. */
export function selectedCells(view: GridView): CellPlace[] {
  const { block, shownPositions } = view;
  if (block === null) return [];
  const positions = shownPositions.slice(block.firstColumn, block.lastColumn + 1);
  const rows = displayedIn(documentOf(view)).slice(block.firstRow, block.lastRow + 1);
  return rows.flatMap(({ id }) => positions.map((position) => ({ row: id, position })));
}

/** The selected cells of people; null where none is selected, as in the empty last row. */
export function selectedRegion(view: GridView): Region | null {
  const block = currentBlock(view);
  if (block === null) return null;
  const rows = displayedIn(documentOf(view)).slice(block.firstRow, block.lastRow + 1);
  const positions = view.shownPositions.slice(block.firstColumn, block.lastColumn + 1);
  return rows.length === 0 || positions.length === 0 ? null : { rows, positions };
}

/** Draws the selection of the session; only rows in sight that the old or the new block reaches are touched. */
export function drawSelection(view: GridView): void {
  const old = view.block;
  view.block = currentBlock(view);
  const rowNodes = view.api
    .getRenderedNodes()
    .filter(({ rowIndex }) => holdsRow(old, rowIndex ?? -1) || holdsRow(view.block, rowIndex ?? -1));
  if (rowNodes.length > 0) view.api.refreshCells({ rowNodes });
}

/** Where the session's selection lies now. */
export function currentBlock(view: GridView): Block | null {
  return blockOf(documentOf(view), view.session.store.getState().selection, view.shownPositions);
}
