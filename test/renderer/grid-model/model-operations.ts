import { AT, columns } from '../../../shared/person/catalogue.ts';
import { applyChange } from '../../../shared/roster/change.ts';
import { check } from '../../../shared/rules/checker.ts';
import { safeFixes } from '../../../shared/rules/safe-fixes.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { currentSettings } from '../../../renderer/app/session/settings.ts';
import { initialState } from '../../../renderer/app/session/state.ts';
import { rosterOf } from './model-roster.ts';
import { hide, moveColumns, pin, resetColumns, showAllColumns } from './model-columns.ts';
import { emptyCells, move, paste, pasteInto, type Spot, textsIn } from './model-paste.ts';
import {
  indexOf,
  type Model,
  type ModelRow,
  type Range,
  redone,
  rowsIn,
  shownColumns,
  shownRows,
  undone,
  withCells,
  withNew,
  withRows,
} from './model.ts';

/** What an operation is given: what is selected, another cell to go to, a text and a block of texts. */
export interface Given {
  readonly range: Range;
  /** The cell of the range that takes what is typed: its first or last row, its first column. */
  readonly active: Spot;
  readonly to: Spot;
  readonly text: string;
  readonly block: readonly (readonly string[])[];
}

/** What each operation does to a plain table of texts; those who drive a real grid have an entry for each. */
export const MODEL_OPERATIONS = {
  type: (model, { active, text }) => withCells(model, cell(active), () => text),
  typeInAll: (model, { range, text }) => withCells(model, range, () => text),
  setColumn: (model, { range, text }) => withCells(model, { ...range, right: range.left }, () => text),
  clear: (model, { range }) => withCells(model, range, () => ''),
  paste: (model, { range, block }) => paste(model, range, block),
  pasteByHeader: (model, { range, block }) => pasteInto(model, range.top, PASTED_COLUMNS, withWidth(block)),
  copy: (model, { range, to }) => paste(model, cell(to), textsIn(model, range)),
  cut: (model, { range, to }) => move(model, range, to),
  fillDown: (model, { range }) => {
    const from = range.top === range.bottom ? range.top - 1 : range.top;
    const texts = textsIn(model, { ...range, top: from, bottom: from })[0] ?? [];
    return withCells(model, range, (_, column, before) =>
      from < 0 ? before : (texts[column - range.left] ?? ''),
    );
  },
  fillRight: (model, { range }) => {
    const from = range.left === range.right ? range.left - 1 : range.left;
    const texts = textsIn(model, { ...range, left: from, right: from });
    return withCells(model, range, (row, _, before) =>
      from < 0 ? before : (texts[row - range.top]?.[0] ?? ''),
    );
  },
  dragHandle,
  insertAbove: (model, { range }) => insert(model, range, indexOf(model, range.top)),
  insertBelow: (model, { range }) => insert(model, range, indexOf(model, range.bottom) + 1),
  addRow: (model, { range }) => withNew(model, indexOf(model, range.bottom) + 1, [emptyCells(model)]),
  duplicate: (model, { range }) => {
    const texts = rowsIn(model, range).map(({ cells }) => cells);
    return withNew(model, indexOf(model, range.bottom) + 1, texts);
  },
  delete: (model, { range }) => {
    const leaving = rowsIn(model, range);
    const staying = model.rows.filter((row) => !leaving.includes(row));
    return withRows(model, staying);
  },
  moveUp: (model, { range }) => (range.top === 0 ? model : moveBefore(model, range, range.top - 1)),
  moveDown: (model, { range }) =>
    range.bottom === shownRows(model).length - 1 ? model : moveBefore(model, range, range.bottom + 2),
  leadersFirst,
  sort,
  filter: (model, { range, text }) => {
    const filter = { column: shownColumns(model)[range.left] ?? 0, part: text.slice(0, 1).toLowerCase() };
    return filter.part === '' ? unfiltered(model) : showing({ ...model, filter }, () => true);
  },
  filterProblems: (model) => {
    const roster = rosterOf(model);
    const checker = check(roster, currentSettings(initialState));
    return showing(model, (index) => checker.problemsOf(roster.rows[index]?.id ?? 0).length > 0);
  },
  showAll: unfiltered,
  replace: (model, { text }) => {
    const secret = shownColumns(model).indexOf(AT.temporaryPassword);
    return withCells(model, EVERYWHERE, (_, column, before) =>
      text === '' || column === secret ? before : before.replaceAll(text, REPLACEMENT),
    );
  },
  fixSafe: (model) => {
    const roster = rosterOf(model);
    finish(applyChange(roster, finish(safeFixes(roster, check(roster, currentSettings(initialState))))));
    return withRows(
      model,
      model.rows.map((row, index) => ({ ...row, cells: roster.rows[index]?.cells ?? [] })),
    );
  },
  hideColumns: (model, { range }) => hide(model, range),
  showColumns: showAllColumns,
  pinColumns: (model, { range }) => pin(model, range),
  moveLeft: (model, { range }) => moveColumns(model, range, -1),
  moveRight: (model, { range }) => moveColumns(model, range, 1),
  resetColumns,
  undo: undone,
  redo: redone,
} as const satisfies Readonly<Record<string, (model: Model, given: Given) => Model>>;

/** The name of an operation. */
export type OperationName = keyof typeof MODEL_OPERATIONS;

// The table's keys are exactly the operations' names.
export const OPERATION_NAMES = Object.keys(MODEL_OPERATIONS) as OperationName[];

/** Operations that need no selection, so that they are done even where no row is shown. */
export const WITHOUT_SELECTION: ReadonlySet<OperationName> = new Set([
  'filterProblems',
  'fixSafe',
  'leadersFirst',
  'redo',
  'resetColumns',
  'showAll',
  'showColumns',
  'undo',
]);

/** What `replace` puts in the place of what it finds. */
export const REPLACEMENT = 'Zoe';
const EVERYWHERE: Range = { top: 0, bottom: Infinity, left: 0, right: Infinity };

/** The columns that `pasteByHeader` names, in the order of the clipboard. */
export const PASTED_COLUMNS = [AT.homeTown, AT.email, AT.temporaryPassword];

/** A block that is as wide as `PASTED_COLUMNS`. */
export function withWidth(block: Given['block']): string[][] {
  return block.map((texts) => PASTED_COLUMNS.map((_, column) => texts[column] ?? ''));
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true });

function cell({ row, column }: Spot): Range {
  return { top: row, bottom: row, left: column, right: column };
}

/** The model with those rows shown that the column's filter and a test of their index let through. */
function showing(model: Model, test: (index: number) => boolean): Model {
  const { column, part } = model.filter ?? { column: 0, part: '' };
  // Nobody finds out a temporary password by filters.
  const textOf = ({ cells }: ModelRow): string =>
    column === AT.temporaryPassword ? '' : (cells[column] ?? '').toLowerCase();
  const passing = model.rows.filter((row, index) => textOf(row).includes(part) && test(index));
  return { ...model, shown: new Set(passing.map(({ id }) => id)) };
}

function unfiltered(model: Model): Model {
  return model.shown === null ? model : { ...model, shown: null, filter: null };
}

function insert(model: Model, range: Range, at: number): Model {
  return withNew(
    model,
    at,
    rowsIn(model, range).map(() => emptyCells(model)),
  );
}

function moveBefore(model: Model, range: Range, shownIndex: number): Model {
  const moving = rowsIn(model, range);
  const before = shownRows(model)[shownIndex];
  const at = before ? model.rows.indexOf(before) : indexOf(model, shownRows(model).length - 1) + 1;
  const staying = (rows: readonly ModelRow[]): ModelRow[] => rows.filter((row) => !moving.includes(row));
  return withRows(model, [...staying(model.rows.slice(0, at)), ...moving, ...staying(model.rows.slice(at))]);
}

/** Repeats the range in the one direction in which the other cell is farther away. */
function dragHandle(model: Model, { range, to }: Given): Model {
  const { top, bottom, left, right } = range;
  const down = to.row > bottom ? to.row - bottom : Math.min(0, to.row - top);
  const across = to.column > right ? to.column - right : Math.min(0, to.column - left);
  const isDown = Math.abs(down) >= Math.abs(across);
  const into = isDown
    ? { ...range, top: Math.min(top, to.row), bottom: Math.max(bottom, to.row) }
    : { ...range, left: Math.min(left, to.column), right: Math.max(right, to.column) };
  const texts = textsIn(model, range);
  const [height, width] = [bottom - top + 1, right - left + 1];
  return withCells(
    model,
    into,
    (row, column) => texts[around(row - top, height)]?.[around(column - left, width)] ?? '',
  );
}

function around(offset: number, count: number): number {
  return ((offset % count) + count) % count;
}

/** Wave by wave, those whose leader stands already or is not here; where none is left, whoever leads himself by others. */
function leadersFirst(model: Model): Model {
  let waiting = model.rows;
  const ordered: ModelRow[] = [];
  while (waiting.length > 0) {
    const isFree = (row: ModelRow): boolean => {
      const leader = leaderOf(model, row);
      return leader === null || leader === row || ordered.includes(leader);
    };
    const free = waiting.filter(isFree);
    const wave = free.length > 0 ? free : waiting.filter((row) => isInCycle(model, row));
    ordered.push(...wave);
    waiting = waiting.filter((row) => !wave.includes(row));
  }
  return withRows(model, ordered);
}

/** The first row whose address, or else whose ID, the team leader's cell names. */
function leaderOf({ rows }: Model, { cells }: ModelRow): ModelRow | null {
  const name = cells[AT.teamLeader]?.trim() ?? '';
  const has = (position: number) => (row: ModelRow) =>
    name !== '' && row.cells[position]?.trim().toLowerCase() === name.toLowerCase();
  return rows.find(has(AT.email)) ?? rows.find(has(AT.employeeId)) ?? null;
}

function isInCycle(model: Model, start: ModelRow): boolean {
  let leader = leaderOf(model, start);
  for (let steps = 0; steps < model.rows.length && leader !== null; steps += 1) {
    if (leader === start) return true;
    leader = leaderOf(model, leader);
  }
  return false;
}

/** The selected rows where there are several, else all, in the places that they have; empty texts come last. */
function sort(model: Model, { range }: Given): Model {
  const column = shownColumns(model)[range.left] ?? 0;
  if (columns[column]?.field === 'date') return model;
  const selected = rowsIn(model, range);
  const sorting = selected.length > 1 ? selected : model.rows;
  const sign = range.left % 2 === 0 ? 1 : -1;
  const textOf = ({ cells }: ModelRow): string => (cells[column] ?? '').trim();
  const sorted = sorting.toSorted((a, b) => {
    if (textOf(a) === '' || textOf(b) === '') return Number(textOf(a) === '') - Number(textOf(b) === '');
    return COLLATOR.compare(textOf(a), textOf(b)) * sign;
  });
  let next = 0;
  const rows = model.rows.map((row) => (sorting.includes(row) ? (sorted[next++] ?? row) : row));
  return withRows(model, rows);
}
