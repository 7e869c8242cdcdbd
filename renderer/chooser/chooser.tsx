import { failed, failureSentence } from '../../shared/failures/failures.ts';
import { describeFileForm } from '../../shared/text/file-endings.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { QuestionDialog } from '../app/dialogs/question-dialog.tsx';
import { useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import type { Chooser as ChooserState } from '../app/session/dialog-kinds.ts';
import { OpenChooser } from './open-chooser.tsx';
import { SaveChooser } from './save-chooser.tsx';

/** What a question about a choice is shown with. */
interface QuestionProps<Purpose> {
  readonly question: Extract<ChooserState, { purpose: Purpose }>;
}

/** The window's own dialog for choosing a file, where the system's cannot be had, and the question about a choice. */
export function Chooser() {
  const chooser = useSessionState((state) => state.chooser);
  if (chooser === null) return null;
  switch (chooser.purpose) {
    case 'open':
      return <OpenChooser chooser={chooser} />;
    case 'save':
      return <SaveChooser chooser={chooser} />;
    case 'ending':
      return <EndingQuestion question={chooser} />;
    case 'source':
      return <SourceQuestion question={chooser} />;
  }
}

/** Asks about a name whose ending says something else than what is to be written; nothing has been written. */
function EndingQuestion({ question }: QuestionProps<'ending'>) {
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

/** Says that an export would lose rows of the file that was chosen, which is the roster's own, and offers another choice. */
function SourceQuestion({ question: { chosen, what, done } }: QuestionProps<'source'>) {
  const here = useSituation();
  return (
    <QuestionDialog
      title={`“${chosen.name}” was not replaced`}
      size="medium"
      main={{
        label: 'Choose another file…',
        onChoose: () => {
          done('again');
        },
      }}
      onClose={() => {
        done(null);
      }}
    >
      <p>{failureSentence(failed('write.overSource', { name: chosen.name, what }), here)}</p>
    </QuestionDialog>
  );
}
