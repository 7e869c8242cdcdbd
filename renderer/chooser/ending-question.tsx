import { describeFileForm } from '../../shared/text/file-endings.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { QuestionDialog } from '../dialogs/question-dialog.tsx';
import type { EndingQuestion as Question } from '../session/state.ts';

/** Asks about a name whose ending says something else than what is to be written; nothing has been written. */
export function EndingQuestion({ question }: { readonly question: Question }) {
  const { chosen, says, form, better, exists, done } = question;
  const isAccepted = form !== 'profile' && WRITE_FORMATS[form].accepted;
  return (
    <QuestionDialog
      title={`Save as “${better.name}” instead?`}
      size="medium"
      apart={{
        label: 'Choose another name…',
        onChoose: () => {
          done('again');
        },
      }}
      main={{
        // The title has the name, which may be longer than the dialog is wide.
        label: exists ? 'Replace' : 'Save',
        onChoose: () => {
          done(better);
        },
      }}
      onClose={() => {
        done(null);
      }}
    >
      <p>
        “{chosen.name}” is the name of {says}, and what is to be written is {describeFileForm(form)}
        {isAccepted && ', which Agent Connect takes'}. Nothing has been written.
      </p>
      {exists && <p>“{better.name}” is in this folder already. Saving replaces it.</p>}
    </QuestionDialog>
  );
}
