import { arranged, type Model, type ModelColumns, type Range, shownColumns } from './model.ts';

/** Hides the columns of a range, unless they are all. */
export function hide(model: Model, range: Range): Model {
  const hiding = columnsIn(model, range);
  if (hiding.length === shownColumns(model).length) return model;
  return withColumns(model, { hidden: new Set([...model.columns.hidden, ...hiding]) });
}

/** Shows every column. */
export function showAllColumns(model: Model): Model {
  return model.columns.hidden.size === 0 ? model : withColumns(model, { hidden: new Set() });
}

/** Pins the columns of a range, or lets them go if all of them are pinned. */
export function pin(model: Model, range: Range): Model {
  const columns = columnsIn(model, range);
  const isPinning = columns.some((column) => !model.columns.pinned.has(column));
  return withPinned(model, columns, isPinning);
}

/** Moves the columns of a range one place to the left or right; they are pinned as the one that they go past. */
export function moveColumns(model: Model, range: Range, direction: -1 | 1): Model {
  const moving = columnsIn(model, range);
  const past = shownColumns(model)[direction === -1 ? range.left - 1 : range.right + 1];
  if (past === undefined) return model;
  const [first] = moving;
  const all = arranged(model);
  const [stepping, before] = direction === -1 ? [moving, past] : [[past], first];
  const staying = all.filter((column) => !stepping.includes(column));
  const at = staying.findIndex((column) => column === before);
  const order = [...staying.slice(0, at), ...stepping, ...staying.slice(at)];
  return withPinned(withColumns(model, { order }), moving, model.columns.pinned.has(past));
}

/** Shows the columns as they were at first. */
export function resetColumns(model: Model): Model {
  const { order, hidden, pinned } = model.columns;
  const sorted = order.toSorted((one, other) => one - other);
  const isSame = hidden.size === 0 && pinned.size === 0 && order.join() === sorted.join();
  return isSame ? model : withColumns(model, { order: sorted, hidden: new Set(), pinned: new Set() });
}

function columnsIn(model: Model, { left, right }: Range): readonly number[] {
  return shownColumns(model).slice(left, right + 1);
}

function withPinned(model: Model, columns: readonly number[], isPinned: boolean): Model {
  const others = [...model.columns.pinned].filter((column) => !columns.includes(column));
  return withColumns(model, { pinned: new Set(isPinned ? [...others, ...columns] : others) });
}

/** How columns are shown belongs to the user and not to the roster, so it is no step that undo takes back. */
function withColumns(model: Model, changes: Partial<ModelColumns>): Model {
  return { ...model, columns: { ...model.columns, ...changes } };
}
