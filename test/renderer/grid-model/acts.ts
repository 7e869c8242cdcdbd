import { runCommand } from '../../../renderer/commands/run-command.ts';
import { setFind } from '../../../renderer/find/find-commands.ts';
import { replaceAll } from '../../../renderer/find/replace-found.ts';
import { pasteRows } from '../../../renderer/grid/clipboard/paste-rows.ts';
import { clearCells } from '../../../renderer/grid/editing/clear-cells.ts';
import { fillDown } from '../../../renderer/grid/fill/fill-cells.ts';
import { writeCell } from '../../../renderer/grid/editing/write-cell.ts';
import type { GridView } from '../../../renderer/grid/grid-view.ts';
import { displayedRows } from '../../../renderer/session/displayed-rows.ts';
import { filterRows } from '../../../renderer/session/filter-rows.ts';
import type { CommandName } from '../../../shared/commands.ts';
import { NO_FILTER, withColumn } from '../../../shared/filter/row-filter.ts';
import { noFoundCells, setFound } from '../../../shared/find/found-cells.ts';
import { type Given, type OperationName, REPLACEMENT } from './model-operations.ts';

type Act = (view: GridView, given: Given) => void | Promise<void>;

/** How each operation is done in a session. */
export const ACTS: Readonly<Record<OperationName, Act>> = {
  type: ({ session }, { text }) => {
    const anchor = session.store.getState().selection?.anchor;
    if (anchor) writeCell(session, anchor, text);
  },
  clear: clearCells,
  paste: (view, { block }) => {
    pasteRows(view, block, null);
  },
  fillDown: (view, { range }) => {
    // One row alone takes what stands above it, which is another operation.
    if (range.bottom > range.top) fillDown(view);
  },
  insertAbove: command('rows.insertAbove'),
  insertBelow: command('rows.insertBelow'),
  duplicate: command('rows.duplicate'),
  delete: command('rows.delete'),
  moveUp: command('rows.moveUp'),
  moveDown: command('rows.moveDown'),
  sort: ({ session }, { range }) => {
    runCommand(session, range.left % 2 === 0 ? 'rows.sortAscending' : 'rows.sortDescending');
  },
  filter: ({ session }, { range, text }) => {
    filterRows(session, withColumn(NO_FILTER, range.left, { contains: text.slice(0, 1), values: null }));
  },
  replace: replaceEverywhere,
  showAll: command('view.filterClear'),
  undo: command('edit.undo'),
  redo: command('edit.redo'),
};

function command(name: CommandName): Act {
  return ({ session }) => {
    runCommand(session, name);
  };
}

/** Finds a text in every shown row and replaces it; the grid's own search, which runs in slices, is tested apart. */
async function replaceEverywhere({ session }: GridView, { text }: Given): Promise<void> {
  const found = noFoundCells();
  for (const row of displayedRows(session)) {
    const positions = row.cells.flatMap((cell, position) =>
      text !== '' && cell.includes(text) ? [position] : [],
    );
    setFound(found, row.id, positions);
  }
  const query = { text, matchCase: true, wholeCell: false, isExpression: false };
  setFind(session, { query, replacement: REPLACEMENT, found });
  await replaceAll(session);
}
