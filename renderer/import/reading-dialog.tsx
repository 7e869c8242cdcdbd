import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { FileRef } from '../../shared/contract/call.ts';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import type { Reply } from '../../shared/contract/contract.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import type { Tried } from '../app/session/dialog-kinds.ts';
import { closeDialog, whenSafe } from '../app/session/dialogs.ts';
import type { HowToRead } from '../../shared/roster/how-to-read.ts';
import { openFile } from '../app/session/open-roster.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import { addFile } from './add-file.ts';
import { PreviewTable } from './preview-table.tsx';
import { EncodingList, ReadingChoices } from './reading-choices.tsx';
import { inOrder, understandPreview, type Understood } from './readings.ts';
import css from './reading-dialog.module.css';

/** Shows how a file is understood, with its first rows as they would come in, and reads it as the user says instead. */
export function ReadingDialog({ file, how, purpose }: Tried) {
  const session = useSession();
  const isOpen = useSessionState(
    ({ document }) => purpose === 'open' && document?.file?.handle === file.handle,
  );
  const [told, setTold] = useState(how);
  const previewed = usePreview(session, file, told);
  const understood = useMemo(
    () => (previewed?.ok === true ? understandPreview(file.name, previewed.value, told) : null),
    [file.name, previewed, told],
  );
  const answer = { ...told, ...(understood?.header === 'none' && { header: 'none' as const }) };
  const isChanged = JSON.stringify(answer) !== JSON.stringify(how);
  const opens = understood?.refusal === null && previewed?.ok === true && previewed.value.whole;
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title={`How “${file.name}” is read`}
      size="wide"
      onClose={close}
      actions={
        <>
          <Button data-autofocus onClick={close}>
            {isOpen ? 'Leave it as it is' : `Do not ${purpose} it`}
          </Button>
          <Button
            variant="filled"
            disabled={!opens || (isOpen && !isChanged)}
            onClick={() => {
              closeDialog(session);
              if (purpose === 'add') void addFile(session, file, answer);
              else whenSafe(session, () => void openFile(session, file, answer));
            }}
          >
            {isOpen
              ? 'Read it again like this'
              : purpose === 'open'
                ? 'Open it like this'
                : 'Read it like this'}
          </Button>
        </>
      }
    >
      <div className={css['reading']}>
        <Choices file={file} previewed={previewed} understood={understood} told={told} onTell={setTold} />
        <PreviewPane previewed={previewed} understood={understood} told={told} onTell={setTold} />
      </div>
    </DialogFrame>
  );
}

interface PartProps {
  readonly previewed: Previewed | null;
  readonly understood: Understood | null;
  readonly told: HowToRead;
  readonly onTell: (told: HowToRead) => void;
}

/** What was understood, doubts first, and what can be chosen instead. */
function Choices({ file, previewed, understood, told, onTell }: PartProps & { readonly file: FileRef }) {
  const form = previewed?.ok === true ? previewed.value.form : null;
  return (
    <section className={css['readingLeft']} aria-label="How the file is understood">
      {understood !== null && <Sentences understood={understood} />}
      {form !== null && understood !== null && (
        <ReadingChoices form={form} understood={understood} told={told} onTell={onTell} />
      )}
      {isText(previewed) && (
        <Encodings file={file} previewed={previewed} understood={understood} told={told} onTell={onTell} />
      )}
    </section>
  );
}

/** Whether a file is a text, as far as it could be told. */
function isText(previewed: Previewed | null): boolean {
  if (previewed === null) return false;
  return previewed.ok ? previewed.value.form.kind === 'text' : previewed.failure.code.startsWith('file.');
}

/** The encodings; what cannot be read as it was detected is shown in the likeliest that can be had. */
function Encodings({ file, previewed, understood, told, onTell }: PartProps & { readonly file: FileRef }) {
  const readings = useReadings(useSession(), file);
  const detected = useDetected(previewed);
  const listed = inOrder(readings, detected);
  const [likeliest] = listed;
  const found = detected?.encoding ?? null;
  const failed = previewed?.ok === false && told.encoding === undefined;
  useEffect(() => {
    if (failed && likeliest !== undefined) onTell({ ...told, encoding: likeliest.encoding });
  }, [failed, likeliest, told, onTell]);
  return (
    <EncodingList
      readings={listed}
      known={understood && { dialect: understood.dialect, secret: secretPlaces(understood) }}
      chosen={told.encoding ?? found}
      detected={found}
      onChoose={(encoding) => {
        onTell({ ...told, encoding: encoding === found ? undefined : encoding });
      }}
    />
  );
}

function secretPlaces({ columns }: Understood): Set<number> {
  return new Set(columns.flatMap(({ key }, place) => (key === 'temporaryPassword' ? [place] : [])));
}

function Sentences({ understood: { doubts, noticed, refusal } }: { readonly understood: Understood }) {
  const here = useSituation();
  return (
    <ul className={css['readingSentences']} aria-live="polite">
      {refusal !== null && <li data-doubt>{failureSentence(refusal, here)}</li>}
      {doubts.map((sentence) => (
        <li key={sentence} data-doubt>
          {sentence}
        </li>
      ))}
      {noticed.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {refusal === null && doubts.length + noticed.length === 0 && (
        <li>Nothing about this file is in doubt.</li>
      )}
    </ul>
  );
}

function PreviewPane({ previewed, understood, told, onTell }: PartProps) {
  const here = useSituation();
  if (previewed === null) return <p className={css['readingRight']}>Reading the first rows…</p>;
  if (!previewed.ok) return <p className={css['readingRight']}>{failureSentence(previewed.failure, here)}</p>;
  if (understood === null) return null;
  return (
    <PreviewTable
      understood={understood}
      onHeader={(line) => {
        onTell({ ...told, header: line === understood.detectedHeader ? undefined : line });
      }}
    />
  );
}

/** The beginning of a file, or why it cannot be shown. */
type Previewed = Result<Reply<'file.preview'>, Failure>;

/** The beginning of a file in a sheet and an encoding; the last one stays until another has come. Null before the first. */
function usePreview(session: Session, file: FileRef, { sheet, encoding }: HowToRead): Previewed | null {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  useEffect(() => {
    let isWanted = true;
    const request = { file: file.handle, sheet: sheet ?? null, encoding: encoding ?? null };
    void session.host.call('file.preview', request).then((answer) => {
      if (isWanted) setPreviewed(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [session, file, sheet, encoding]);
  return previewed;
}

type Readings = Reply<'file.readings'>['readings'];

/** A few lines of a text file in every encoding; none until they are there, or where they cannot be had. */
function useReadings(session: Session, file: FileRef): Readings {
  const [readings, setReadings] = useState<Readings>([]);
  useEffect(() => {
    void session.host.call('file.readings', { file: file.handle }).then((answer) => {
      if (answer.ok) setReadings(answer.value.readings);
    });
  }, [session, file]);
  return readings;
}

/** The form that a file was found to have while nobody had chosen an encoding. */
function useDetected(
  previewed: Previewed | null,
): { readonly encoding: TextEncoding; readonly others: readonly TextEncoding[] } | null {
  const form = previewed?.ok === true ? previewed.value.form : null;
  const now = form?.kind === 'text' && form.confidence !== 'chosen' ? form : null;
  const [detected, setDetected] = useState(now);
  if (now !== null && now !== detected) setDetected(now);
  return now ?? detected;
}
