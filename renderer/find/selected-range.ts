import type { GridView } from '../grid/view/grid-view.ts';
import { blockOf, isSingle } from '../grid/view/places.ts';
import { selectedRows } from '../app/session/selected-rows.ts';
import type { Selection } from '../app/session/document.ts';
import type { FindRange } from './find-state.ts';

/** The range of several cells that is selected now, or was when the bar was opened. */
export function selectedRange(
  { session, shownPositions }: GridView,
  opened: Selection | null,
): FindRange | null {
  const { document, selection: now } = session.store.getState();
  if (document === null) return null;
  const nowBlock = blockOf(document, now, shownPositions);
  const selection = nowBlock !== null && isSingle(nowBlock) ? opened : now;
  const block = blockOf(document, selection, shownPositions);
  if (block === null) return null;
  return {
    rows: new Set(selectedRows(document, selection)),
    positions: shownPositions.slice(block.firstColumn, block.lastColumn + 1),
  };
}
