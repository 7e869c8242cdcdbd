import type { GridView } from '../../grid-view.ts';
import { columnIdOf } from '../column-id.ts';

/** Where a column's header is, in CSS pixels of the grid's wrapper; the column is scrolled into sight first. */
export function headerRoom(
  view: GridView,
  position: number,
): { readonly left: number; readonly bottom: number } {
  view.api.ensureColumnVisible(columnIdOf(position));
  const around = view.wrapper.getBoundingClientRect();
  const header = view.wrapper
    .querySelector(`.ag-header-cell[col-id="${columnIdOf(position)}"]`)
    ?.getBoundingClientRect();
  return {
    left: (header?.left ?? around.left) - around.left,
    bottom: (header?.bottom ?? around.top) - around.top,
  };
}
