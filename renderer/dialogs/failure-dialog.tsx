import { Button } from '@mantine/core';
import type { FileRef } from '../../shared/contract.ts';
import { type Failure, failureSentence } from '../../shared/failures.ts';
import { closeDialog } from '../session/dialogs.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { DialogFrame } from './dialog-frame.tsx';

interface Props {
  readonly title: string;
  readonly failure: Failure;
  /** The file that could not be opened, if that is what failed. */
  readonly file: FileRef | null;
}

/** Says what did not happen, why, what is safe and what to do next. */
export function FailureDialog({ title, failure, file }: Props) {
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
        <>
          {file !== null && failure.code.startsWith('roster.') && (
            <Button
              onClick={() => {
                session.store.setState({ dialog: { kind: 'doctor', file } });
              }}
            >
              What is this file?
            </Button>
          )}
          {file !== null && failure.code === 'file.wrongEncoding' && (
            <Button
              onClick={() => {
                session.store.setState({ dialog: { kind: 'encoding', file, form: null } });
              }}
            >
              Choose another encoding…
            </Button>
          )}
          <Button variant="filled" data-autofocus onClick={close}>
            {hasRoster ? 'Back to the roster' : 'Back'}
          </Button>
        </>
      }
    >
      <p>{failureSentence(failure)}</p>
    </DialogFrame>
  );
}
