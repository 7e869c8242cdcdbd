import type { HostEvent } from '../../../shared/contract/contract.ts';
import { assertNever } from '../../../shared/failures/result.ts';
import type { FileRef } from '../../../shared/contract/call.ts';
import { isAvailable, run } from '../commands/command.ts';
import { isTextField } from '../commands/keyboard.ts';
import { finishDraft } from '../../drafts/follow-drafts.ts';
import { whenSafe } from '../session/dialogs.ts';
import { openFile } from '../session/open-roster.ts';
import type { Session } from '../session/session.ts';
import { isBusy } from '../session/state.ts';
import { followAgain } from '../../upload/run/follow-run.ts';
import { askToLeave } from './ask-to-leave.ts';

/** Milliseconds without a question or a task until a file that waited for their end is opened. */
const QUIET = 250;

/** Does what the host passes on: commands of its menu, files that the system opens, the wish to close the window. */
export function listenToHost(session: Session): () => void {
  const opener = openWhenQuiet(session);
  const unlisten = session.host.onEvent((event) => {
    handle(session, event, opener.open);
  });
  return () => {
    unlisten();
    opener.stop();
  };
}

function handle(session: Session, event: HostEvent, open: (file: FileRef) => void): void {
  const state = session.store.getState();
  switch (event.kind) {
    case 'command':
      runFromMenu(session, event.command);
      return;
    case 'openFile':
      open(event.file);
      return;
    case 'closeRequested':
      void session.host.call('app.heard', { event: 'closeRequested' });
      state.chooser?.done(null);
      if (state.task === null) askToLeave(session, 'app.close');
      return;
    case 'sessionEnding':
      void handOver(session);
      return;
    case 'uploadWoken':
      void followAgain(session);
      return;
    case 'appUpdate':
      session.store.setState({ appUpdate: event.state });
      return;
    default:
      assertNever(event);
  }
}

/** Says when the host has all that was changed, so that it can be offered again. */
async function handOver(session: Session): Promise<void> {
  await finishDraft(session);
  await session.host.call('app.heard', { event: 'sessionEnding' });
}

/**
 * Opens files: at once, or when what is asked or done over the grid is over. Of several that came meanwhile the last is
 * opened, as there is room for one roster.
 */
function openWhenQuiet(session: Session): { open: (file: FileRef) => void; stop: () => void } {
  let waiting: FileRef | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const openNow = (file: FileRef): void => {
    whenSafe(session, () => void openFile(session, file));
  };
  const tryAgain = (): void => {
    clearTimeout(timer);
    if (waiting === null || isBusy(session.store.getState())) return;
    // An answer may lead to the next question, or to a task that begins a moment later.
    timer = setTimeout(() => {
      const file = waiting;
      waiting = null;
      if (file !== null) openNow(file);
    }, QUIET);
  };
  const unsubscribe = session.store.subscribe(tryAgain);
  return {
    open: (file) => {
      if (isBusy(session.store.getState())) waiting = file;
      else openNow(file);
    },
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/** Undoing and redoing are a text field's own while it has the focus, as in every app's menu. */
function runFromMenu(session: Session, id: string): void {
  const command = session.commands.get(id);
  const action = id === 'edit.undo' ? 'undo' : id === 'edit.redo' ? 'redo' : null;
  if (action !== null && isTextField(document.activeElement))
    void session.host.call('edit.natively', { action });
  else if (command && isAvailable(command, session.store.getState())) run(session, command);
}
