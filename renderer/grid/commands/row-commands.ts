import {
  deleteRows,
  duplicateRows,
  insertRows,
  leadersFirst,
  moveRows,
} from '../../../shared/roster/edits.ts';
import { hasRows, hasWholeRows, rosterCommand } from '../../app/commands/command.ts';
import { sortHere } from './sort-commands.ts';
import type { Change, PendingChange } from '../../../shared/roster/change.ts';
import type { RowId } from '../../../shared/roster/roster.ts';
import { shownPositions } from '../../app/session/column-layout.ts';
import { displayedIn } from '../../app/session/displayed-rows.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { reveal } from '../../app/session/reveal.ts';
import { sayUndoable } from '../../app/session/say-done.ts';
import { selectedRows } from '../../app/session/selected-rows.ts';
import type { CommandTable, Session } from '../../app/session/session.ts';
import type { Document, Selection } from '../../app/session/document.ts';

/** Puts as many empty rows above or below the selected ones as there are, and selects them in the same way. */
export function insertBeside(session: Session, side: 'above' | 'below'): void {
  const { document, selection } = session.store.getState();
  if (document === null || selection === null) return;
  const rows = selectedRows(document, selection);
  const edge = side === 'above' ? rows[0] : rows.at(-1);
  const at =
    edge === undefined ? document.roster.rows.length : indexOf(document, edge) + (side === 'below' ? 1 : 0);
  const empty = Array.from({ length: Math.max(1, rows.length) }, () => []);
  const label = `Insert ${sayRows(empty.length)}`;
  edit(session, label, insertRows(document.roster, at, empty), (change) => {
    selectAdded(session, selection, change);
  });
}

/** Adds an empty row below the selection, or at the end, and goes there. */
export function addRow(session: Session, document: Document): void {
  const { roster } = document;
  const { selection, layout } = session.store.getState();
  const last = selectedRows(document, selection).at(-1);
  const index = last === undefined ? roster.rows.length : indexOf(document, last) + 1;
  const [position] = shownPositions(document, layout);
  edit(session, 'Add row', insertRows(roster, index, [[]]), ({ inserted: [added] }) => {
    if (added && position !== undefined) reveal(session, { row: added.row, position });
  });
}

/** Puts a copy of the selected rows below them and selects it: the copy is what will be changed. */
export function duplicateSelected(session: Session, document: Document): void {
  const { selection } = session.store.getState();
  const select = (change: Change): void => {
    if (selection !== null) selectAdded(session, selection, change);
  };
  changeSelected(session, document, 'Duplicate', (rows) => duplicateRows(document.roster, rows), select);
}

/** Deletes the selected rows, says so and offers to undo it. */
export function deleteSelected(session: Session, document: Document): void {
  const say = ({ removed }: Change): void => {
    sayUndoable(session, `${removed.length === 1 ? 'One row' : sayRows(removed.length)} deleted.`);
  };
  changeSelected(session, document, 'Delete', (rows) => deleteRows(document.roster, rows), say);
}

/** Changes the selected rows as one step. */
function changeSelected(
  session: Session,
  document: Document,
  label: string,
  make: (rows: readonly RowId[]) => PendingChange,
  after?: (change: Change) => void,
): void {
  const rows = selectedRows(document, session.store.getState().selection);
  if (rows.length > 0) edit(session, `${label} ${sayRows(rows.length)}`, make(rows), after);
}

/** Moves the selected rows one place up (-1) or down (1) among those that are shown. */
export function moveRowsBy(session: Session, direction: -1 | 1): void {
  const { document, selection } = session.store.getState();
  if (document === null) return;
  const rows = selectedRows(document, selection);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const shown = displayedIn(document);
  const at = shown.findIndex(({ id }) => id === first);
  const to = direction === -1 ? at - 1 : at + rows.length + 1;
  if (to >= 0 && to <= shown.length) moveRowsBefore(session, rows, to);
}

/** Brings rows together, as one step, before the shown row at an index; at the number of shown rows, after the last. */
export function moveRowsBefore(session: Session, rows: readonly RowId[], shownIndex: number): void {
  const { document } = session.store.getState();
  if (document === null || rows.length === 0) return;
  const shown = displayedIn(document);
  const before = shown[shownIndex];
  const target = before ? before.index : (shown.at(-1)?.index ?? -1) + 1;
  // The place counts without the rows that leave it.
  const above = rows.filter((id) => indexOf(document, id) < target).length;
  edit(session, `Move ${sayRows(rows.length)}`, moveRows(document.roster, rows, target - above));
}

/** Selects the rows that came, as the others were: whole, or their cells in the column of the active one. */
function selectAdded(session: Session, selection: Selection, { inserted }: Change): void {
  const [first, last] = [inserted[0], inserted.at(-1)];
  if (first === undefined || last === undefined) return;
  const { position } = selection.anchor;
  const place = { row: first.row, position };
  const head = { row: last.row, position };
  session.store.setState({ reveal: { place, head, isRows: selection.kind === 'rows' } });
}

function indexOf({ roster }: Document, row: RowId): number {
  return roster.byId.get(row)?.index ?? 0;
}

function sayRows(count: number): string {
  return count === 1 ? 'row' : `${count.toLocaleString('en-US')} rows`;
}

const ADD = { menu: 'Rows', group: 'Add and remove', fieldKeys: 'kept' } as const;
const ORDER = { menu: 'Rows', group: 'Order', fieldKeys: 'kept' } as const;
const ON_ROWS = { when: hasRows, whyNot: 'No row is selected' } as const;
const PLACES = ['cells', 'rows'] as const;

/** What is done with whole rows. */
export const ROW_COMMANDS = {
  'rows.insertAbove': rosterCommand({
    ...ADD,
    ...ON_ROWS,
    title: 'Insert rows above',
    keys: ['Mod+Plus', 'Mod+Shift+Plus'],
    keysWhile: hasWholeRows,
    context: { of: PLACES, section: 5 },
    run: (session) => {
      insertBeside(session, 'above');
    },
  }),
  'rows.insertBelow': rosterCommand({
    ...ADD,
    ...ON_ROWS,
    title: 'Insert rows below',
    context: { of: PLACES, section: 5 },
    run: (session) => {
      insertBeside(session, 'below');
    },
  }),
  'rows.add': rosterCommand({ ...ADD, title: 'Add a row', keys: ['Mod+Shift+Enter'], run: addRow }),
  'rows.duplicate': rosterCommand({
    ...ADD,
    ...ON_ROWS,
    title: 'Duplicate rows',
    keys: ['Mod+Shift+D'],
    context: { of: PLACES, section: 5 },
    run: duplicateSelected,
  }),
  'rows.delete': rosterCommand({
    ...ADD,
    ...ON_ROWS,
    title: 'Delete rows',
    keys: ['Mod+-'],
    keysWhile: hasWholeRows,
    context: { of: PLACES, section: 5 },
    run: deleteSelected,
  }),
  'rows.moveUp': rosterCommand({
    ...ORDER,
    ...ON_ROWS,
    title: 'Move rows up',
    keys: ['Alt+Shift+Up'],
    context: { of: PLACES, section: 6 },
    run: (session) => {
      moveRowsBy(session, -1);
    },
  }),
  'rows.moveDown': rosterCommand({
    ...ORDER,
    ...ON_ROWS,
    title: 'Move rows down',
    keys: ['Alt+Shift+Down'],
    context: { of: PLACES, section: 6 },
    run: (session) => {
      moveRowsBy(session, 1);
    },
  }),
  'rows.leadersFirst': rosterCommand({
    ...ORDER,
    title: 'Move leaders first',
    run: (session, { roster }) => {
      edit(session, 'Move leaders first', leadersFirst(roster));
    },
  }),
  'rows.sortAscending': rosterCommand({
    ...ORDER,
    title: 'Sort by this column, ascending',
    context: { of: ['columns'], section: 4 },
    run: (session, document) => {
      sortHere(session, document, 'ascending');
    },
  }),
  'rows.sortDescending': rosterCommand({
    ...ORDER,
    title: 'Sort by this column, descending',
    context: { of: ['columns'], section: 4 },
    run: (session, document) => {
      sortHere(session, document, 'descending');
    },
  }),
} satisfies CommandTable;
