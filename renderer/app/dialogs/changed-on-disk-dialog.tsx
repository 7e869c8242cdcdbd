import { closeDialog } from '../session/dialogs.ts';
import { openFile } from '../session/open-roster.ts';
import { saveAs, saveTo } from '../session/save-roster.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { SaveTarget } from '../session/dialog-kinds.ts';
import { describeUnsaved } from './describe-unsaved.ts';
import { QuestionDialog } from './question-dialog.tsx';

/** Asks whose version stays when the file has changed on disk since it was opened; nothing has been written yet. */
export function ChangedOnDiskDialog({ target }: { readonly target: SaveTarget }) {
  const { file } = target;
  const session = useSession();
  const document = useSessionState((state) => state.document);
  const close = (): void => {
    closeDialog(session);
  };
  const closeAnd = (then: () => Promise<unknown>) => () => {
    close();
    void then();
  };
  return (
    <QuestionDialog
      title={`“${file.name}” has changed since you opened it`}
      size="medium"
      apart={{ label: 'Open their version', onChoose: closeAnd(() => openFile(session, file)) }}
      beside={{
        label: 'Replace it with mine',
        onChoose: closeAnd(() => saveTo(session, { ...target, overwrite: true })),
      }}
      main={{ label: 'Save mine as…', onChoose: closeAnd(() => saveAs(session)) }}
      onClose={close}
    >
      <p>
        Someone else, or another program, has saved it. Nothing has been written, and both versions are safe.
      </p>
      <p>Replace it, and what they changed is lost. Open theirs, and what you changed is lost.</p>
      <p>{document && describeUnsaved(document)}</p>
    </QuestionDialog>
  );
}
