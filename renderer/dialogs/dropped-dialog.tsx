import { Button } from '@mantine/core';
import { addFile } from '../merge/add-file.ts';
import { closeDialog, whenSafe } from '../session/dialogs.ts';
import { openFile } from '../session/open-roster.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { Dialog } from '../session/state.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** Asks whether a file that was dropped on an open roster is to be opened or to be added to it. */
export function DroppedDialog({ file }: Extract<Dialog, { kind: 'dropped' }>) {
  const session = useSession();
  const name = useSessionState(({ document }) => document?.name ?? '');
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title={`What is “${file.name}” for?`}
      size="small"
      onClose={close}
      actions={
        <>
          <Button className="at-start" onClick={close}>
            Cancel
          </Button>
          <Button
            onClick={() => {
              close();
              whenSafe(session, () => void openFile(session, file));
            }}
          >
            Open instead
          </Button>
          <Button
            variant="filled"
            data-autofocus
            onClick={() => {
              close();
              void addFile(session, file);
            }}
          >
            Add to this roster
          </Button>
        </>
      }
    >
      <p>
        Its people can be added to “{name}”: you see who is new and what changes before anything is written.
        Or it can be opened in its place.
      </p>
    </DialogFrame>
  );
}
