import type { RowId } from '../../../shared/roster/roster.ts';
import { moveRowsBefore } from '../../app/commands/row-commands.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { selectedRows } from '../../app/session/selected-rows.ts';
import { ROW_HEIGHT } from '../grid-theme.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { followPointer } from '../selection/follow-pointer.ts';
import type { Point, Room } from '../selection/scroll-at-edges.ts';
import { selectRow } from '../selection/select-cells.ts';
import { holdsRow } from '../selection/selected-block.ts';
import { gridIndexOf } from '../typing-row.ts';
import { createDropLine } from './drop-line.ts';

/** Whether a row is one of whole rows that are selected, so that its gutter drags them. */
export function isInSelectedRows(view: GridView, row: RowId): boolean {
  const { selection } = view.session.store.getState();
  return selection?.kind === 'rows' && holdsRow(view.block, gridIndexOf(documentOf(view), row) ?? -1);
}

/** Moves the selected rows with the pointer to where it lets go of them; a click selects the one row instead. */
export function dragRows(view: GridView, down: PointerEvent, row: RowId): void {
  const { session } = view;
  const line = createDropLine(view);
  let target: number | null = null;
  followPointer(view, down, {
    over: (point, room) => {
      target = targetAt(view, point, room);
      line.showAcross(room.top + target * ROW_HEIGHT - scrolled(view), room);
    },
    end: (outcome) => {
      line.remove();
      if (outcome === 'clicked') selectRow(view, row, false);
      if (outcome !== 'dropped' || target === null) return;
      const { selection } = session.store.getState();
      moveRowsBefore(session, selectedRows(documentOf(view), selection), target);
    },
  });
}

/** The index of the shown row above which the pointer would drop. */
function targetAt(view: GridView, { y }: Point, room: Room): number {
  const inside = Math.min(Math.max(y, room.top), room.bottom);
  const index = Math.round((inside - room.top + scrolled(view)) / ROW_HEIGHT);
  return Math.max(0, Math.min(index, displayedIn(documentOf(view)).length));
}

function scrolled({ api }: GridView): number {
  return api.getVerticalPixelRange().top;
}
