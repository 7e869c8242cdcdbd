import type { PendingChange } from '../../../shared/roster/change.ts';
import { type CellText, setCells } from '../../../shared/roster/edits.ts';
import { putBlock } from '../../../shared/roster/put-block.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';
import { currentBlock, placeAt } from '../selection/select-cells.ts';
import type { Area } from '../view/places.ts';
import { type FillHow, filledTexts } from './fill-series.ts';

/** Ctrl+D: the selection's first row goes into those below; of one row, the row above goes into it, as in Excel. */
export function fillDown(view: GridView): void {
  const block = currentBlock(view);
  if (block === null) return;
  const isOne = block.firstRow === block.lastRow;
  const from = isOne ? block.firstRow - 1 : block.firstRow;
  if (from >= 0)
    fill(view, { ...block, firstRow: from, lastRow: from }, { ...block, firstRow: from + 1 }, block);
}

/** Ctrl+R: the selection's first column goes into those to its right; of one column, the one to its left goes into it. */
export function fillRight(view: GridView): void {
  const block = currentBlock(view);
  if (block === null) return;
  const isOne = block.firstColumn === block.lastColumn;
  const from = isOne ? block.firstColumn - 1 : block.firstColumn;
  const source = { ...block, firstColumn: from, lastColumn: from };
  if (from >= 0) fill(view, source, { ...block, firstColumn: from + 1 }, block);
}

/** Puts into an area what another gives on that side, as one undo step, and selects a third. */
export function fill(
  view: GridView,
  source: Area,
  target: Area,
  selected: Area,
  how: FillHow = 'copy',
): void {
  const { roster } = documentOf(view);
  const rows = displayedIn(documentOf(view)).slice(target.firstRow, target.lastRow + 1);
  const positions = view.shownPositions.slice(target.firstColumn, target.lastColumn + 1);
  const texts = filledTexts(view, source, target, how);
  if (texts.length === 0) return;
  const count = rows.length * positions.length;
  const label = count === 1 ? 'Fill cell' : `Fill ${count.toLocaleString('en-US')} cells`;
  edit(view.session, label, putBlock(roster, { rows, newRows: 0, positions }, texts), () => {
    select(view, selected);
  });
}

/** Puts one text into every selected cell, as one undo step, in which other cells may change too. */
export function fillSelection(view: GridView, text: string, also: readonly CellText[] = []): void {
  const block = currentBlock(view);
  if (block === null) return;
  const { roster } = documentOf(view);
  const rows = displayedIn(documentOf(view)).slice(block.firstRow, block.lastRow + 1);
  const positions = view.shownPositions.slice(block.firstColumn, block.lastColumn + 1);
  const label = `Fill ${(rows.length * positions.length).toLocaleString('en-US')} cells`;
  const filling = putBlock(roster, { rows, newRows: 0, positions }, [[text]]);
  edit(view.session, label, alsoSetting(roster, filling, also));
}

function* alsoSetting(roster: Roster, making: PendingChange, also: readonly CellText[]): PendingChange {
  const change = yield* making;
  const { cells } = yield* setCells(roster, also);
  return { ...change, cells: change.cells.concat(cells) };
}

function select(view: GridView, { firstRow, lastRow, firstColumn, lastColumn }: Area): void {
  const { selection } = view.session.store.getState();
  const anchor = placeAt(view, { row: firstRow, column: firstColumn });
  const head = placeAt(view, { row: lastRow, column: lastColumn });
  if (selection && anchor && head)
    view.session.store.setState({ selection: { kind: selection.kind, anchor, head } });
}
