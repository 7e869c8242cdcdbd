import { vi } from 'vitest';
import { runCommand } from '../../../../renderer/app/commands/command.ts';
import { displayedRows } from '../../../../renderer/app/session/displayed-rows.ts';
import type { CommandId, Session } from '../../../../renderer/app/session/session.ts';
import type { Selection } from '../../../../renderer/app/session/document.ts';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

/** A session with four people open, some with problems, and the calls that its host is asked. */
export async function openFourPeople(): Promise<ReturnType<typeof testSession>> {
  // A command looks for an open editor; there is no page here.
  vi.stubGlobal('window', { document: { activeElement: null } });
  vi.stubGlobal('HTMLElement', EventTarget);
  const opened = testSession();
  await openRows(opened.session, [
    'Role\tFirst Name\tLast Name\tEmail Address\tHome Town',
    'Team Member\tAna\tRuiz\tana@acme.example\tCork',
    'Team Member\tben\tRuiz\tben@@acme\tBonn 10',
    'Team Member\tCleo\tStone\t ann@acme.example\tBonn 9',
    'Team Member\tDora\tRuiz\tdora@acme.example\t',
  ]);
  opened.session.store.setState({ dialog: null });
  return opened;
}

/** What tests of commands do in the session at hand, and read of it. */
export function commandsIn(at: () => Session) {
  const id = (index: number): number => documentOf(at()).roster.rows[index]?.id ?? -1;
  const place = (index: number, key: ColumnKey) => ({ row: id(index), position: AT[key] });
  return {
    id,
    state: () => at().store.getState(),
    run: (name: CommandId): void => {
      runCommand(at(), name);
    },
    /** The first names of the rows in sight. */
    names: (): unknown[] => displayedRows(at()).map(({ cells }) => cells[AT.firstName]),
    /** What can be undone, the oldest first. */
    steps: (): string[] => documentOf(at()).history.done.map(({ label }) => label),
    select: (
      from: number,
      to = from,
      key: ColumnKey = 'firstName',
      kind: Selection['kind'] = 'cells',
    ): void => {
      at().store.setState({ selection: { kind, anchor: place(from, key), head: place(to, key) } });
    },
  };
}
