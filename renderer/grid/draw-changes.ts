import { headerAt } from '../../shared/roster/grid-layout.ts';
import { showColumn } from '../app/session/column-layout.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { Document } from '../app/session/document.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { GridRequest, Reveal } from '../app/session/state.ts';
import type { RowMarks } from '../upload/marks/row-mark.ts';
import { isInSight } from './cells-in-sight.ts';
import { endCut } from './clipboard/copy-cells.ts';
import { fillDown, fillRight } from './clipboard/fill-cells.ts';
import { copyByCommand, cutByCommand, pasteByCommand } from './clipboard/listen-to-clipboard.ts';
import { applyLayout } from './columns/apply-layout.ts';
import { columnDefinitions } from './columns/column-definitions.ts';
import { clearCells, putBackCells } from './editing/edit-cells.ts';
import { fitSelected } from './input/header-pointer.ts';
import {
  currentBlock,
  drawSelection,
  extendTo,
  focusCell,
  selectCell,
  showCell,
} from './selection/select-cells.ts';
import { GUTTER } from './view/grid-columns.ts';
import { documentOf, type GridView } from './view/grid-view.ts';
import { giveRows, loadRest } from './view/load-rows.ts';
import { gridIndexOf, isNewRow, rowIdAt } from './view/places.ts';

/** Draws what changes in the session: rows, problems, the selection, and where the view is asked to go. */
export function followSession(view: GridView): () => void {
  return view.session.store.subscribe((state, before) => {
    // Another roster gets another grid.
    if (state.document === null || state.document.roster !== before.document?.roster) return;
    if (state.document.version !== before.document.version) {
      // What is pasted now would be a copy, so nothing says any more that it will move.
      if (state.document.history !== before.document.history) endCut(view);
      drawDocument(view, state.document);
    } else if (state.document.shown !== before.document.shown) drawStructure(view, state.document);
    if (state.marks !== before.marks) drawMarks(view, state.marks);
    if (state.selection !== before.selection) drawSelection(view);
    if (state.reveal !== null && state.reveal !== before.reveal) go(view, state.reveal);
  });
}

function go(view: GridView, { place, head, isRows, quietly }: Reveal): void {
  unhide(view, place.position);
  if (quietly === true) {
    view.session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
    showCell(view, place);
    return;
  }
  selectCell(view, place);
  if (isRows === true) view.session.store.setState({ selection: { kind: 'rows', anchor: place, head } });
  else if (head.row !== place.row || head.position !== place.position) extendTo(view, head);
}

/** Shows a column again in which something is asked for, and says so: the user has hidden it once. */
function unhide({ session, shownPositions }: GridView, position: number): void {
  if (shownPositions.includes(position)) return;
  showColumn(session, position);
  sayDone(session, `“${headerAt(documentOf({ session }).roster, position)}” was hidden and is shown again.`);
}

function drawDocument(view: GridView, document: Document): void {
  if (document.touched.structure) drawStructure(view, document);
  else drawRows(view, document);
  void loadRest(view);
}

function drawRows(view: GridView, { touched }: Document): void {
  const rowNodes = view.api
    .getRenderedNodes()
    .filter(({ data }) => data !== undefined && touched.rows.has(data.id));
  if (rowNodes.length > 0) view.api.refreshCells({ rowNodes });
}

/** Draws the marks of an upload anew, of the rows in sight alone. */
function drawMarks({ api }: GridView, marks: RowMarks | null): void {
  const touched = marks?.touched ?? null;
  const rowNodes = api
    .getRenderedNodes()
    .filter(({ data }) => data !== undefined && (touched === null || touched.has(data.id)));
  if (rowNodes.length > 0) api.refreshCells({ rowNodes, columns: [GUTTER] });
}

/** Rows came, went, moved, or were filtered, or columns changed. What is in sight stays where it is, and so does the focus. */
function drawStructure(view: GridView, { roster }: Document): void {
  const hadFocus = view.wrapper.contains(view.wrapper.ownerDocument.activeElement);
  const head = view.session.store.getState().selection?.head;
  const wasInSight = hadFocus && head !== undefined && isInSight(view, head);
  if (view.drawnColumns !== roster.columns) {
    view.drawnColumns = roster.columns;
    view.api.setGridOption('columnDefs', columnDefinitions(view, roster));
    applyLayout(view);
  }
  giveRows(view);
  keepSelection(view);
  view.block = currentBlock(view);
  // Line numbers move with their rows, and the grid does not ask for them anew by itself.
  view.api.refreshCells();
  if (hadFocus) keepFocus(view, wasInSight);
}

/** Where the selected row is gone, the row that took its place is selected. */
function keepSelection({ session, block }: GridView): void {
  const { document, selection } = session.store.getState();
  if (document === null || selection === null || block === null) return;
  const places = [selection.anchor, selection.head];
  if (places.every((place) => gridIndexOf(document, place.row) !== null)) return;
  const row = rowIdAt(document, Math.min(block.firstRow, displayedIn(document).length));
  if (row === null) return;
  const place = { row, position: selection.anchor.position };
  // A whole row stays one, so that the next one goes by the same key.
  const kind = selection.kind === 'rows' && !isNewRow(row) ? 'rows' : 'cells';
  session.store.setState({ selection: { kind, anchor: place, head: place } });
}

/** Whoever saw the end of the selection goes on seeing it; to one that was out of sight nobody is taken. */
function keepFocus(view: GridView, wasInSight: boolean): void {
  const { selection } = view.session.store.getState();
  if (selection === null) return;
  if (wasInSight) showCell(view, selection.head);
  focusCell(view, selection.anchor);
}

const ACTS: Readonly<Record<GridRequest['what'], (view: GridView) => void>> = {
  cut: cutByCommand,
  copy: copyByCommand,
  paste: pasteByCommand,
  clear: clearCells,
  fillDown,
  fillRight,
  putBack: putBackCells,
  fitColumns: fitSelected,
};

/** Does with the selection what commands ask the grid for; the focus goes to it. Answers a function that stops it. */
export function followRequests(view: GridView): () => void {
  return view.session.store.subscribe(({ gridRequest, selection }, before) => {
    if (gridRequest === null || gridRequest === before.gridRequest || selection === null) return;
    focusCell(view, selection.anchor);
    ACTS[gridRequest.what](view);
  });
}
