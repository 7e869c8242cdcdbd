/** One person of the model: a name for the row as it wanders, and its texts. Never changed, only replaced. */
export interface ModelRow {
  readonly id: number;
  readonly cells: readonly string[];
}

/** The columns by their places in `ModelRow.cells`, from left to right as they are without pinning; pinned ones go first. */
export interface ModelColumns {
  readonly order: readonly number[];
  readonly hidden: ReadonlySet<number>;
  readonly pinned: ReadonlySet<number>;
}

/** A grid as anyone would write it down: an array of rows, what of them is shown, and copies of it to undo to. */
export interface Model {
  readonly rows: readonly ModelRow[];
  /** Ids that the filter shows; null while it shows all. */
  readonly shown: ReadonlySet<number> | null;
  /** What the texts of a column must contain to be shown, in whatever case. */
  readonly filter: { readonly column: number; readonly part: string } | null;
  readonly columns: ModelColumns;
  readonly done: readonly (readonly ModelRow[])[];
  readonly undone: readonly (readonly ModelRow[])[];
  /** Rows that ever were; the next one gets the next number. */
  readonly count: number;
}

/** What is selected: from and to, in rows and columns as shown, both included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The model of rows of texts, all equally long. */
export function createModel(texts: readonly (readonly string[])[]): Model {
  const rows = texts.map((cells, index) => ({ id: index + 1, cells }));
  const columns = {
    order: [...(texts[0]?.keys() ?? [])],
    hidden: new Set<number>(),
    pinned: new Set<number>(),
  };
  return { rows, shown: null, filter: null, columns, done: [], undone: [], count: rows.length };
}

/** The rows that the filter shows. */
export function shownRows({ rows, shown }: Model): readonly ModelRow[] {
  return shown === null ? rows : rows.filter(({ id }) => shown.has(id));
}

/** The rows of a range. */
export function rowsIn(model: Model, { top, bottom }: Pick<Range, 'top' | 'bottom'>): readonly ModelRow[] {
  return shownRows(model).slice(top, bottom + 1);
}

/** The place among all rows of a row that is shown. */
export function indexOf(model: Model, shownIndex: number): number {
  return model.rows.findIndex((row) => row === shownRows(model)[shownIndex]);
}

/** The columns from left to right, pinned ones first, hidden ones among them. */
export function arranged({ columns: { order, pinned } }: Model): readonly number[] {
  return [...order.filter((column) => pinned.has(column)), ...order.filter((column) => !pinned.has(column))];
}

/** The columns that are not hidden, from left to right. */
export function shownColumns(model: Model): readonly number[] {
  return arranged(model).filter((column) => !model.columns.hidden.has(column));
}

/** The model with other rows; a step that can be undone, unless nothing is different. New rows are shown. */
export function withRows(model: Model, rows: readonly ModelRow[]): Model {
  if (isSame(model.rows, rows)) return model;
  const added = rows.filter(({ id }) => id > model.count).map(({ id }) => id);
  return {
    ...model,
    rows,
    shown: model.shown && new Set([...model.shown, ...added]),
    done: [...model.done, model.rows],
    undone: [],
    count: Math.max(model.count, ...rows.map(({ id }) => id)),
  };
}

/** The model with each shown cell of a range replaced by what `text` says of it, by its row and column as shown. */
export function withCells(
  model: Model,
  range: Range,
  text: (row: number, column: number, before: string) => string,
): Model {
  return withRows(model, cellsSet(model, range, text));
}

/** The rows of the model with each shown cell of a range replaced. */
export function cellsSet(
  model: Model,
  { top, bottom, left, right }: Range,
  text: (row: number, column: number, before: string) => string,
): readonly ModelRow[] {
  const shown = shownRows(model);
  const columns = shownColumns(model);
  return model.rows.map((row) => {
    const index = shown.indexOf(row);
    if (index < Math.max(0, top) || index > bottom) return row;
    const cells = row.cells.map((before, place) => {
      const column = columns.indexOf(place);
      return column < Math.max(0, left) || column > right ? before : text(index, column, before);
    });
    return { ...row, cells };
  });
}

/** New rows of texts with the names that come next. */
export function newRows(model: Model, texts: readonly (readonly string[])[]): readonly ModelRow[] {
  return texts.map((cells, offset) => ({ id: model.count + 1 + offset, cells }));
}

/** The model with new rows of texts, the first of them at an index of all rows. */
export function withNew(model: Model, at: number, texts: readonly (readonly string[])[]): Model {
  return withRows(model, [...model.rows.slice(0, at), ...newRows(model, texts), ...model.rows.slice(at)]);
}

/** The model as it was a step before. */
export function undone(model: Model): Model {
  const rows = model.done.at(-1);
  if (rows === undefined) return model;
  return { ...model, rows, done: model.done.slice(0, -1), undone: [...model.undone, model.rows] };
}

/** The model as it was before the last undo. */
export function redone(model: Model): Model {
  const rows = model.undone.at(-1);
  if (rows === undefined) return model;
  return { ...model, rows, done: [...model.done, model.rows], undone: model.undone.slice(0, -1) };
}

function isSame(one: readonly ModelRow[], other: readonly ModelRow[]): boolean {
  return (
    one.length === other.length &&
    one.every((row, index) => {
      const twin = other[index];
      return row.id === twin?.id && row.cells.every((text, column) => text === twin.cells[column]);
    })
  );
}
