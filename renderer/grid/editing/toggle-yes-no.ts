import { setCells } from '../../../shared/roster/edits.ts';
import { cellAt } from '../../../shared/roster/roster.ts';
import { columns } from '../../../shared/person/catalogue.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { selectedCells } from '../selection/selected-cells.ts';
import { isNewRow } from '../typing-row.ts';
import { writeCell } from './write-cell.ts';
import { headerAt } from '../columns/header-at.ts';

/**
 * Turns y into n and n or nothing into y, in every selected y/n cell as the active one turns. Answers false where the
 * active cell is not such a cell or holds something else, which is never overwritten.
 */
export function toggleYesNo(view: GridView): boolean {
  const { roster } = documentOf(view);
  const anchor = view.session.store.getState().selection?.anchor;
  if (!anchor || !isYesNo(anchor.position)) return false;
  if (isNewRow(anchor.row)) {
    writeCell(view.session, anchor, 'y');
    return true;
  }
  const row = roster.byId.get(anchor.row);
  const to = row && TURNED.get(cellAt(row, anchor.position));
  if (to === undefined) return false;
  const texts = selectedCells(view)
    .filter(({ row, position }) => isYesNo(position) && isKnown(cellOf(view, row, position)))
    .map((place) => ({ ...place, to }));
  edit(view.session, `Set ${headerAt(roster, anchor.position)} to ${to}`, setCells(roster, texts));
  return true;
}

const TURNED: ReadonlyMap<string, string> = new Map([
  ['', 'y'],
  ['n', 'y'],
  ['y', 'n'],
]);

function isKnown(text: string): boolean {
  return TURNED.has(text);
}

function cellOf(view: GridView, id: number, position: number): string {
  const row = documentOf(view).roster.byId.get(id);
  return row ? cellAt(row, position) : '';
}

function isYesNo(position: number): boolean {
  return columns[position]?.field === 'yesNo';
}
