import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { failureSentence } from '../../shared/failures/failures.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { closeDialog } from '../app/session/dialogs.ts';
import { useSession } from '../app/session/session.ts';
import { situationOf } from '../app/session/situation.ts';
import css from './support.module.css';

/** Shows what helps support, and copies exactly that. */
export function DiagnosticsDialog() {
  const session = useSession();
  const told = useDiagnostics();
  const [copied, setCopied] = useState<boolean | null>(null);
  const close = (): void => {
    closeDialog(session);
  };
  const copy = async (text: string): Promise<void> => {
    setCopied(await writeText(text));
  };
  return (
    <DialogFrame
      title="Diagnostics for support"
      size="medium"
      onClose={close}
      actions={
        <>
          <p className={css['supportSaid']} role="status">
            {copied === true && 'Copied.'}
            {copied === false && 'The clipboard did not take it: select the text and copy it.'}
          </p>
          <Button onClick={close}>Close</Button>
          <Button
            variant="filled"
            data-autofocus
            disabled={told.text === null}
            onClick={() => void copy(told.text ?? '')}
          >
            Copy
          </Button>
        </>
      }
    >
      <p>This is all that is copied. It names nobody: no rows, no file names, no addresses, no keys.</p>
      {told.why !== null && <p>{told.why}</p>}
      <pre className={css['supportText']} tabIndex={0} role="region" aria-label="What is copied">
        {told.text ?? ''}
      </pre>
    </DialogFrame>
  );
}

interface Told {
  readonly text: string | null;
  /** Why there is none. */
  readonly why: string | null;
}

function useDiagnostics(): Told {
  const session = useSession();
  const [told, setTold] = useState<Told>({ text: null, why: null });
  useEffect(() => {
    void session.host.call('support.diagnostics', {}).then((answer) => {
      setTold(
        answer.ok
          ? { text: answer.value.text, why: null }
          : { text: null, why: failureSentence(answer.failure, situationOf(session)) },
      );
    });
  }, [session]);
  return told;
}

function writeText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
