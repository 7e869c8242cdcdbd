/** One person of the model: a name for the row as it wanders, and its texts. Never changed, only replaced. */
export interface ModelRow {
  readonly id: number;
  readonly cells: readonly string[];
}

/** A grid as anyone would write it down: an array of rows, the ones that are shown, and copies of it to undo to. */
export interface Model {
  readonly rows: readonly ModelRow[];
  /** Ids that the filter shows; null while it shows all. */
  readonly shown: ReadonlySet<number> | null;
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

/** The model of rows of texts. */
export function createModel(texts: readonly (readonly string[])[]): Model {
  const rows = texts.map((cells, index) => ({ id: index + 1, cells }));
  return { rows, shown: null, done: [], undone: [], count: rows.length };
}

/** The rows that the filter shows. */
export function shownRows({ rows, shown }: Model): readonly ModelRow[] {
  return shown === null ? rows : rows.filter(({ id }) => shown.has(id));
}

/** The model with other rows; a step that can be undone, unless nothing is different. New rows are shown. */
export function withRows(model: Model, rows: readonly ModelRow[]): Model {
  if (isSame(model.rows, rows)) return model;
  const added = rows.filter(({ id }) => id > model.count).map(({ id }) => id);
  return {
    rows,
    shown: model.shown && new Set([...model.shown, ...added]),
    done: [...model.done, model.rows],
    undone: [],
    count: Math.max(model.count, ...rows.map(({ id }) => id)),
  };
}

/** The model with each shown cell of a range replaced by what `text` says of it. */
export function withCells(
  model: Model,
  { top, bottom, left, right }: Range,
  text: (row: number, column: number, before: string) => string,
): Model {
  const places = new Map(shownRows(model).map(({ id }, index) => [id, index]));
  const rows = model.rows.map((row) => {
    const index = places.get(row.id) ?? -1;
    if (index < top || index > bottom) return row;
    const cells = row.cells.map((before, column) =>
      column < left || column > right ? before : text(index, column, before),
    );
    return { ...row, cells };
  });
  return withRows(model, rows);
}

/** The model with new rows of texts, the first of them at an index of all rows. */
export function withNew(model: Model, at: number, texts: readonly (readonly string[])[]): Model {
  const added = texts.map((cells, offset) => ({ id: model.count + 1 + offset, cells }));
  return withRows(model, [...model.rows.slice(0, at), ...added, ...model.rows.slice(at)]);
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
