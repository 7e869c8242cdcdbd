import {
  cellsSet,
  type Model,
  type ModelRow,
  newRows,
  type Range,
  rowsIn,
  shownColumns,
  shownRows,
  withRows,
} from './model.ts';

type Block = readonly (readonly string[])[];

/** A cell as shown. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The texts of a range as they are shown. */
export function textsIn(model: Model, range: Range): Block {
  const columns = shownColumns(model).slice(range.left, range.right + 1);
  return rowsIn(model, range).map(({ cells }) => columns.map((column) => cells[column] ?? ''));
}

/** Into the whole range where the block fits a whole number of times, else from its corner on, and past the last row. */
export function paste(model: Model, range: Range, block: Block): Model {
  return withRows(model, pasted(model, areaFor(model, range, block), block));
}

/** The cells of a range go to another spot, each to where it fits; what does not fit stays. One step. */
export function move(model: Model, range: Range, { row, column }: Spot): Model {
  const block = textsIn(model, range);
  const [bottom, right] = [row + range.bottom - range.top, column + range.right - range.left];
  const into = areaFor(model, { top: row, bottom, left: column, right }, block);
  const leaving = { ...range, right: range.left + into.right - into.left };
  const left: Model = { ...model, rows: cellsSet(model, leaving, () => '') };
  return withRows(model, pasted(left, into, block));
}

/** Writes rows into columns, whether shown or not, from a shown row on. */
export function pasteInto(model: Model, top: number, columns: readonly number[], block: Block): Model {
  const shown = shownRows(model);
  const put = (cells: readonly string[], texts: readonly string[] | undefined): readonly string[] =>
    cells.map((before, place) => texts?.[columns.indexOf(place)] ?? before);
  const there = model.rows.map((row) => {
    const texts = block[shown.indexOf(row) - top];
    return shown.includes(row) && texts !== undefined ? { ...row, cells: put(row.cells, texts) } : row;
  });
  const added = withoutBlankEnd(block.slice(Math.max(0, shown.length - top)));
  const empty = emptyCells(model);
  return withRows(model, [
    ...there,
    ...newRows(
      model,
      added.map((texts) => put(empty, texts)),
    ),
  ]);
}

/** The texts of a row without any. */
export function emptyCells({ columns }: Model): readonly string[] {
  return columns.order.map(() => '');
}

/** Where a block goes; of what is to the right of the last column, nothing does. */
function areaFor(model: Model, range: Range, block: Block): Range {
  const [rows, columns] = [block.length, block[0]?.length ?? 0];
  const rests = [(range.bottom - range.top + 1) % rows, (range.right - range.left + 1) % columns];
  const fits = rests.every((rest) => rest === 0);
  const { top, left } = range;
  const area = fits ? range : { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  return { ...area, right: Math.min(area.right, shownColumns(model).length - 1) };
}

/** The rows with a block repeated in an area that may reach past the last row; rows without text are not added. */
function pasted(model: Model, area: Range, block: Block): readonly ModelRow[] {
  const { top, left } = area;
  const textAt = (row: number, column: number): string => {
    const texts = block[(row - top) % block.length] ?? [];
    return texts[(column - left) % texts.length] ?? '';
  };
  const columns = shownColumns(model);
  const added: string[][] = [];
  for (let row = shownRows(model).length; row <= area.bottom; row += 1)
    added.push(
      emptyCells(model).map((empty, place) => {
        const column = columns.indexOf(place);
        return column < left || column > area.right ? empty : textAt(row, column);
      }),
    );
  return [...cellsSet(model, area, textAt), ...newRows(model, withoutBlankEnd(added))];
}

function withoutBlankEnd(block: Block): Block {
  const last = block.findLastIndex((texts) => texts.some((text) => text !== ''));
  return block.slice(0, last + 1);
}
