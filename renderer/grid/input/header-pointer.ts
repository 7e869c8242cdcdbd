import { moveColumns } from '../../../shared/roster/grid-layout.ts';
import { changeLayout, selectedColumns, shownColumns } from '../../app/session/column-layout.ts';
import { commitEditing } from '../editing/edit-cells.ts';
import { createDropLine, followPointer, type Point } from '../selection/follow-drag.ts';
import { selectAll, selectColumn } from '../selection/select-cells.ts';
import { columnIdOf, GUTTER, positionOfColumn } from '../view/grid-columns.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';

/**
 * Selects whole columns by the header: click, Shift+click, drag; a selected one drags all that are selected to another
 * place. The corner above the line numbers selects everything.
 */
export function listenToHeader(view: GridView): () => void {
  const onDown = (event: PointerEvent): void => {
    const column = headerUnder(event.target);
    if (column === null || event.button !== 0) return;
    commitEditing(view);
    const position = positionOfColumn(column);
    if (column === GUTTER) selectAll(view);
    if (position === null) return;
    if (!event.shiftKey && isInSelectedColumns(view, position)) {
      dragColumns(view, event, position);
      return;
    }
    selectColumn(view, position, event.shiftKey);
    followPointer(view, event, {
      over: (point, { top }) => {
        reach(view, point, top);
      },
    });
  };
  // The browser would focus the header; the active cell keeps the focus.
  const onMouseDown = (event: MouseEvent): void => {
    if (headerUnder(event.target) !== null) event.preventDefault();
  };
  view.wrapper.addEventListener('pointerdown', onDown, { capture: true });
  view.wrapper.addEventListener('mousedown', onMouseDown, { capture: true });
  return () => {
    view.wrapper.removeEventListener('pointerdown', onDown, { capture: true });
    view.wrapper.removeEventListener('mousedown', onMouseDown, { capture: true });
  };
}

/** The grid's id of the column whose header lies under the pointer; null on a button in it and on its resize handle. */
function headerUnder(target: EventTarget | null): string | null {
  if (
    !(target instanceof Element) ||
    target.closest('button, .rc-header-menu, .ag-header-cell-resize') !== null
  )
    return null;
  return target.closest('.ag-header-cell')?.getAttribute('col-id') ?? null;
}

/** Whether a column is one of whole columns that are selected. */
export function isInSelectedColumns({ session, block, shownPositions }: GridView, position: number): boolean {
  const index = shownPositions.indexOf(position);
  const isColumns = session.store.getState().selection?.kind === 'columns';
  return isColumns && block !== null && index >= block.firstColumn && index <= block.lastColumn;
}

function reach(view: GridView, { x }: Point, cellsTop: number): void {
  const column = headerUnder(document.elementFromPoint(x, cellsTop - 2));
  const position = column === null ? null : positionOfColumn(column);
  if (position !== null) selectColumn(view, position, true);
}

/** Moves the selected columns with the pointer to where it lets go of them; a click selects the one column instead. */
function dragColumns(view: GridView, down: PointerEvent, position: number): void {
  const { session } = view;
  const line = createDropLine(view);
  let target: { readonly before: string | null; readonly left: number } | null = null;
  followPointer(view, down, {
    over: (point, room) => {
      target = targetAt(view, point);
      if (target) line.showDown(target.left, room);
    },
    end: (outcome) => {
      line.remove();
      if (outcome === 'clicked') selectColumn(view, position, false);
      if (outcome !== 'dropped' || target === null) return;
      const state = session.store.getState();
      const names = selectedColumns(state).map(({ name }) => name);
      const { columns } = documentOf(view).roster;
      changeLayout(session, moveColumns(columns, state.layout, names, target.before));
    },
  });
}

/** The column before which the pointer would drop, and where it begins in the window; null while none is in sight. */
function targetAt(view: GridView, { x }: Point): { before: string | null; left: number } | null {
  const { layout } = view.session.store.getState();
  const seen = shownColumns(documentOf(view), layout).flatMap(({ name, position }) => {
    const header = view.wrapper.querySelector(`.ag-header-cell[col-id="${columnIdOf(position)}"]`);
    return header === null ? [] : [{ name, rect: header.getBoundingClientRect() }];
  });
  const right = seen.find(({ rect }) => x < rect.left + rect.width / 2);
  if (right) return { before: right.name, left: right.rect.left };
  const last = seen.at(-1);
  if (last === undefined) return null;
  const shown = shownColumns(documentOf(view), layout);
  const after = shown[shown.findIndex(({ name }) => name === last.name) + 1];
  return { before: after?.name ?? null, left: last.rect.right };
}

/** The widest that a column is made for its texts, in CSS pixels; whoever wants more takes it by hand. */
const WIDEST = 600;

/** Makes a column as wide as its header and its texts in sight need; of several whole columns that are selected, each. */
export function fitColumns(view: GridView, position: number): void {
  if (isInSelectedColumns(view, position)) fitSelected(view);
  else fit(view, [position]);
}

/** The same for the columns of the selection. */
export function fitSelected(view: GridView): void {
  const { block, shownPositions } = view;
  if (block !== null) fit(view, shownPositions.slice(block.firstColumn, block.lastColumn + 1));
}

function fit({ api }: GridView, positions: readonly number[]): void {
  api.autoSizeColumns({ colIds: positions.map(columnIdOf), defaultMaxWidth: WIDEST });
}

/** Fits a column when the edge of its header is double-clicked. Answers a function that stops it. */
export function fitOnDoubleClick(view: GridView): () => void {
  const onDouble = (event: MouseEvent): void => {
    const edge = event.target instanceof Element ? event.target.closest('.ag-header-cell-resize') : null;
    const position = positionOfColumn(edge?.closest('.ag-header-cell')?.getAttribute('col-id') ?? '');
    if (position === null) return;
    // AG Grid would fit this column alone, however wide.
    event.stopPropagation();
    fitColumns(view, position);
  };
  view.wrapper.addEventListener('dblclick', onDouble, { capture: true });
  return () => {
    view.wrapper.removeEventListener('dblclick', onDouble, { capture: true });
  };
}
