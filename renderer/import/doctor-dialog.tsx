import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Reply } from '../../shared/contract/contract.ts';
import { damageSentence, takenSentence, whatItIs } from '../../shared/import/diagnosis.ts';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import type { FileRef } from '../../shared/contract/call.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { closeDialog } from '../app/session/dialogs.ts';
import type { HowToRead } from '../../shared/roster/how-to-read.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import css from './doctor-dialog.module.css';

type Examined = Result<Reply<'file.examine'>, Failure>;

/** Says what a file is, whether Agent Connect would take it, and what a spreadsheet has damaged in it. */
export function DoctorDialog({ file, how }: { readonly file: FileRef; readonly how: HowToRead }) {
  const session = useSession();
  const here = useSituation();
  const examined = useExamined(session, file, how);
  const isOpen = useSessionState(({ document }) => document?.file?.handle === file.handle);
  // A file that Agent Connect takes as it is needs nothing done, and one that cannot be read has nothing to convert.
  const isToConvert = isOpen && examined?.ok === true && examined.value.diagnosis.obstacles.length > 0;
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title={`What “${file.name}” is`}
      size="medium"
      onClose={close}
      actions={
        <>
          <Button data-autofocus variant={isToConvert ? 'default' : 'filled'} onClick={close}>
            Close
          </Button>
          {isToConvert && (
            <Button
              variant="filled"
              onClick={() => {
                session.store.setState({ dialog: { kind: 'export' } });
              }}
            >
              Convert to the form that Agent Connect takes…
            </Button>
          )}
        </>
      }
    >
      <div className={css['doctor']} aria-live="polite">
        {examined === null ? (
          <p>Looking at the file…</p>
        ) : examined.ok ? (
          <Findings {...examined.value} />
        ) : (
          <p>{failureSentence(examined.failure, here)}</p>
        )}
      </div>
    </DialogFrame>
  );
}

function useExamined(session: Session, file: FileRef, how: HowToRead): Examined | null {
  const [examined, setExamined] = useState<Examined | null>(null);
  useEffect(() => {
    const { document } = session.store.getState();
    const form = document?.file?.handle === file.handle ? document.form : null;
    const sheet = how.sheet ?? (form?.kind === 'workbook' ? form.sheet : null);
    const { encoding = null, delimiter = null, quote = null, header = null } = how;
    const asTold = { file: file.handle, sheet, encoding, delimiter, quote, header };
    void session.host.call('file.examine', asTold).then(setExamined);
  }, [session, file, how]);
  return examined;
}

function Findings({ form, diagnosis }: Reply<'file.examine'>) {
  const { damage } = diagnosis;
  return (
    <>
      <ul>
        {whatItIs(form, diagnosis).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{takenSentence(form, diagnosis)}</p>
      <h3>What a spreadsheet has damaged</h3>
      {damage.length === 0 ? (
        <p>Nothing that shows: no lost zeros, rounded numbers, swapped dates, broken letters or ####.</p>
      ) : (
        <ul>
          {damage.map((one) => (
            <li key={`${one.column} ${one.kind}`}>{damageSentence(one)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
