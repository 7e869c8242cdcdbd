import { columns } from '../../../shared/person/catalogue.ts';
import { cellAt, type RowId } from '../../../shared/roster/roster.ts';
import { clipboardTable, clipboardText } from '../../../shared/text/clipboard.ts';
import { normalizeLineBreaks } from '../../../shared/text/plain-text.ts';
import { sayDone } from '../../app/session/say-done.ts';
import { selectedRegion } from '../selection/select-cells.ts';
import { documentOf, type GridView, type PendingCut, type Region } from '../view/grid-view.ts';
import type { ClipboardContent } from './read-content.ts';

/** Cells for which a table is written too; a larger one takes other programs longer than anyone waits. */
const MOST_IN_TABLE = 500_000;

/** A copy of the selected cells as they are shown, without hidden columns and rows; null where no person is selected. */
export function copyCells(view: GridView): (ClipboardContent & { readonly region: Region }) | null {
  const region = selectedRegion(view);
  if (region === null) return null;
  const { rows, positions } = region;
  const texts = rows.map((row) => positions.map((position) => cellAt(row, position)));
  const isTable = rows.length * positions.length <= MOST_IN_TABLE;
  sayWhatMatters(view, region, isTable);
  return { text: clipboardText(texts), html: isTable ? clipboardTable(texts) : '', region };
}

/** Whoever copies temporary passwords gets them, since they are theirs, and is told so. */
function sayWhatMatters(view: GridView, { rows, positions }: Region, isTable: boolean): void {
  const secret = positions.find((position) => columns[position]?.field === 'password');
  const isSecret = secret !== undefined && rows.some((row) => cellAt(row, secret) !== '');
  if (isSecret) sayDone(view.session, 'Copied, with the temporary passwords as they are.');
  else if (!isTable)
    sayDone(view.session, 'Copied as text alone: format the cells as Text in Excel before you paste.');
}

/** Marks cells as cut. */
export function beginCut(view: GridView, region: Region, text: string): void {
  view.cut = {
    region,
    rowIds: new Set(region.rows.map(({ id }) => id)),
    text: normalizeLineBreaks(text),
    version: documentOf(view).version,
  };
  drawCut(view);
  const count = region.rows.length * region.positions.length;
  const what = count === 1 ? 'The cell' : `${count.toLocaleString('en-US')} cells`;
  sayDone(view.session, `${what} will move to where you paste. Escape leaves everything where it is.`);
}

/** Forgets what was cut; answers whether there was anything. */
export function endCut(view: GridView): boolean {
  if (view.cut === null) return false;
  view.cut = null;
  drawCut(view);
  return true;
}

/** The cut that a pasted text is the content of, if it still stands. */
export function cutOf(view: GridView, text: string): PendingCut | null {
  const { cut } = view;
  const stands = cut?.version === documentOf(view).version && cut.text === normalizeLineBreaks(text);
  return stands ? cut : null;
}

/** Whether a cell is cut, for how it is drawn. */
export function isCut({ cut }: GridView, row: RowId, position: number): boolean {
  return cut !== null && cut.rowIds.has(row) && cut.region.positions.includes(position);
}

function drawCut(view: GridView): void {
  view.api.refreshCells();
}
