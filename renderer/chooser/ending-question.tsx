import { Button } from '@mantine/core';
import { describeFileForm } from '../../shared/text/file-endings.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import type { EndingQuestion as Question } from '../session/state.ts';

/** Asks about a name whose ending says something else than what is to be written; nothing has been written. */
export function EndingQuestion({ question }: { readonly question: Question }) {
  const { chosen, says, form, better, exists, done } = question;
  const isAccepted = form !== 'profile' && WRITE_FORMATS[form].accepted;
  return (
    <DialogFrame
      title={`Save as “${better.name}” instead?`}
      size="medium"
      role="alertdialog"
      onClose={() => {
        done(null);
      }}
      actions={
        <>
          <Button
            className="at-start"
            onClick={() => {
              done('again');
            }}
          >
            Choose another name…
          </Button>
          <Button
            onClick={() => {
              done(null);
            }}
          >
            Cancel
          </Button>
          <Button
            variant="filled"
            data-autofocus
            onClick={() => {
              done(better);
            }}
          >
            {`${exists ? 'Replace' : 'Save as'} “${better.name}”`}
          </Button>
        </>
      }
    >
      <p>
        “{chosen.name}” is the name of {says}, and what is to be written is {describeFileForm(form)}
        {isAccepted && ', which Agent Connect takes'}. Nothing has been written.
      </p>
      {exists && <p>“{better.name}” is in this folder already. Saving replaces it.</p>}
    </DialogFrame>
  );
}
