import { cellAt } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import type { CellPlace } from '../../app/session/document.ts';
import { columnIdOf } from '../columns/column-id.ts';
import { giveRowsUpTo } from '../drawing/load-rows.ts';
import { ROW_HEIGHT } from '../grid-theme.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { gridIndexOf, isNewRow, rowIdAt } from '../typing-row.ts';
import type { Shape, Spot } from './move-spot.ts';

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
