import { runCommand } from '../../../renderer/commands/run-command.ts';
import type { CommandName } from '../../../shared/commands.ts';
import { clearCells } from '../../../renderer/grid/editing/clear-cells.ts';
import { writeCell } from '../../../renderer/grid/editing/write-cell.ts';
import { pasteRows } from '../../../renderer/grid/clipboard/paste-rows.ts';
import { setFind } from '../../../renderer/find/find-commands.ts';
import { replaceAll } from '../../../renderer/find/replace-found.ts';
import { displayedRows } from '../../../renderer/session/displayed-rows.ts';
import { noFoundCells, setFound } from '../../../shared/find/found-cells.ts';
import type { GridView } from '../../../renderer/grid/grid-view.ts';
import { filterRows } from '../../../renderer/session/filter-rows.ts';
import { NO_FILTER, withColumn } from '../../../shared/filter/row-filter.ts';
import {
  type Model,
  type ModelRow,
  type Range,
  redone,
  shownRows,
  undone,
  withCells,
  withNew,
  withRows,
} from './model.ts';

/** What an operation is given: what is selected, a text and a block of texts. */
export interface Given {
  readonly range: Range;
  readonly text: string;
  readonly block: readonly (readonly string[])[];
}

/** One thing that a user does, in the window and in the model, where it is obvious. */
export interface Operation {
  readonly act: (view: GridView, given: Given) => void | Promise<void>;
  /** Whether it needs no selection, so that it is done even where no row is shown. */
  readonly always?: true;
  readonly model: (model: Model, given: Given) => Model;
}

function command(name: CommandName): Operation['act'] {
  return ({ session }) => {
    runCommand(session, name);
  };
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true });

/** Every operation by its name; a new one is one entry. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  type: {
    act: ({ session }, { text }) => {
      const anchor = session.store.getState().selection?.anchor;
      if (anchor) writeCell(session, anchor, text);
    },
    model: (model, { range, text }) => withCells(model, corner(range), () => text),
  },
  clear: {
    act: clearCells,
    model: (model, { range }) => withCells(model, range, () => ''),
  },
  paste: {
    act: (view, { block }) => {
      pasteRows(view, block, null);
    },
    model: paste,
  },
  insertAbove: {
    act: command('rows.insertAbove'),
    model: (model, { range }) => insert(model, range, indexOf(model, range.top)),
  },
  insertBelow: {
    act: command('rows.insertBelow'),
    model: (model, { range }) => insert(model, range, indexOf(model, range.bottom) + 1),
  },
  duplicate: {
    act: command('rows.duplicate'),
    model: (model, { range }) =>
      withNew(
        model,
        indexOf(model, range.bottom) + 1,
        rowsOf(model, range).map(({ cells }) => cells),
      ),
  },
  delete: {
    act: command('rows.delete'),
    model: (model, { range }) => {
      const leaving = rowsOf(model, range);
      return withRows(
        model,
        model.rows.filter((row) => !leaving.includes(row)),
      );
    },
  },
  moveUp: {
    act: command('rows.moveUp'),
    model: (model, { range }) => (range.top === 0 ? model : moveBefore(model, range, range.top - 1)),
  },
  moveDown: {
    act: command('rows.moveDown'),
    model: (model, { range }) =>
      range.bottom === shownRows(model).length - 1 ? model : moveBefore(model, range, range.bottom + 2),
  },
  sort: {
    act: ({ session }, { range }) => {
      runCommand(session, range.left % 2 === 0 ? 'rows.sortAscending' : 'rows.sortDescending');
    },
    model: sort,
  },
  filter: {
    act: ({ session }, { range, text }) => {
      filterRows(session, withColumn(NO_FILTER, range.left, { contains: text.slice(0, 1), values: null }));
    },
    model: (model, { range, text }) => {
      const part = text.slice(0, 1).toLowerCase();
      const passing = model.rows.filter(({ cells }) => cells[range.left]?.toLowerCase().includes(part));
      return { ...model, shown: part === '' ? null : new Set(passing.map(({ id }) => id)) };
    },
  },
  replace: {
    act: replaceEverywhere,
    model: (model, { text }) =>
      withCells(model, EVERYWHERE, (_row, _column, before) =>
        text === '' ? before : before.replaceAll(text, REPLACEMENT),
      ),
  },
  showAll: {
    always: true,
    act: command('view.filterClear'),
    model: (model) => ({ ...model, shown: null }),
  },
  undo: { always: true, act: command('edit.undo'), model: undone },
  redo: { always: true, act: command('edit.redo'), model: redone },
};

const REPLACEMENT = 'Zoe';
const EVERYWHERE: Range = { top: 0, bottom: Infinity, left: 0, right: Infinity };

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

function corner({ top, left }: Range): Range {
  return { top, bottom: top, left, right: left };
}

function rowsOf(model: Model, { top, bottom }: Range): readonly ModelRow[] {
  return shownRows(model).slice(top, bottom + 1);
}

/** The place among all rows of a row that is shown. */
function indexOf(model: Model, shownIndex: number): number {
  return model.rows.findIndex((row) => row === shownRows(model)[shownIndex]);
}

function insert(model: Model, range: Range, at: number): Model {
  const empty = model.rows[0]?.cells.map(() => '') ?? [];
  return withNew(
    model,
    at,
    rowsOf(model, range).map(() => empty),
  );
}

function moveBefore(model: Model, range: Range, shownIndex: number): Model {
  const moving = rowsOf(model, range);
  const before = shownRows(model)[shownIndex];
  const at = before ? model.rows.indexOf(before) : indexOf(model, shownRows(model).length - 1) + 1;
  const staying = (rows: readonly ModelRow[]): ModelRow[] => rows.filter((row) => !moving.includes(row));
  return withRows(model, [...staying(model.rows.slice(0, at)), ...moving, ...staying(model.rows.slice(at))]);
}

/** Into the whole selection where the block fits a whole number of times, else from its corner on, and past the end. */
function paste(model: Model, { range, block }: Given): Model {
  const [rows, columns] = [block.length, block[0]?.length ?? 0];
  const fits = [(range.bottom - range.top + 1) % rows, (range.right - range.left + 1) % columns].every(
    (rest) => rest === 0,
  );
  const { top, left } = range;
  const into = fits ? range : { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  const text = (row: number, column: number): string =>
    block[(row - top) % rows]?.[(column - left) % columns] ?? '';
  const there = withCells(model, into, text);
  const width = model.rows[0]?.cells.length ?? 0;
  const added: string[][] = [];
  for (let row = shownRows(model).length; row <= into.bottom; row += 1)
    added.push(
      Array.from({ length: width }, (_, column) =>
        column < into.left || column > into.right ? '' : text(row, column),
      ),
    );
  while (
    added
      .at(-1)
      ?.every(
        (_, column) =>
          column < into.left ||
          column > into.right ||
          text(shownRows(model).length + added.length - 1, column) === '',
      ) === true
  )
    added.pop();
  const grown = withNew(there, there.rows.length, added);
  // One paste is one step, whatever it does.
  return grown === model || grown.rows === there.rows
    ? there
    : { ...grown, done: [...model.done, model.rows], undone: [] };
}

/** The selected rows where there are several, else all, in the places that they have; empty texts come last. */
function sort(model: Model, { range }: Given): Model {
  const selected = rowsOf(model, range);
  const sorting = selected.length > 1 ? selected : model.rows;
  const sign = range.left % 2 === 0 ? 1 : -1;
  const textOf = ({ cells }: ModelRow): string => (cells[range.left] ?? '').trim();
  const sorted = sorting.toSorted((a, b) => {
    if (textOf(a) === '' || textOf(b) === '') return Number(textOf(a) === '') - Number(textOf(b) === '');
    return COLLATOR.compare(textOf(a), textOf(b)) * sign;
  });
  let next = 0;
  const rows = model.rows.map((row) => (sorting.includes(row) ? (sorted[next++] ?? row) : row));
  return withRows(model, rows);
}
