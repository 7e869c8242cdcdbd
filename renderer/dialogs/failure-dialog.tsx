import { Button } from '@mantine/core';
import { type Failure, failureSentence } from '../../shared/failures.ts';
import { closeDialog } from '../session/dialogs.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { DialogFrame } from './dialog-frame.tsx';

/** Says what did not happen, why, what is safe and what to do next. */
export function FailureDialog({ title, failure }: { readonly title: string; readonly failure: Failure }) {
  const session = useSession();
  const hasRoster = useSessionState((state) => state.document !== null);
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title={title}
      size="small"
      role="alertdialog"
      onClose={close}
      actions={
        <Button variant="filled" data-autofocus onClick={close}>
          {hasRoster ? 'Back to the roster' : 'Back'}
        </Button>
      }
    >
      <p>{failureSentence(failure)}</p>
    </DialogFrame>
  );
}
