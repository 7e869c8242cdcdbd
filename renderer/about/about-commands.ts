import type { AppUpdateState } from '../../shared/contract/app-update-calls.ts';
import { command } from '../app/commands/command.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import { whenSafe } from '../app/session/dialogs.ts';
import type { CommandTable, Session } from '../app/session/session.ts';

/** What is said of an update in a line, while one is to be had; null while there is nothing to say unasked. */
export function updateLine(state: AppUpdateState): string | null {
  switch (state.kind) {
    case 'available':
      return `Rollcall ${state.version} is available`;
    case 'downloading':
      return `Downloading Rollcall ${state.version}: ${state.percent} %`;
    case 'ready':
      return `Rollcall ${state.version} is ready`;
    case 'failed':
      return state.version === null ? null : `Rollcall ${state.version} was not installed`;
    default:
      return null;
  }
}

/** Shows what is known of a newer Rollcall, and asks again unless one is being had already. */
export function lookForUpdate({ host, store }: Session): void {
  store.setState({ dialog: { kind: 'appUpdate' } });
  void host.call('appUpdate.look', {});
}

/** Asks what is known of a newer Rollcall; what becomes known later comes as an event. */
export function followAppUpdate({ host, store }: Session): void {
  void host.call('appUpdate.read', {}).then((answer) => {
    if (answer.ok) store.setState({ appUpdate: answer.value.state });
  });
}

/** Asks whether to remove what is kept here, once the open roster is saved or given up. */
export function askToRemoveData(session: Session): void {
  whenSafe(session, () => {
    session.store.setState({ dialog: { kind: 'removeData' } });
  });
}

/** Closes the open roster and has everything removed; answers why not, or null. */
export async function removeData({ host, store }: Session): Promise<Failure | null> {
  const removed = await host.call('support.removeData', {});
  if (!removed.ok) return removed.failure;
  store.setState({ document: null, selection: null, organizationView: null, uploadShown: false });
  return null;
}

/** Newer versions, what somebody who asks for help is asked for, and what is left on the computer. */
export const ABOUT_COMMANDS = {
  'help.update': command({
    menu: 'Help',
    title: 'Check for updates…',
    // Not where others keep the app up to date.
    exists: ({ appUpdate }) => appUpdate.kind !== 'off',
    run: lookForUpdate,
  }),
  'help.diagnostics': command({
    menu: 'Help',
    title: 'Copy diagnostics…',
    run: ({ store }) => {
      store.setState({ dialog: { kind: 'diagnostics' } });
    },
  }),
  'help.removeData': command({ menu: 'Help', title: 'Remove local data…', run: askToRemoveData }),
} satisfies CommandTable;
