import { Button } from '@mantine/core';
import { addFile } from '../../import/add-file.ts';
import { whenSafe } from '../session/dialogs.ts';
import { isExportCurrent } from '../session/last-export.ts';
import { openFile } from '../session/open-roster.ts';
import { type Session, useSession, useSessionState } from '../session/session.ts';
import type { Dialog } from '../session/dialog-kinds.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { useClosing } from './use-modal.ts';

type Props = Pick<Extract<Dialog, { kind: 'dropped' }>, 'file'>;

/** Asks what a file is for that was dropped on an open roster; one that was just exported from it is known. */
export function DroppedDialog({ file, isExport }: Extract<Dialog, { kind: 'dropped' }>) {
  return isExport ? <DroppedExport file={file} /> : <DroppedRoster file={file} />;
}

/** The exported file missed the page of Agent Connect, or somebody wants to see what was written. */
function DroppedExport({ file }: Props) {
  const session = useSession();
  const name = useSessionState(({ document }) => document?.name ?? '');
  const isCurrent = useSessionState(isExportCurrent);
  const { close, closeAnd } = useClosing();
  return (
    <DialogFrame
      title={`“${file.name}” is the file you exported`}
      size="small"
      onClose={close}
      actions={
        <>
          <Button
            className="at-start"
            onClick={closeAnd(() => {
              openInstead(session, file);
            })}
          >
            Open it here
          </Button>
          <Button variant="filled" data-autofocus onClick={close}>
            Back to the roster
          </Button>
        </>
      }
    >
      <p>
        {isCurrent
          ? 'It is meant for Agent Connect: drop it on the page in your browser, or choose it there.'
          : 'The roster has changed since it was written: export it again before you hand it over.'}{' '}
        Opened here it takes the place of “{name}”.
      </p>
    </DialogFrame>
  );
}

/** Asks whether the file is to be opened or to be added to the open roster. */
function DroppedRoster({ file }: Props) {
  const session = useSession();
  const name = useSessionState(({ document }) => document?.name ?? '');
  const { close, closeAnd } = useClosing();
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
            onClick={closeAnd(() => {
              openInstead(session, file);
            })}
          >
            Open instead
          </Button>
          <Button variant="filled" data-autofocus onClick={closeAnd(() => addFile(session, file))}>
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

function openInstead(session: Session, file: Props['file']): void {
  whenSafe(session, () => void openFile(session, file));
}
