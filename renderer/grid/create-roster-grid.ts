import { createGrid, type GridApi, type GridOptions, type IRowNode } from 'ag-grid-community';
import type { Row } from '../../shared/roster/roster.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { Session } from '../app/session/session.ts';
import { followFind } from '../find/follow-find.ts';
import { styleNonce } from '../app/theme/style-nonce.ts';
import { listenToClipboard } from './clipboard/listen-to-clipboard.ts';
import { columnDefinitions } from './columns/column-definitions.ts';
import { listenToHeaders } from './columns/column-menu/listen-to-headers.ts';
import { applyLayout, followLayout } from './columns/apply-layout.ts';
import { holdNames } from './columns/hold-names.ts';
import { fitOnDoubleClick } from './columns/fit-columns.ts';
import { listenToHeader } from './columns/header-pointer.ts';
import { describeCells } from './drawing/describe-cells.ts';
import { followSession } from './drawing/follow-session.ts';
import { keepInSight } from './drawing/keep-in-sight.ts';
import { pinGutter } from './drawing/pin-gutter.ts';
import { followFocus } from './selection/follow-focus.ts';
import { commitOnLeaving } from './editing/commit-on-leaving.ts';
import { turnOnClick } from './editing/turn-on-click.ts';
import { FIRST_ROWS, loadRest } from './drawing/load-rows.ts';
import { followRequests } from './follow-requests.ts';
import { gridTheme, HEADER_HEIGHT, ROW_HEIGHT } from './grid-theme.ts';
import { documentOf, type GridView } from './grid-view.ts';
import { composeInCell } from './keyboard/compose-in-cell.ts';
import { listenToKeys } from './keyboard/keyboard.ts';
import { registerGridModules } from './modules.ts';
import { drawSelection } from './selection/draw-selection.ts';
import { listenToPointer } from './selection/pointer.ts';
import { selectCell } from './selection/select-cells.ts';
import { takeFocus } from './selection/take-focus.ts';
import { createNewRow, isNewRow } from './typing-row.ts';

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
    followFind(view),
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
    getRowClass: ({ data }) => (data && isNewRow(data.id) ? 'rc-typing-row' : undefined),
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
    // Of rows and headers: the frame is the one stop for Tab (`take-focus.ts`).
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
