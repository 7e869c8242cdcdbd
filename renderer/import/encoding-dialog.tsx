import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FileRef, Reply, SourceForm } from '../../shared/contract.ts';
import { encodingLabel, type TextEncoding } from '../../shared/text/encodings.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { closeDialog, showFailure, whenSafe } from '../session/dialogs.ts';
import { openFile } from '../session/open-roster.ts';
import { type Session, useSession } from '../session/session.ts';
import { inOrder, type Reading, tellingCells } from './readings.ts';
import './encoding-dialog.css';

interface Props {
  readonly file: FileRef;
  /** What the file was read as; null where it could not be read. */
  readonly form: Extract<SourceForm, { kind: 'text' }> | null;
}

/** Shows the first lines of a text file in each encoding, the likelier first, and opens it in the one that is chosen. */
export function EncodingDialog({ file, form }: Props) {
  const session = useSession();
  const readings = useReadings(session, file);
  const listed = inOrder(readings, form);
  const [wanted, setWanted] = useState<TextEncoding | null>(form?.encoding ?? null);
  const chosen = wanted ?? listed[0]?.encoding ?? null;
  const shown = listed.find(({ encoding }) => encoding === chosen);
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title="Which of these reads right?"
      size="large"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Leave it as it is</Button>
          <Button
            variant="filled"
            disabled={shown === undefined || chosen === form?.encoding}
            onClick={() => {
              if (shown !== undefined) reopen(session, file, shown.encoding);
            }}
          >
            {chosen === null ? 'Read again' : `Read as ${encodingLabel(chosen)}`}
          </Button>
        </>
      }
    >
      <p>
        “{file.name}” does not say in which encoding it was written. Choose the one in which the names below
        are spelled right; the file itself stays as it is.
      </p>
      <div className="encodings">
        <ReadingList readings={listed} chosen={chosen} onChoose={setWanted} />
        <Lines reading={shown} />
      </div>
    </DialogFrame>
  );
}

function useReadings(session: Session, file: FileRef): readonly Reading[] {
  const [readings, setReadings] = useState<readonly Reading[]>([]);
  useEffect(() => {
    void session.host.call('file.readings', { file: file.handle }).then((answer) => {
      if (answer.ok) setReadings(answer.value.readings);
      else showFailure(session, `“${file.name}” cannot be shown`, answer.failure);
    });
  }, [session, file]);
  return readings;
}

function reopen(session: Session, file: FileRef, encoding: TextEncoding): void {
  closeDialog(session);
  whenSafe(session, () => void openFile(session, file, { encoding }));
}

interface ListProps {
  readonly readings: Reply<'file.readings'>['readings'];
  readonly chosen: TextEncoding | null;
  readonly onChoose: (encoding: TextEncoding) => void;
}

function ReadingList({ readings, chosen, onChoose }: ListProps) {
  return (
    <fieldset className="encodings-list">
      <legend>Encoding</legend>
      {readings.map((reading) => (
        <label key={reading.encoding} data-chosen={reading.encoding === chosen}>
          <input
            type="radio"
            name="encoding"
            checked={reading.encoding === chosen}
            onChange={() => {
              onChoose(reading.encoding);
            }}
          />
          <span>{encodingLabel(reading.encoding)}</span>
          <span className="encodings-sample">{tellingCells(reading).flat().join(' · ')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Lines({ reading }: { readonly reading: Reading | undefined }) {
  const lines = reading === undefined ? [] : tellingCells(reading);
  return (
    <section className="encodings-lines" aria-label="The first lines" aria-live="polite">
      {lines.map((cells, place) => (
        <p key={place}>{cells.join(' · ')}</p>
      ))}
      {reading !== undefined && lines.length === 0 && (
        <p>Its first lines have plain letters only, which are the same in every encoding of this list.</p>
      )}
      {reading?.whole === false && (
        <p className="encodings-broken">
          This encoding cannot hold every byte of the file, so it is not the one.
        </p>
      )}
    </section>
  );
}
