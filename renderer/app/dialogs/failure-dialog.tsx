import { Button } from '@mantine/core';
import { type Failure, type FailureCode, failureSentence } from '../../../shared/failures/failures.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { Tried } from '../session/dialog-kinds.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { useClosing } from './use-modal.ts';
import { useSituation } from '../session/situation.ts';

interface Props {
  readonly title: string;
  readonly failure: Failure;
  /** The file that could not be opened, if that is what failed. */
  readonly tried: Tried | null;
}

/** What another encoding, delimiter or header row can mend. */
const ABOUT_READING: ReadonlySet<FailureCode> = new Set([
  'roster.noHeader',
  'roster.noSuchHeader',
  'roster.tooManyColumns',
  'file.wrongEncoding',
]);

/** Says what did not happen, why, what is safe and what to do next. */
export function FailureDialog({ title, failure, tried }: Props) {
  const session = useSession();
  const here = useSituation();
  const hasRoster = useSessionState((state) => state.document !== null);
  const { close } = useClosing();
  return (
    <DialogFrame
      title={title}
      size="small"
      role="alertdialog"
      onClose={close}
      actions={
        <>
          {tried !== null && failure.code.startsWith('roster.') && (
            <Button
              onClick={() => {
                session.store.setState({ dialog: { kind: 'doctor', file: tried.file, how: tried.how } });
              }}
            >
              What is this file?
            </Button>
          )}
          {tried !== null && ABOUT_READING.has(failure.code) && (
            <Button
              onClick={() => {
                session.store.setState({ dialog: { kind: 'reading', ...tried } });
              }}
            >
              Read it another way…
            </Button>
          )}
          <Button variant="filled" data-autofocus onClick={close}>
            {hasRoster ? 'Back to the roster' : 'Back'}
          </Button>
        </>
      }
    >
      <p>{failureSentence(failure, here)}</p>
    </DialogFrame>
  );
}
