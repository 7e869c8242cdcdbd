import { putBack } from '../../../shared/comparison/put-back.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { sayDone } from '../../app/session/say-done.ts';
import { selectedRegion } from '../clipboard/selected-region.ts';
import { documentOf, type GridView } from '../grid-view.ts';

/** The words of the step that puts back what Agent Connect has. */
export const PUT_BACK = 'Put back what Agent Connect has';

/** Gives the selected cells the texts that Agent Connect has, as one undo step; says so where there is nothing to put back. */
export function putBackCells(view: GridView): void {
  const region = selectedRegion(view);
  const { comparison } = documentOf(view).checker;
  if (region === null || comparison === null) return;
  const making = putBack(region.rows, region.positions, comparison);
  edit(view.session, PUT_BACK, making, ({ cells }) => {
    if (cells.length === 0) sayDone(view.session, 'Nothing that is selected differs from Agent Connect.');
  });
}
