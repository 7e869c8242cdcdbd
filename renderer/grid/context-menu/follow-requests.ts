import { columnIdOf, GUTTER, positionOfColumn } from '../columns/column-id.ts';
import { isInSelectedColumns } from '../columns/header-pointer.ts';
import { commitEditing } from '../editing/edit-cell.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import type { Point } from '../selection/scroll-at-edges.ts';
import { selectCell, selectRow } from '../selection/select-cells.ts';
import { selectColumn } from '../selection/select-columns.ts';
import { holds, holdsRow } from '../selection/selected-block.ts';
import { gridIndexOf } from '../typing-row.ts';
import { asksForMenu } from './asks-for-menu.ts';

/** What a context menu is about, and where in the window it comes. */
export interface MenuRequest {
  readonly about: 'cells' | 'rows' | 'columns';
  readonly at: Point;
}

/**
 * Listens to what asks for a context menu: the right button, and the Menu key or Shift+F10 on the active cell. What is
 * asked about is selected first, unless it lies in the selection.
 */
export function followRequests(view: GridView, show: (request: MenuRequest) => void): () => void {
  const { wrapper, session } = view;
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  // AG Grid would focus what was pressed, and so select it.
  const keep = (event: MouseEvent): void => {
    if (!asksForMenu(event, session.app.platform) || isTyped(view, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  wrapper.addEventListener('pointerdown', keep, options);
  wrapper.addEventListener('mousedown', keep, options);
  wrapper.addEventListener(
    'contextmenu',
    (event) => {
      if (isTyped(view, event.target)) return;
      event.preventDefault();
      commitEditing(view);
      const about = select(view, event.target);
      if (about !== null) show({ about, at: { x: event.clientX, y: event.clientY } });
    },
    options,
  );
  wrapper.addEventListener(
    'keydown',
    (event) => {
      const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      if (!isMenuKey || view.editor !== null) return;
      event.preventDefault();
      event.stopPropagation();
      const request = requestAtFocus(view, event.target);
      if (request) show(request);
    },
    options,
  );
  return () => {
    controller.abort();
  };
}

/** In an open editor the system's own menu for text is wanted. */
function isTyped({ editor }: GridView, target: EventTarget | null): boolean {
  return editor !== null && target instanceof Node && editor.element.contains(target);
}

function select(view: GridView, target: EventTarget | null): MenuRequest['about'] | null {
  if (!(target instanceof Element)) return null;
  const header = target.closest('.ag-header-cell')?.getAttribute('col-id') ?? null;
  if (header !== null) return selectHeader(view, header);
  const column = target.closest('.ag-cell')?.getAttribute('col-id') ?? null;
  const row = Number(target.closest('.ag-row')?.getAttribute('row-id'));
  const index = gridIndexOf(documentOf(view), row);
  if (column === null || index === null) return null;
  const { selection } = view.session.store.getState();
  const position = positionOfColumn(column);
  if (position === null) {
    if (selection?.kind !== 'rows' || !holdsRow(view.block, index)) selectRow(view, row, false);
    return 'rows';
  }
  if (!holds(view.block, index, view.shownPositions.indexOf(position))) selectCell(view, { row, position });
  return aboutOf(view);
}

function selectHeader(view: GridView, header: string): MenuRequest['about'] | null {
  const position = positionOfColumn(header);
  if (header === GUTTER || position === null) return null;
  if (!isInSelectedColumns(view, position)) selectColumn(view, position, false);
  return 'columns';
}

function aboutOf({ session }: GridView): MenuRequest['about'] {
  return session.store.getState().selection?.kind ?? 'cells';
}

/** The menu of the selection, below the active cell or the header that has the focus. */
function requestAtFocus(view: GridView, target: EventTarget | null): MenuRequest | null {
  const { selection } = view.session.store.getState();
  const focused = target instanceof Element ? target.closest('.ag-header-cell') : null;
  if (focused !== null) return { about: select(view, focused) ?? 'columns', at: cornerOf(focused) };
  if (selection === null) return null;
  const { row, position } = selection.anchor;
  const cell = view.wrapper.querySelector(
    `.ag-row[row-id="${row}"] .ag-cell[col-id="${columnIdOf(position)}"]`,
  );
  return { about: aboutOf(view), at: cornerOf(cell ?? view.wrapper) };
}

function cornerOf(element: Element): Point {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 8, y: bottom };
}
