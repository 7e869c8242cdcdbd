import { failed, failureSentence } from '../../shared/failures.ts';
import { QuestionDialog } from '../dialogs/question-dialog.tsx';
import { useSituation } from '../session/situation.ts';
import type { SourceQuestion as Question } from '../session/state.ts';

/** Says that an export would lose rows of the file that was chosen, which is the roster's own, and offers another choice. */
export function SourceQuestion({ question: { chosen, what, done } }: { readonly question: Question }) {
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
