import {
  type ArrangedColumn,
  DEFAULT_LAYOUT,
  hideColumns,
  moveColumns,
  pinColumns,
  resizeColumns,
} from '../../../shared/roster/grid-layout.ts';
import { changeLayout, selectedColumns, shownColumns } from '../session/column-layout.ts';
import { sayDone } from '../session/say-done.ts';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';

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
