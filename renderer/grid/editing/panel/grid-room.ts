import { GUTTER } from '../../columns/column-id.ts';
import type { GridView } from '../../grid-view.ts';
import type { Room } from '../popup.ts';

/** The room of a cell's editor: beside the grid and not in it, since what is pressed there is none of the grid's business. */
export function gridRoom({ wrapper }: GridView): Room {
  return {
    parent: wrapper.parentElement ?? wrapper,
    scroller: wrapper,
    isInSight: (field) => {
      const grid = wrapper.getBoundingClientRect();
      const header = wrapper.querySelector('.ag-header')?.getBoundingClientRect();
      const gutter = wrapper.querySelector(`.ag-cell[col-id="${GUTTER}"]`)?.getBoundingClientRect();
      return (
        field.top >= (header?.bottom ?? grid.top) - 1 &&
        field.top < grid.bottom &&
        field.right > (gutter?.right ?? grid.left) &&
        field.left < grid.right
      );
    },
  };
}
