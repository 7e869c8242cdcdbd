import type { Making } from '../../../shared/roster/change.ts';
import { type CellText, insertRows, setCells } from '../../../shared/roster/edits.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { edit } from '../../app/session/edit-roster.ts';
import type { Session } from '../../app/session/session.ts';
import type { CellPlace } from '../../app/session/document.ts';
import { headerAt } from '../columns/header-at.ts';
import { isNewRow } from '../typing-row.ts';

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

function* addingPerson(roster: Roster, cells: readonly string[], also: readonly CellText[]): Making {
  const inserting = yield* insertRows(roster, roster.rows.length, [cells]);
  return { ...inserting, cells: (yield* setCells(roster, also)).cells };
}
