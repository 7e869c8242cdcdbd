import { Button } from '@mantine/core';
import { closeDialog } from '../session/dialogs.ts';
import { openFile } from '../session/open-roster.ts';
import { saveAs, saveTo } from '../session/save-roster.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { SaveTarget } from '../session/state.ts';
import { describeUnsaved } from './describe-unsaved.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** Asks whose version stays when the file has changed on disk since it was opened; nothing has been written yet. */
export function ChangedOnDiskDialog({ target }: { readonly target: SaveTarget }) {
  const { file } = target;
  const session = useSession();
  const document = useSessionState((state) => state.document);
  const close = (): void => {
    closeDialog(session);
  };
  const closeAnd = (then: () => Promise<unknown>) => () => {
    close();
    void then();
  };
  return (
    <DialogFrame
      title={`“${file.name}” has changed since you opened it`}
      size="medium"
      role="alertdialog"
      onClose={close}
      actions={
        <>
          <Button className="at-start" onClick={closeAnd(() => openFile(session, file))}>
            Open their version
          </Button>
          <Button onClick={closeAnd(() => saveTo(session, { ...target, overwrite: true }))}>
            Replace it with mine
          </Button>
          <Button variant="filled" data-autofocus onClick={closeAnd(() => saveAs(session))}>
            Save mine as…
          </Button>
        </>
      }
    >
      <p>
        Someone else, or another program, has saved it. Nothing has been written, and both versions are safe.
      </p>
      <p>Replace it, and what they changed is lost. Open theirs, and what you changed is lost.</p>
      <p>{document && describeUnsaved(document)}</p>
    </DialogFrame>
  );
}
