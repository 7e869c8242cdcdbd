import { compileQuery, type Expression } from '../../shared/find/compile-query.ts';
import { type FoundCells, replaceCells } from '../../shared/find/found-cells.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import type { Change } from '../../shared/roster/change.ts';
import { cellAt, type Row } from '../../shared/roster/roster.ts';
import { headerAt } from '../../shared/roster/grid-layout.ts';
import { displayedRows } from '../app/session/displayed-rows.ts';
import { edit } from '../app/session/edit-roster.ts';
import { sayUndoable } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { runTask } from '../app/session/task.ts';
import { goToFound, setFind } from './find-commands.ts';
import { startExpression } from './run-expression.ts';

type Found = Pick<FoundCells, 'byRow'>;

/** Replaces what is found in the active cell and goes to the next; where the active cell is none, it goes to one. */
export async function replaceHere(session: Session): Promise<void> {
  const { find, selection, document } = session.store.getState();
  const anchor = selection?.anchor;
  const row = anchor && document?.roster.byId.get(anchor.row);
  if (document && row && find.found.byRow.get(row.id)?.includes(anchor.position)) {
    const here = { byRow: new Map([[row.id, [anchor.position]]]) };
    await replaceIn(session, [row], here, `Replace in ${headerAt(document.roster, anchor.position)}`);
  }
  goToFound(session, 1, true);
}

/** Replaces in every found cell as one undo step, and says how many. */
export async function replaceAll(session: Session): Promise<void> {
  const { found } = session.store.getState().find;
  const rows = displayedRows(session).filter(({ id }) => found.byRow.has(id));
  const cells = rows.reduce((sum, { id }) => sum + (found.byRow.get(id)?.length ?? 0), 0);
  if (cells === 0) return;
  // The search goes on after edits, and would change what is to be replaced.
  const all = { byRow: new Map(found.byRow) };
  await replaceIn(session, rows, all, `Replace in ${sayCells(cells)}`, ({ cells: { length } }) => {
    sayUndoable(
      session,
      length === 0 ? 'Every cell had that text already.' : `Replaced in ${sayCells(length)}.`,
    );
  });
}

function sayCells(count: number): string {
  return count === 1 ? 'one cell' : `${count.toLocaleString('en-US')} cells`;
}

async function replaceIn(
  session: Session,
  rows: readonly Row[],
  found: Found,
  label: string,
  after?: (change: Change) => void,
): Promise<void> {
  const { query, replacement } = session.store.getState().find;
  const compiled = compileQuery(query);
  if (!compiled.ok) return;
  const { source, flags } = compiled.value;
  if (!query.isExpression) {
    const plain = new RegExp(source, flags);
    const replace = (text: string): string => text.replace(plain, () => replacement);
    edit(session, label, replaceCells(rows, found, replace), after);
    return;
  }
  const texts = await replacedByExpression(session, label, compiled.value, textsOf(rows, found));
  if (texts !== null)
    edit(
      session,
      label,
      replaceCells(rows, found, (text) => texts.get(text) ?? text),
      after,
    );
}

function textsOf(rows: readonly Row[], { byRow }: Found): readonly string[] {
  const texts = new Set<string>();
  for (const row of rows) for (const position of byRow.get(row.id) ?? []) texts.add(cellAt(row, position));
  return [...texts];
}

/** Texts that go to the expression's thread at once; copying them takes a few milliseconds. */
const BATCH = 5000;

/**
 * What an expression makes of texts, each looked at once; `$1` and its like mean something in its replacement. Null if
 * the user stopped it or it took too long, which the bar says.
 */
async function replacedByExpression(
  session: Session,
  name: string,
  expression: Expression,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const { find } = session.store.getState();
  const thread = startExpression(expression);
  const replaced = new Map<string, string>();
  const done = await runTask(session, { kind: 'editing', name }, async (signal, onProgress) => {
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = texts.slice(from, from + BATCH);
      const after = await thread.replace(batch, find.replacement);
      if (signal.aborted) return failure(failed('cancelled', {}));
      if (after === null) return success(false);
      batch.forEach((text, index) => replaced.set(text, after[index] ?? text));
      onProgress(from / texts.length);
    }
    return success(true);
  });
  thread.stop();
  if (!done.ok) return null;
  if (done.value) return replaced;
  const why = 'Replacing takes too long with this expression, so it was stopped and nothing was changed.';
  setFind(session, { progress: { kind: 'failed', why } });
  return null;
}
