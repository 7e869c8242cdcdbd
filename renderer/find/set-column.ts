import { AT } from '../../shared/person/catalogue.ts';
import { rosterCommand } from '../app/commands/command.ts';
import { setCells } from '../../shared/roster/edits.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import { headerAt } from '../../shared/roster/grid-layout.ts';
import { edit } from '../app/session/edit-roster.ts';
import { sayUndoable } from '../app/session/say-done.ts';
import type { CommandTable, Session } from '../app/session/session.ts';
import type { NewValue } from '../grid/popups/form-field.ts';

/** Gives a column of some rows one text, as one step that is said. */
export function setColumn(
  session: Session,
  ids: readonly RowId[],
  position: number,
  { text, also }: NewValue,
): void {
  const { document } = session.store.getState();
  if (document === null) return;
  const header = headerAt(document.roster, position);
  const texts = ids.map((row) => ({ row, position, to: text }));
  const making = setCells(document.roster, [...texts, ...also]);
  const [label, done, already] =
    text === ''
      ? [`Clear ${header}`, 'cleared', `${header} was empty in every row already.`]
      : [`Set ${header}`, 'set', 'Every row already had that.'];
  edit(session, label, making, ({ cells }) => {
    const count = cells.filter((cell) => cell.position === position).length;
    sayUndoable(session, count === 0 ? already : `${header} ${done} in ${sayRows(count)}.`);
  });
}

/** How many rows, in words: “one row”, “1,200 rows”. */
export function sayRows(count: number): string {
  return count === 1 ? 'one row' : `${count.toLocaleString('en-US')} rows`;
}

/** Setting a column of several rows at once. */
export const BULK_EDIT_COMMANDS = {
  'edit.setColumn': rosterCommand({
    menu: 'Edit',
    group: 'Cells',
    title: 'Set this column for several rows…',
    fieldKeys: 'kept',
    context: { of: ['cells', 'columns'], section: 2, order: 1 },
    run: ({ store }) => {
      const position = store.getState().selection?.anchor.position ?? AT.role;
      store.setState({ dialog: { kind: 'setColumn', position } });
    },
  }),
} satisfies CommandTable;
