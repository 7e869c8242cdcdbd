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

/** What each operation does to a plain table of texts; those who drive a real grid have an entry for each. */
export const MODEL_OPERATIONS = {
  type: (model, { range, text }) => withCells(model, corner(range), () => text),
  clear: (model, { range }) => withCells(model, range, () => ''),
  paste,
  fillDown: (model, { range }) =>
    withCells(model, range, (row, column, before) =>
      row === range.top ? before : (shownRows(model)[range.top]?.cells[column] ?? ''),
    ),
  insertAbove: (model, { range }) => insert(model, range, indexOf(model, range.top)),
  insertBelow: (model, { range }) => insert(model, range, indexOf(model, range.bottom) + 1),
  duplicate: (model, { range }) => {
    const texts = rowsOf(model, range).map(({ cells }) => cells);
    return withNew(model, indexOf(model, range.bottom) + 1, texts);
  },
  delete: (model, { range }) => {
    const leaving = rowsOf(model, range);
    const staying = model.rows.filter((row) => !leaving.includes(row));
    return withRows(model, staying);
  },
  moveUp: (model, { range }) => (range.top === 0 ? model : moveBefore(model, range, range.top - 1)),
  moveDown: (model, { range }) =>
    range.bottom === shownRows(model).length - 1 ? model : moveBefore(model, range, range.bottom + 2),
  sort,
  filter: (model, { range, text }) => {
    const part = text.slice(0, 1).toLowerCase();
    const passing = model.rows.filter(({ cells }) => cells[range.left]?.toLowerCase().includes(part));
    return { ...model, shown: part === '' ? null : new Set(passing.map(({ id }) => id)) };
  },
  replace: (model, { text }) =>
    withCells(model, EVERYWHERE, (_row, _column, before) =>
      text === '' ? before : before.replaceAll(text, REPLACEMENT),
    ),
  showAll: (model) => ({ ...model, shown: null }),
  undo: undone,
  redo: redone,
} as const satisfies Readonly<Record<string, (model: Model, given: Given) => Model>>;

/** The name of an operation. */
export type OperationName = keyof typeof MODEL_OPERATIONS;

// The table's keys are exactly the operations' names.
export const OPERATION_NAMES = Object.keys(MODEL_OPERATIONS) as OperationName[];

/** Operations that need no selection, so that they are done even where no row is shown. */
export const WITHOUT_SELECTION: ReadonlySet<OperationName> = new Set(['showAll', 'undo', 'redo']);

const COLLATOR = new Intl.Collator(undefined, { numeric: true });

/** What `replace` puts in the place of what it finds. */
export const REPLACEMENT = 'Zoe';
const EVERYWHERE: Range = { top: 0, bottom: Infinity, left: 0, right: Infinity };

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
