import {
  CellApiModule,
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  createGrid,
  CustomEditorModule,
  EventApiModule,
  type GridApi,
  type GridOptions,
  type IRowNode,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
} from 'ag-grid-community';
import type { Row } from '../../shared/roster/roster.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { Session } from '../app/session/session.ts';
import { styleNonce } from '../app/theme/style-nonce.ts';
import { describeCells, keepInSight } from './cells-in-sight.ts';
import { listenToClipboard } from './clipboard/listen-to-clipboard.ts';
import { listenToHeaders } from './column-menu.tsx';
import { applyLayout, followLayout, holdNames } from './columns/apply-layout.ts';
import { columnDefinitions } from './columns/column-definitions.ts';
import { pinGutter } from './columns/gutter.ts';
import { followRequests, followSession } from './draw-changes.ts';
import { composeInCell } from './editing/compose-in-cell.ts';
import { commitOnLeaving } from './editing/text-editor.ts';
import { fitOnDoubleClick, listenToHeader } from './input/header-pointer.ts';
import { listenToKeys } from './input/listen-to-keys.ts';
import { listenToPointer, turnOnClick } from './input/pointer.ts';
import { followFocus, takeFocus } from './selection/follow-focus.ts';
import { drawSelection, selectCell } from './selection/select-cells.ts';
import { gridTheme, HEADER_HEIGHT, ROW_HEIGHT } from './view/grid-theme.ts';
import { documentOf, type GridView } from './view/grid-view.ts';
import { FIRST_ROWS, loadRest } from './view/load-rows.ts';
import { createNewRow, isNewRow } from './view/places.ts';

registerGridModules();

/** The grid of the open roster in an element of its own; `destroy` takes it away. */
export function createRosterGrid(
  session: Session,
  wrapper: HTMLElement,
): { readonly view: GridView; readonly destroy: () => void } {
  const view = createView(session, wrapper);
  selectFirst(view);
  const stops = [
    // Before the keys: those of an input method are not for them.
    composeInCell(view),
    listenToKeys(view),
    listenToPointer(view),
    listenToClipboard(view),
    followRequests(view),
    listenToHeader(view),
    followLayout(view),
    fitOnDoubleClick(view),
    takeFocus(view),
    commitOnLeaving(view),
    turnOnClick(view),
    followFocus(view),
    followSession(view),
    listenToHeaders(view),
    describeCells(view),
    pinGutter(view),
    holdNames(view),
    keepInSight(view),
  ];
  drawSelection(view);
  void loadRest(view);
  const destroy = (): void => {
    for (const stop of stops) stop();
    view.api.destroy();
  };
  return { view, destroy };
}

function createView(session: Session, wrapper: HTMLElement): GridView {
  const newRow = createNewRow();
  const made: { api: GridApi<Row> | null } = { api: null };
  const view: GridView = {
    session,
    wrapper,
    get api() {
      if (made.api === null) throw new Error('The grid is not there yet');
      return made.api;
    },
    newRow,
    drawnRows: displayedIn(documentOf({ session })).slice(0, FIRST_ROWS),
    isLoading: false,
    drawnColumns: documentOf({ session }).roster.columns,
    shownPositions: [],
    block: null,
    cut: null,
    fillPreview: null,
    editor: null,
    editMode: 'revise',
    tabColumn: null,
  };
  made.api = createGrid(wrapper, options(view));
  wrapper.querySelector('[role="grid"]')?.setAttribute('aria-label', 'People of the roster');
  applyLayout(view);
  return view;
}

function options(view: GridView): GridOptions<Row> {
  const document = documentOf(view);
  return {
    theme: gridTheme,
    styleNonce: styleNonce(),
    rowHeight: ROW_HEIGHT,
    headerHeight: HEADER_HEIGHT,
    columnDefs: columnDefinitions(view, document.roster),
    defaultColDef: {
      cellDataType: 'text',
      editable: true,
      resizable: true,
      sortable: false,
      suppressMovable: true,
      // Keys are heard by the grid's own keyboard; AG Grid's would do the same thing twice.
      suppressKeyboardEvent: () => true,
    },
    rowData: [...view.drawnRows, view.newRow],
    getRowId: ({ data }) => String(data.id),
    getRowClass: ({ data }) => (data && isNewRow(data.id) ? 'rc-new-row' : undefined),
    postSortRows: ({ nodes }) => {
      if (isTyping(nodes.at(-1))) return;
      const at = nodes.findIndex(isTyping);
      if (at >= 0) nodes.push(...nodes.splice(at, 1));
    },
    animateRows: false,
    suppressClickEdit: true,
    suppressColumnMoveAnimation: true,
    suppressRowHoverHighlight: true,
    suppressContextMenu: true,
    suppressFocusAfterRefresh: false,
    suppressScrollOnNewData: true,
    // With animation frames, cells come a frame after their rows.
    suppressAnimationFrame: true,
    rowBuffer: 12,
    // Of rows and headers: the frame is the one stop for Tab (`follow-focus.ts`).
    tabIndex: -1,
  };
}

function isTyping(node: IRowNode<Row> | undefined): boolean {
  return node?.data !== undefined && isNewRow(node.data.id);
}

/** A roster opens with its first cell selected, so that keys work at once. */
function selectFirst(view: GridView): void {
  const { selection, document } = view.session.store.getState();
  const position = view.shownPositions[0];
  if (selection !== null || document === null || position === undefined) return;
  selectCell(view, { row: displayedIn(document)[0]?.id ?? view.newRow.id, position });
}

/** Registers the parts of the grid that are used; the rest of AG Grid stays out of the bundle. */
function registerGridModules(): void {
  ModuleRegistry.registerModules([
    CellApiModule,
    CellStyleModule,
    ClientSideRowModelApiModule,
    ClientSideRowModelModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    CustomEditorModule,
    EventApiModule,
    RenderApiModule,
    RowApiModule,
    RowStyleModule,
    ScrollApiModule,
  ]);
}
