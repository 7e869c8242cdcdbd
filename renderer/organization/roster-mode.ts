import { command, NO_ROSTER, rosterCommand } from '../app/commands/command.ts';
import type { SessionState } from '../app/session/state.ts';
import { chosenOrganization } from './organizations.ts';
import { deleteRows } from '../../shared/roster/edits.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Document } from '../app/session/document.ts';
import { edit } from '../app/session/edit-roster.ts';
import { filterOf, filterRows } from '../app/session/filter-rows.ts';
import { sayUndoable } from '../app/session/say-done.ts';
import type { CommandTable, Session } from '../app/session/session.ts';

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

/** What a roster is for, and what only a bulk update has. */
export const MODE_COMMANDS = {
  'organization.bulkUpdate': modeCommand('update'),
  'organization.bulkCreate': modeCommand('create'),
  'rows.deleteIncomplete': rosterCommand({
    menu: 'Rows',
    group: 'Add and remove',
    title: 'Delete deactivated people with cells missing',
    when: ({ checker, counts }) => checker.comparison !== null && counts.byCode.has('deactivated.incomplete'),
    whyNot: 'There are none in this bulk update, or this is not a bulk update',
    run: deleteIncomplete,
  }),
} satisfies CommandTable;

function modeCommand(wanted: Settings['mode']) {
  return command({
    menu: 'Organization',
    title: `Prepare a bulk ${wanted}`,
    when: ({ document, organizations, mode }) =>
      document !== null && organizations.known !== null && mode !== wanted,
    whyNot: whyNotMode,
    run: (session) => {
      setMode(session, wanted);
    },
  });
}

/** Why the roster cannot be for something else. */
function whyNotMode({ document, mode, organizations }: SessionState): string {
  if (document === null) return NO_ROSTER;
  if (organizations.known !== null) return `This is a bulk ${mode} already`;
  return chosenOrganization(organizations) === null
    ? 'It needs an organization and its current team'
    : 'It needs the current team: pull it, or read its file';
}
