import { Button } from '@mantine/core';
import { closeDialog } from '../session/dialogs.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { openCount, rowCount } from '../upload/run/run-words.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** Asks, before the window closes, whether the upload may be paused. */
export function UploadingDialog({ then }: { readonly then: () => void }) {
  const session = useSession();
  const counts = useSessionState(({ upload }) => ('run' in upload ? upload.run.progress.counts : null));
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title="Close while the upload runs?"
      size="small"
      role="alertdialog"
      onClose={close}
      actions={
        <>
          <Button
            className="at-start"
            onClick={() => {
              close();
              then();
            }}
          >
            Pause and close
          </Button>
          <Button variant="filled" data-autofocus onClick={close}>
            Let it go on
          </Button>
        </>
      }
    >
      {counts !== null && (
        <p>
          {(rowCount(counts) - openCount(counts)).toLocaleString('en-US')} of{' '}
          {rowCount(counts).toLocaleString('en-US')} rows are done.
        </p>
      )}
      <p>
        What is under way is finished, then the upload is paused. The next start offers to resume it; nobody
        is created twice.
      </p>
    </DialogFrame>
  );
}
