import { runCommand } from '../../../renderer/app/commands/command.ts';
import { setColumn } from '../../../renderer/find/set-column.ts';
import { setFind } from '../../../renderer/find/find-commands.ts';
import { replaceAll } from '../../../renderer/find/replace-found.ts';
import { beginCut, copyCells } from '../../../renderer/grid/clipboard/copy-cells.ts';
import { pasteContent } from '../../../renderer/grid/clipboard/paste-content.ts';
import type { ClipboardContent } from '../../../renderer/grid/clipboard/read-content.ts';
import { writeCell } from '../../../renderer/grid/editing/edit-cells.ts';
import { around, fillArea } from '../../../renderer/grid/view/places.ts';
import { fill, fillSelection } from '../../../renderer/grid/clipboard/fill-cells.ts';
import { documentOf, type GridView } from '../../../renderer/grid/view/grid-view.ts';
import { currentBlock, placeAt } from '../../../renderer/grid/selection/select-cells.ts';
import { displayedRows } from '../../../renderer/app/session/displayed-rows.ts';
import { filterRows } from '../../../renderer/app/session/filter-rows.ts';
import { selectedRows } from '../../../renderer/app/session/selected-rows.ts';
import type { CommandId, Session } from '../../../renderer/app/session/session.ts';
import type { Find } from '../../../renderer/find/find-state.ts';
import { columns } from '../../../shared/person/catalogue.ts';
import { NO_FILTER, withColumn } from '../../../shared/find/row-filter.ts';
import { clipboardText } from '../../../shared/text/clipboard.ts';
import {
  type Given,
  type OperationName,
  PASTED_COLUMNS,
  REPLACEMENT,
  withWidth,
} from './model-operations.ts';
import type { Spot } from './model-paste.ts';

type Act = (view: GridView, given: Given) => void | Promise<void>;

/** How each operation is done in a session. */
export const ACTS: Readonly<Record<OperationName, Act>> = {
  type: ({ session }, { text }) => {
    const anchor = session.store.getState().selection?.anchor;
    if (anchor) writeCell(session, anchor, text);
  },
  typeInAll: (view, { text }) => {
    fillSelection(view, text);
  },
  setColumn: ({ session }, { text }) => {
    const { selection } = session.store.getState();
    const rows = selectedRows(documentOf({ session }), selection);
    if (selection) setColumn(session, rows, selection.anchor.position, { text, also: [] });
  },
  clear: command('edit.clear'),
  paste: (view, { block }) => {
    pasteText(view, clipboardText(block));
  },
  pasteByHeader: (view, { block }) => {
    const headers = PASTED_COLUMNS.map((position) => columns[position]?.header ?? '');
    pasteText(view, clipboardText([headers, ...withWidth(block)]));
    const { dialog } = view.session.store.getState();
    if (dialog?.kind !== 'pasteHeaders') throw new Error('The headers were not recognised');
    view.session.store.setState({ dialog: null });
    dialog.then(dialog.headers.map(({ key }) => key));
  },
  copy: (view, { to }) => {
    const copied = copySelected(view);
    select(view, to);
    pasteContent(view, copied);
  },
  cut: (view, { to }) => {
    const copied = copySelected(view);
    beginCut(view, copied.region, copied.text);
    select(view, to);
    pasteContent(view, copied);
  },
  fillDown: command('edit.fillDown'),
  fillRight: command('edit.fillRight'),
  dragHandle: (view, { to }) => {
    const source = currentBlock(view);
    const area = source && fillArea(source, to, displayedRows(view.session).length);
    if (source && area) fill(view, source, area, around(source, area));
  },
  insertAbove: command('rows.insertAbove'),
  insertBelow: command('rows.insertBelow'),
  addRow: command('rows.add'),
  duplicate: command('rows.duplicate'),
  delete: command('rows.delete'),
  moveUp: command('rows.moveUp'),
  moveDown: command('rows.moveDown'),
  leadersFirst: command('rows.leadersFirst'),
  sort: ({ session }, { range }) => {
    // Dates go by their days, which is the sort's own test.
    const position = session.store.getState().selection?.anchor.position ?? -1;
    if (columns[position]?.field === 'date') return;
    runCommand(session, range.left % 2 === 0 ? 'rows.sortAscending' : 'rows.sortDescending');
  },
  filter: ({ session }, { text }) => {
    const position = session.store.getState().selection?.anchor.position ?? -1;
    filterRows(session, withColumn(NO_FILTER, position, { contains: text.slice(0, 1), values: null }));
  },
  filterProblems: command('view.filterProblems'),
  showAll: command('view.filterClear'),
  replace: replaceEverywhere,
  fixSafe: command('problems.fixSafe'),
  hideColumns: command('columns.hide'),
  showColumns: command('columns.showAll'),
  pinColumns: command('columns.pin'),
  moveLeft: command('columns.moveLeft'),
  moveRight: command('columns.moveRight'),
  resetColumns: command('columns.reset'),
  undo: command('edit.undo'),
  redo: command('edit.redo'),
};

function command(name: CommandId): Act {
  return ({ session }) => {
    runCommand(session, name);
  };
}

function pasteText(view: GridView, text: string): void {
  pasteContent(view, { text, html: '' });
}

function copySelected(view: GridView): ClipboardContent & NonNullable<ReturnType<typeof copyCells>> {
  const copied = copyCells(view);
  if (copied === null) throw new Error('Nothing was selected');
  return copied;
}

function select(view: GridView, spot: Spot): void {
  const place = placeAt(view, spot);
  if (place) view.session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
}

/** Finds a text by the bar's own search, in every shown cell, and replaces it. */
async function replaceEverywhere({ session }: GridView, { text }: Given): Promise<void> {
  const query = { text, matchCase: true, wholeCell: false, isExpression: false };
  const searched = found(session);
  setFind(session, { isShown: true, query, replacement: REPLACEMENT });
  await searched;
  await replaceAll(session);
  setFind(session, { isShown: false, query: { ...query, text: '' } });
}

function found(session: Session): Promise<Find> {
  return new Promise((resolve) => {
    const stop = session.store.subscribe(({ find }, before) => {
      if (find.progress === before.find.progress || find.progress.kind !== 'done') return;
      stop();
      resolve(find);
    });
  });
}
