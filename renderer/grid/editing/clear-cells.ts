import { setCells } from '../../../shared/roster/edits.ts';
import { edit } from '../../session/edit-roster.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { selectedCells } from '../selection/selected-cells.ts';

/** Empties the selected cells as one undo step. */
export function clearCells(view: GridView): void {
  const { roster } = documentOf(view);
  const change = setCells(
    roster,
    selectedCells(view).map((place) => ({ ...place, to: '' })),
  );
  const count = change.cells.length;
  edit(view.session, count === 1 ? 'Clear cell' : `Clear ${count.toLocaleString('en-US')} cells`, change);
}
