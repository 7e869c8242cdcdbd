import { COMMANDS, type CommandName } from '../../shared/commands.ts';
import type { HostEvent } from '../../shared/contract.ts';
import { assertNever } from '../../shared/result.ts';
import { isAvailable } from '../commands/is-available.ts';
import { runCommand } from '../commands/run-command.ts';
import { whenSafe } from '../session/dialogs.ts';
import { openFile } from '../session/open-roster.ts';
import type { Session } from '../session/session.ts';
import { isBusy } from '../session/state.ts';
import { askToLeave } from './ask-to-leave.ts';

/** Does what the host passes on: commands of its menu, files that the system opens, the wish to close the window. */
export function listenToHost(session: Session): () => void {
  return session.host.onEvent((event) => {
    handle(session, event);
  });
}

function handle(session: Session, event: HostEvent): void {
  const state = session.store.getState();
  switch (event.kind) {
    case 'command':
      if (isCommand(event.command) && isAvailable(state, event.command)) runCommand(session, event.command);
      return;
    case 'openFile':
      if (!isBusy(state)) whenSafe(session, () => void openFile(session, event.file));
      return;
    case 'closeRequested':
      state.chooser?.done(null);
      if (state.task === null) askToLeave(session, 'app.close');
      return;
    case 'appUpdate':
      session.store.setState({ appUpdate: event.state });
      return;
    default:
      assertNever(event);
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
