import { Button } from '@mantine/core';
import { closeDialog } from '../session/dialogs.ts';
import { exportSentence } from '../session/last-export.ts';
import { save } from '../session/save-roster.ts';
import { type Session, useSession, useSessionState } from '../session/session.ts';
import { describeUnsaved } from './describe-unsaved.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** Asks, before the open roster goes, whether its unsaved changes are to be kept. */
export function UnsavedDialog({ then }: { readonly then: () => void }) {
  const session = useSession();
  const document = useSessionState((state) => state.document);
  const exported = useSessionState(exportSentence);
  const close = (): void => {
    closeDialog(session);
  };
  const leave = (): void => {
    close();
    then();
  };
  return (
    <DialogFrame
      title={`Save the changes to “${document?.name ?? ''}”?`}
      size="small"
      role="alertdialog"
      onClose={close}
      actions={
        <>
          <Button className="at-start" onClick={leave}>
            Don’t save
          </Button>
          <Button onClick={close}>Cancel</Button>
          <Button variant="filled" data-autofocus onClick={() => void saveThen(session, then)}>
            Save
          </Button>
        </>
      }
    >
      <p>{document && describeUnsaved(document)}</p>
      {exported !== null && <p>{exported}</p>}
    </DialogFrame>
  );
}

/** Goes on only once the roster is on disk; if saving fails, that is what the user is told instead. */
async function saveThen(session: Session, then: () => void): Promise<void> {
  closeDialog(session);
  if (await save(session)) then();
}
