import { deleteRows } from '../../shared/roster/edits.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Document } from '../app/session/document.ts';
import { edit } from '../app/session/edit-roster.ts';
import { filterOf, filterRows } from '../app/session/filter-rows.ts';
import { sayUndoable } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';

/**
 * Says what the open roster is for: to create people, or to change those of the current team in bulk. It is checked
 * anew behind the window's work.
 */
export function setMode(session: Session, mode: Settings['mode']): void {
  const { document } = session.store.getState();
  if (mode === 'create' && document !== null && filterOf(document).changed)
    filterRows(session, { ...filterOf(document), changed: false });
  session.store.setState({ mode });
}

/** Deletes the rows of deactivated people with cells missing, one of which makes a whole bulk update fail. */
export function deleteIncomplete(session: Session, { roster, checker }: Document): void {
  const rows = Array.from(checker.problemRows()).filter((row) =>
    checker.problemsOf(row).some(({ code }) => code === 'deactivated.incomplete'),
  );
  if (rows.length === 0) return;
  const what = rows.length === 1 ? 'row' : `${rows.length.toLocaleString('en-US')} rows`;
  edit(session, `Delete ${what} of deactivated people`, deleteRows(roster, rows), () => {
    sayUndoable(session, `${rows.length === 1 ? 'One row' : what} of deactivated people deleted.`);
  });
}
