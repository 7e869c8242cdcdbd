import { exportSentence } from '../session/last-export.ts';
import { save } from '../session/save-roster.ts';
import { type Session, useSession, useSessionState } from '../session/session.ts';
import { describeUnsaved } from './describe-unsaved.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { useClosing } from './use-modal.ts';

/** Asks, before the open roster goes, whether its unsaved changes are to be kept. */
export function UnsavedDialog({ then }: { readonly then: () => void }) {
  const session = useSession();
  const document = useSessionState((state) => state.document);
  const exported = useSessionState(exportSentence);
  const { close, closeAnd } = useClosing();
  return (
    <QuestionDialog
      title={`Save the changes to “${document?.name ?? ''}”?`}
      size="small"
      apart={{ label: 'Don’t save', onChoose: closeAnd(then) }}
      main={{ label: 'Save', onChoose: closeAnd(() => saveThen(session, then)) }}
      onClose={close}
    >
      <p>{document && describeUnsaved(document)}</p>
      {exported !== null && <p>{exported}</p>}
    </QuestionDialog>
  );
}

/** Goes on only once the roster is on disk; if saving fails, that is what the user is told instead. */
async function saveThen(session: Session, then: () => void): Promise<void> {
  if (await save(session)) then();
}
