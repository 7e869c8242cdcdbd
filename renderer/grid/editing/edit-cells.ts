import { revertCells } from '../../../shared/fixes/revert-cells.ts';
import { columns } from '../../../shared/person/catalogue.ts';
import type { PendingChange } from '../../../shared/roster/change.ts';
import { type CellText, insertRows, setCells } from '../../../shared/roster/edits.ts';
import { headerAt } from '../../../shared/roster/grid-layout.ts';
import { putBlock } from '../../../shared/roster/put-block.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import type { CellPlace } from '../../app/session/document.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { sayDone } from '../../app/session/say-done.ts';
import type { Session } from '../../app/session/session.ts';
import { selectedCells, selectedRegion } from '../selection/select-cells.ts';
import { columnIdOf } from '../view/grid-columns.ts';
import { documentOf, type EditMode, type GridView } from '../view/grid-view.ts';
import { gridIndexOf, isNewRow } from '../view/places.ts';

/** Opens the editor in the active cell; it is focused when this returns, so that the key at hand is typed into it. */
export function startEditing(view: GridView, mode: EditMode): void {
  const anchor = view.session.store.getState().selection?.anchor;
  if (!anchor) return;
  const rowIndex = gridIndexOf(documentOf(view), anchor.row);
  if (rowIndex === null) return;
  view.editMode = mode;
  view.api.startEditingCell({ rowIndex, colKey: columnIdOf(anchor.position) });
}

/** Takes what was typed into the roster and closes the editor; nothing happens where none is open. */
export function commitEditing(view: GridView): void {
  if (view.editor !== null) view.api.stopEditing();
}

/** Closes the editor; the cell stays as it was. */
export function cancelEditing(view: GridView): void {
  if (view.editor !== null) view.api.stopEditing(true);
}

/**
 * Puts a typed text into a cell as one undo step, with texts of other cells if it brings them along; into the empty
 * last row it adds a person, who is then selected.
 */
export function writeCell(
  session: Session,
  place: CellPlace,
  text: string,
  also: readonly CellText[] = [],
): void {
  const { document } = session.store.getState();
  if (document === null) return;
  if (isNewRow(place.row)) {
    if (text !== '') addPerson(session, document.roster, place.position, text, also);
  } else if (document.roster.byId.has(place.row)) {
    const label = `Type in ${headerAt(document.roster, place.position)}`;
    edit(session, label, setCells(document.roster, [{ ...place, to: text }, ...also]));
  }
}

function addPerson(
  session: Session,
  roster: Roster,
  position: number,
  text: string,
  also: readonly CellText[],
): void {
  const cells: string[] = [];
  for (let empty = 0; empty < position; empty += 1) cells.push('');
  cells.push(text);
  edit(session, 'Add a person', addingPerson(roster, cells, also), ({ inserted: [added] }) => {
    if (added === undefined) return;
    const place = { row: added.row, position };
    session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
  });
}

function* addingPerson(roster: Roster, cells: readonly string[], also: readonly CellText[]): PendingChange {
  const inserting = yield* insertRows(roster, roster.rows.length, [cells]);
  return { ...inserting, cells: (yield* setCells(roster, also)).cells };
}

/** Empties the selected cells as one undo step. */
export function clearCells(view: GridView): void {
  const region = selectedRegion(view);
  if (region === null) return;
  const { roster } = documentOf(view);
  const count = region.rows.length * region.positions.length;
  const label = count === 1 ? 'Clear cell' : `Clear ${count.toLocaleString('en-US')} cells`;
  edit(view.session, label, putBlock(roster, { ...region, newRows: 0 }, [['']]));
}

/** The words of the step that puts back what Agent Connect has. */
export const PUT_BACK = 'Put back what Agent Connect has';

/** Gives the selected cells the texts that Agent Connect has, as one undo step; says so where there is nothing to put back. */
export function putBackCells(view: GridView): void {
  const region = selectedRegion(view);
  const { comparison } = documentOf(view).checker;
  if (region === null || comparison === null) return;
  const making = revertCells(region.rows, region.positions, comparison);
  edit(view.session, PUT_BACK, making, ({ cells }) => {
    if (cells.length === 0) sayDone(view.session, 'Nothing that is selected differs from Agent Connect.');
  });
}

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
