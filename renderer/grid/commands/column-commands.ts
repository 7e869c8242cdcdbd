import { AT } from '../../../shared/person/catalogue.ts';
import { rosterCommand } from '../../app/commands/command.ts';
import {
  changeLayout,
  hasHiddenColumns,
  selectedColumns,
  shownColumns,
} from '../../app/session/column-layout.ts';
import { asksGrid } from './cell-commands.ts';
import {
  type ArrangedColumn,
  DEFAULT_LAYOUT,
  hideColumns,
  moveColumns,
  pinColumns,
  resizeColumns,
} from '../../../shared/roster/grid-layout.ts';
import { sayDone } from '../../app/session/say-done.ts';
import type { CommandTable, Session } from '../../app/session/session.ts';
import type { SessionState } from '../../app/session/state.ts';

/** Hides the selected columns; the selection goes to the next one that is shown. The last one stays. */
export function hideSelected(session: Session): void {
  const state = session.store.getState();
  const hiding = selectedColumns(state);
  const next = columnBeside(state, hiding);
  if (hiding.length === 0) return;
  if (next === null) {
    sayDone(session, 'These are all the columns that are shown, so they stay.');
    return;
  }
  selectPosition(session, next.position);
  changeLayout(session, hideColumns(state.layout, namesOf(hiding), true));
  sayDone(
    session,
    `${sayColumns(hiding)} hidden. “Show all columns” brings ${hiding.length === 1 ? 'it' : 'them'} back.`,
  );
}

/** Shows every column of the roster that is hidden. */
export function showAllColumns(session: Session): void {
  const { layout } = session.store.getState();
  changeLayout(session, { ...layout, hidden: [] });
}

/** Keeps the selected columns in sight at the left, or lets them go if all of them are kept there. */
export function pinSelected(session: Session): void {
  const state = session.store.getState();
  const columns = selectedColumns(state);
  const pin = columns.some(({ pinned }) => !pinned);
  if (columns.length > 0) changeLayout(session, pinColumns(state.layout, namesOf(columns), pin));
}

/** Keeps names and email address in sight while the other columns scroll sideways, or no longer. */
export function toggleNames(session: Session): void {
  const { layout } = session.store.getState();
  const namesScroll = layout.namesScroll !== true;
  changeLayout(session, { ...layout, namesScroll });
  sayDone(
    session,
    namesScroll ? 'Names and email scroll with the other columns.' : 'Names and email stay in sight.',
  );
}

/** Moves the selected columns one place to the left (-1) or to the right (1) among those that are shown. */
export function moveSelected(session: Session, direction: -1 | 1): void {
  const { document, layout } = session.store.getState();
  const moving = selectedColumns(session.store.getState());
  if (document === null || moving.length === 0) return;
  const shown = shownColumns(document, layout);
  const first = shown.findIndex(({ name }) => name === moving[0]?.name);
  const past = direction === -1 ? shown[first - 1] : shown[first + moving.length];
  // To the right, the next column changes sides instead, which is the same and needs no column after it.
  const [stepping, before] = direction === -1 ? [moving, past] : [past ? [past] : [], moving[0]];
  if (past === undefined || before === undefined) return;
  const moved = moveColumns(document.roster.columns, layout, namesOf(stepping), before.name);
  // What moves past a pinned column is pinned like it, and what moves past another is let go; that one stays as it was.
  const kept = pinColumns(moved, [past.name], past.pinned);
  changeLayout(session, pinColumns(kept, namesOf(moving), past.pinned));
}

/** CSS pixels that one step makes a column wider or narrower. */
const WIDTH_STEP = 24;

/** Makes the selected columns a step narrower (-1) or wider (1). */
export function changeWidths(session: Session, direction: -1 | 1): void {
  const state = session.store.getState();
  const changed = selectedColumns(state).reduce(
    (layout, { name, width }) => resizeColumns(layout, [name], width + direction * WIDTH_STEP),
    state.layout,
  );
  changeLayout(session, changed);
}

/** Shows every column in the catalogue's order and width. */
export function resetLayout(session: Session): void {
  changeLayout(session, DEFAULT_LAYOUT);
}

function namesOf(columns: readonly ArrangedColumn[]): string[] {
  return columns.map(({ name }) => name);
}

function sayColumns(columns: readonly ArrangedColumn[]): string {
  const [first] = columns;
  return columns.length === 1 && first
    ? `“${first.header}” is`
    : `${columns.length.toLocaleString('en-US')} columns are`;
}

/** The shown column after some others, or else before them; null where they are all that are shown. */
function columnBeside(
  { document, layout }: SessionState,
  columns: readonly ArrangedColumn[],
): ArrangedColumn | null {
  if (document === null) return null;
  const shown = shownColumns(document, layout);
  const first = shown.findIndex(({ name }) => name === columns[0]?.name);
  return shown[first + columns.length] ?? shown[first - 1] ?? null;
}

function selectPosition({ store }: Session, position: number): void {
  const { selection } = store.getState();
  if (selection === null) return;
  const anchor = { ...selection.anchor, position };
  store.setState({ selection: { kind: 'cells', anchor, head: anchor } });
}

/** Opens the menu or the filter of a column, of the active cell's where none is given. */
export function openColumnPopup(session: Session, kind: 'menu' | 'filter', position?: number): void {
  const at = position ?? session.store.getState().selection?.anchor.position ?? AT.role;
  session.store.setState({ columnPopup: { kind, position: at } });
}

const COLUMNS = { menu: 'View', group: 'Columns' } as const;
const SHOWN = { of: ['columns'], section: 5 } as const;
const MOVED = { of: ['columns'], section: 6 } as const;

/** How columns are shown. */
export const COLUMN_COMMANDS = {
  'view.columnMenu': rosterCommand({
    ...COLUMNS,
    title: 'Menu of this column…',
    run: (session) => {
      openColumnPopup(session, 'menu');
    },
  }),
  'columns.hide': rosterCommand({ ...COLUMNS, title: 'Hide columns', context: SHOWN, run: hideSelected }),
  'columns.showAll': rosterCommand({
    ...COLUMNS,
    title: 'Show all columns',
    context: SHOWN,
    when: (document, { layout }) => hasHiddenColumns(document, layout),
    whyNot: 'No column is hidden',
    run: showAllColumns,
  }),
  'columns.pin': rosterCommand({
    ...COLUMNS,
    title: 'Pin or unpin columns',
    context: SHOWN,
    run: pinSelected,
  }),
  'columns.holdNames': rosterCommand({
    ...COLUMNS,
    title: 'Keep names and email in sight, or let them scroll',
    context: SHOWN,
    run: toggleNames,
  }),
  'columns.moveLeft': rosterCommand({
    ...COLUMNS,
    title: 'Move columns left',
    keys: ['Alt+Shift+Left'],
    context: MOVED,
    run: (session) => {
      moveSelected(session, -1);
    },
  }),
  'columns.moveRight': rosterCommand({
    ...COLUMNS,
    title: 'Move columns right',
    keys: ['Alt+Shift+Right'],
    context: MOVED,
    run: (session) => {
      moveSelected(session, 1);
    },
  }),
  'columns.wider': rosterCommand({
    ...COLUMNS,
    title: 'Make columns wider',
    context: MOVED,
    run: (session) => {
      changeWidths(session, 1);
    },
  }),
  'columns.narrower': rosterCommand({
    ...COLUMNS,
    title: 'Make columns narrower',
    context: MOVED,
    run: (session) => {
      changeWidths(session, -1);
    },
  }),
  'columns.fit': rosterCommand({
    ...COLUMNS,
    title: 'Fit columns to the texts in sight',
    context: MOVED,
    run: asksGrid('fitColumns'),
  }),
  'columns.reset': rosterCommand({
    ...COLUMNS,
    title: 'Reset the column layout',
    context: { of: ['columns'], section: 7 },
    when: (_, { layout }) => layout !== DEFAULT_LAYOUT,
    whyNot: 'The columns are in their usual layout',
    run: resetLayout,
  }),
} satisfies CommandTable;
