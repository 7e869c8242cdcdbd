import { putBlock } from '../../../shared/roster/put-block.ts';
import { selectedRegion } from '../clipboard/selected-region.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { documentOf, type GridView } from '../grid-view.ts';

/** Empties the selected cells as one undo step. */
export function clearCells(view: GridView): void {
  const region = selectedRegion(view);
  if (region === null) return;
  const { roster } = documentOf(view);
  const count = region.rows.length * region.positions.length;
  const label = count === 1 ? 'Clear cell' : `Clear ${count.toLocaleString('en-US')} cells`;
  edit(view.session, label, putBlock(roster, { ...region, newRows: 0 }, [['']]));
}
