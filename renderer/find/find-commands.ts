import { rosterCommand } from '../app/commands/command.ts';
import { nextFound } from '../../shared/find/found-cells.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { CellPlace, Document, Selection } from '../app/session/document.ts';
import { selectedRows } from '../app/session/selected-rows.ts';
import type { CommandTable, Session } from '../app/session/session.ts';
import type { GridView } from '../grid/view/grid-view.ts';
import { blockOf, isSingle } from '../grid/view/places.ts';
import type { Find, FindRange } from './find-state.ts';

/** Changes what the bar shows or looks for. */
export function setFind({ store }: Session, changes: Partial<Find>): void {
  store.setState({ find: { ...store.getState().find, ...changes } });
}

/** Opens the bar, or goes to its field. */
export function openFind(session: Session, field: 'find' | 'replace'): void {
  const { isReplacing, query } = session.store.getState().find;
  // Who replaces says first what.
  const focus = { field: query.text === '' ? ('find' as const) : field };
  setFind(session, { isShown: true, isReplacing: isReplacing || field === 'replace', focus });
}

/** Goes to the found cell after or before the active one, round the end; `quietly` leaves the focus in the bar. */
export function goToFound(session: Session, step: 1 | -1, quietly: boolean): void {
  const { document, find, selection } = session.store.getState();
  if (document === null) return;
  if (!find.isShown || find.query.text === '') openFind(session, 'find');
  else goFrom(session, document, selection?.anchor ?? null, step, { counts: false, quietly });
}

/** Goes to the first found cell from the active one on; the focus stays in the bar. */
export function goToFirstFound(session: Session): void {
  const { document, selection } = session.store.getState();
  if (document !== null)
    goFrom(session, document, selection?.anchor ?? null, 1, { counts: true, quietly: true });
}

function goFrom(
  { store }: Session,
  document: Document,
  from: CellPlace | null,
  step: 1 | -1,
  { counts, quietly }: { readonly counts: boolean; readonly quietly: boolean },
): void {
  const { find } = store.getState();
  const rows = displayedIn(document);
  const { shown, roster } = document;
  const at = from && (shown === null ? roster.byId.get(from.row)?.index : shown.indexOf.get(from.row));
  const start = { index: at ?? 0, position: from?.position ?? find.order[0] ?? 0 };
  const place = nextFound(find.found, rows, find.order, start, step, counts);
  if (place !== null) store.setState({ reveal: { place, head: place, quietly } });
}

/** The range of several cells that is selected now, or was when the bar was opened. */
export function selectedRange(
  { session, shownPositions }: GridView,
  opened: Selection | null,
): FindRange | null {
  const { document, selection: now } = session.store.getState();
  if (document === null) return null;
  const nowBlock = blockOf(document, now, shownPositions);
  const selection = nowBlock !== null && isSingle(nowBlock) ? opened : now;
  const block = blockOf(document, selection, shownPositions);
  if (block === null) return null;
  return {
    rows: new Set(selectedRows(document, selection)),
    positions: shownPositions.slice(block.firstColumn, block.lastColumn + 1),
  };
}

const FIND = { menu: 'Edit', group: 'Find' } as const;

/** Finding and replacing; the keys work from text fields as well. */
export const FIND_COMMANDS = {
  'edit.find': rosterCommand({
    ...FIND,
    title: 'Find…',
    keys: ['Mod+F'],
    run: (session) => {
      openFind(session, 'find');
    },
  }),
  // A Mac hides the app by Cmd+H.
  'edit.replace': rosterCommand({
    ...FIND,
    title: 'Replace…',
    keys: ['Mod+H', 'Mod+Alt+F'],
    macKeys: ['Mod+Alt+F'],
    run: (session) => {
      openFind(session, 'replace');
    },
  }),
  'edit.findNext': rosterCommand({
    ...FIND,
    title: 'Find next',
    keys: ['F3'],
    run: (session) => {
      goToFound(session, 1, false);
    },
  }),
  'edit.findPrevious': rosterCommand({
    ...FIND,
    title: 'Find previous',
    keys: ['Shift+F3'],
    run: (session) => {
      goToFound(session, -1, false);
    },
  }),
} satisfies CommandTable;
