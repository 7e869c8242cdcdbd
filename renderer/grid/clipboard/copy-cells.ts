import { columns } from '../../../shared/person/catalogue.ts';
import { cellAt } from '../../../shared/roster/roster.ts';
import { clipboardTable, clipboardText } from '../../../shared/text/clipboard.ts';
import { sayDone } from '../../app/session/say-done.ts';
import type { GridView } from '../grid-view.ts';
import type { ClipboardContent } from './read-content.ts';
import type { Region } from './region.ts';
import { selectedRegion } from './selected-region.ts';

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
