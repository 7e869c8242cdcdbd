import type { RowId } from '../../../shared/roster/roster.ts';
import { normalizeLineBreaks } from '../../../shared/text/plain-text.ts';
import { sayDone } from '../../app/session/say-done.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import type { PendingCut, Region } from './region.ts';

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
