import { compileQuery } from '../../shared/find/compile-query.ts';
import { setCells } from '../../shared/roster/edits.ts';
import { cellAt } from '../../shared/roster/roster.ts';
import { headerAt } from '../grid/columns/header-at.ts';
import { displayedRows } from '../session/displayed-rows.ts';
import { edit } from '../session/edit-roster.ts';
import { sayUndoable } from '../session/say-done.ts';
import type { Session } from '../session/session.ts';
import type { CellPlace } from '../session/state.ts';
import { goToFound, setFind } from './find-commands.ts';
import type { Find } from './find-state.ts';
import { startExpression } from './run-expression.ts';

/** Replaces what is found in the active cell and goes to the next; where the active cell is none, it goes to one. */
export async function replaceHere(session: Session): Promise<void> {
  const { find, selection, document } = session.store.getState();
  const anchor = selection?.anchor;
  const isFound = anchor && find.found.byRow.get(anchor.row)?.includes(anchor.position);
  if (document !== null && isFound)
    await replaceIn(session, [anchor], `Replace in ${headerAt(document.roster, anchor.position)}`);
  goToFound(session, 1, true);
}

/** Replaces in every found cell as one undo step, and says how many. */
export async function replaceAll(session: Session): Promise<void> {
  const { found } = session.store.getState().find;
  const cells = displayedRows(session).flatMap(({ id }) =>
    (found.byRow.get(id) ?? []).map((position) => ({ row: id, position })),
  );
  if (cells.length === 0) return;
  const what = cells.length === 1 ? 'one cell' : `${cells.length.toLocaleString('en-US')} cells`;
  const count = await replaceIn(session, cells, `Replace in ${what}`);
  if (count === null) return;
  const changed = count === 1 ? 'one cell' : `${count.toLocaleString('en-US')} cells`;
  sayUndoable(session, count === 0 ? 'Every cell had that text already.' : `Replaced in ${changed}.`);
}

/** Answers how many cells changed; null if the expression took too long, which the bar says. */
async function replaceIn(
  session: Session,
  cells: readonly CellPlace[],
  label: string,
): Promise<number | null> {
  const { find, document } = session.store.getState();
  if (document === null) return null;
  const { byId } = document.roster;
  const textOf = ({ row, position }: CellPlace): string => {
    const person = byId.get(row);
    return person === undefined ? '' : cellAt(person, position);
  };
  const before = cells.map(textOf);
  const after = await replaced(find, before);
  // Meanwhile the roster may be another, or cells may have been typed in: those are left alone.
  if (session.store.getState().document?.roster !== document.roster) return null;
  if (after === null) {
    const why = 'Replacing takes too long with this expression, so it was stopped and nothing was changed.';
    setFind(session, { progress: { kind: 'failed', why } });
    return null;
  }
  const texts = cells.flatMap((cell, index) => {
    const to = after[index];
    return to === undefined || !byId.has(cell.row) || textOf(cell) !== before[index] ? [] : [{ ...cell, to }];
  });
  const change = setCells(document.roster, texts);
  edit(session, label, change);
  return change.cells.length;
}

/** The texts with what is found in them replaced; `$1` and its like mean something in regular expressions alone. */
async function replaced(
  { query, replacement }: Find,
  texts: readonly string[],
): Promise<readonly string[] | null> {
  const compiled = compileQuery(query);
  if (!compiled.ok) return [];
  const { source, flags } = compiled.value;
  if (!query.isExpression) {
    const plain = new RegExp(source, flags);
    return texts.map((text) => text.replace(plain, () => replacement));
  }
  const thread = startExpression(compiled.value);
  const after = await thread.replace(texts, replacement);
  thread.stop();
  return after;
}
