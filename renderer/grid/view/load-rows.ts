import type { Row } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { breathe } from '../../app/session/pace.ts';
import { documentOf, type GridView } from './grid-view.ts';

/** Rows that the grid starts with, more than fit on any screen. */
export const FIRST_ROWS = 1000;

/** Rows handed to the grid in one task: AG Grid makes an object of each, and lays all of them out again. */
const SLICE = 6000;

/** Rows that leave and come again elsewhere one by one; of more, the grid gets the whole list. */
const FEW = 1000;

/**
 * Hands the grid the displayed rows as they are now, the empty one last. Rows that are as they were, at the start and at
 * the end, are left alone: the grid takes three times as long to compare a whole new list. Where very many come, those
 * after the first follow slice by slice, so that the window stays responsive.
 */
export function giveRows(view: GridView): void {
  const before = view.drawnRows;
  const all = displayedIn(documentOf(view));
  const start = sameAtStart(before, all);
  const end = sameAtEnd(before, all, Math.min(before.length, all.length) - start);
  const isMuch = all.length - start - end > SLICE;
  hand(view, all.slice(0, isMuch ? start + SLICE : all.length), start, isMuch ? 0 : end);
  if (isMuch) void loadRest(view);
}

/** Hands the grid the rest of the rows at once if it was not handed the row at an index yet, which someone goes to. */
export function giveRowsUpTo(view: GridView, index: number): void {
  const all = displayedIn(documentOf(view));
  if (view.drawnRows.length < all.length && index >= view.drawnRows.length)
    hand(view, all.slice(), view.drawnRows.length, 0);
}

/** Hands the grid, slice by slice, the rows that it was not handed yet. */
export async function loadRest(view: GridView): Promise<void> {
  if (view.isLoading) return;
  view.isLoading = true;
  const { roster } = documentOf(view);
  for (;;) {
    await breathe();
    const { document } = view.session.store.getState();
    if (document?.roster !== roster || view.api.isDestroyed()) return;
    const all = displayedIn(document);
    const { length } = view.drawnRows;
    // What a roster displays while it is read or changes is not settled; the grid is handed the rest after that.
    if (length >= all.length || document.held !== null) break;
    hand(view, all.slice(0, length + SLICE), length, 0);
  }
  view.isLoading = false;
}

/** Takes out and puts in what stands between the rows that are as they were, so many at the start and at the end. */
function hand(view: GridView, rows: readonly Row[], start: number, end: number): void {
  const before = view.drawnRows;
  const remove = before.slice(start, before.length - end);
  const add = rows.slice(start, rows.length - end);
  view.drawnRows = rows;
  if (remove.length > 0 && add.length > 0 && remove.length + add.length > FEW)
    view.api.setGridOption('rowData', [...rows, view.newRow]);
  else if (remove.length + add.length > 0) view.api.applyTransaction({ remove, add, addIndex: start });
}

function sameAtStart(before: readonly Row[], after: readonly Row[]): number {
  let count = 0;
  while (count < before.length && before[count] === after[count]) count += 1;
  return count;
}

/** At most as many as given, so that no row counts at the start and at the end. */
function sameAtEnd(before: readonly Row[], after: readonly Row[], most: number): number {
  let count = 0;
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count += 1;
  return count;
}
