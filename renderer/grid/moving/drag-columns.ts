import { moveColumns } from '../../../shared/roster/grid-layout.ts';
import { changeLayout, selectedColumns, shownColumns } from '../../app/session/column-layout.ts';
import { columnIdOf } from '../columns/column-id.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { followPointer } from '../selection/follow-pointer.ts';
import type { Point } from '../selection/scroll-at-edges.ts';
import { selectColumn } from '../selection/select-columns.ts';
import { createDropLine } from './drop-line.ts';

/** Moves the selected columns with the pointer to where it lets go of them; a click selects the one column instead. */
export function dragColumns(view: GridView, down: PointerEvent, position: number): void {
  const { session } = view;
  const line = createDropLine(view);
  let target: { readonly before: string | null; readonly left: number } | null = null;
  followPointer(view, down, {
    over: (point, room) => {
      target = targetAt(view, point);
      if (target) line.showDown(target.left, room);
    },
    end: (outcome) => {
      line.remove();
      if (outcome === 'clicked') selectColumn(view, position, false);
      if (outcome !== 'dropped' || target === null) return;
      const state = session.store.getState();
      const names = selectedColumns(state).map(({ name }) => name);
      const { columns } = documentOf(view).roster;
      changeLayout(session, moveColumns(columns, state.layout, names, target.before));
    },
  });
}

/** The column before which the pointer would drop, and where it begins in the window; null while none is in sight. */
function targetAt(view: GridView, { x }: Point): { before: string | null; left: number } | null {
  const { layout } = view.session.store.getState();
  const seen = shownColumns(documentOf(view), layout).flatMap(({ name, position }) => {
    const header = view.wrapper.querySelector(`.ag-header-cell[col-id="${columnIdOf(position)}"]`);
    return header === null ? [] : [{ name, rect: header.getBoundingClientRect() }];
  });
  const right = seen.find(({ rect }) => x < rect.left + rect.width / 2);
  if (right) return { before: right.name, left: right.rect.left };
  const last = seen.at(-1);
  if (last === undefined) return null;
  const shown = shownColumns(documentOf(view), layout);
  const after = shown[shown.findIndex(({ name }) => name === last.name) + 1];
  return { before: after?.name ?? null, left: last.rect.right };
}
