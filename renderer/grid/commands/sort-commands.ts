import { AT } from '../../../shared/person/catalogue.ts';
import { isNothing } from '../../../shared/roster/change.ts';
import type { Row } from '../../../shared/roster/roster.ts';
import { sortRows } from '../../../shared/roster/sort-rows.ts';
import { headerAt } from '../../../shared/roster/grid-layout.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { reveal } from '../../app/session/reveal.ts';
import { sayDone, sayUndoable } from '../../app/session/say-done.ts';
import { selectedRows } from '../../app/session/selected-rows.ts';
import type { Session } from '../../app/session/session.ts';
import type { Document } from '../../app/session/document.ts';

type Direction = 'ascending' | 'descending';

/** Sorts by the column of the active cell: the selected rows where there are several, else the whole roster. */
export function sortHere(session: Session, document: Document, direction: Direction): void {
  const { selection } = session.store.getState();
  const selected = selectedRows(document, selection);
  const ids = new Set(selected.length > 1 ? selected : []);
  const rows = document.roster.rows.filter(({ id }) => ids.has(id));
  sortBy(session, document, selection?.anchor.position ?? AT.role, direction, rows);
}

/** Sorts the whole roster by a column. */
export function sortColumn(session: Session, position: number, direction: Direction): void {
  const { document } = session.store.getState();
  if (document !== null) sortBy(session, document, position, direction, []);
}

/** Sorts some rows, or all where none are given, and says so, since what was in sight may be elsewhere now. */
function sortBy(
  session: Session,
  { roster }: Document,
  position: number,
  direction: Direction,
  some: readonly Row[],
): void {
  const rows = some.length === 0 ? roster.rows : some;
  const what = some.length === 0 ? 'All rows' : `${some.length.toLocaleString('en-US')} rows`;
  const label = `Sort by ${headerAt(roster, position)}`;
  edit(session, label, sortRows(roster, rows, { position, direction }, COMPARE), (change) => {
    const order = `sorted by ${headerAt(roster, position)}, ${direction}`;
    if (isNothing(change)) {
      sayDone(session, `${what} were in this order already.`);
      return;
    }
    sayUndoable(session, `${what} ${order}.`);
    if (some.length === 0) showStart(session, position);
  });
}

/** Goes to where the new order begins, not to wherever the selected person came; whole columns stay selected. */
function showStart(session: Session, position: number): void {
  const { document, selection } = session.store.getState();
  const first = document && displayedIn(document)[0];
  if (first && selection?.kind !== 'columns') reveal(session, { row: first.id, position });
}

/** Accents and case tell apart only what is equal otherwise; “9” comes before “10”. */
const COMPARE = new Intl.Collator(undefined, { numeric: true }).compare;
