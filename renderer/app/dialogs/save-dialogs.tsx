import { openFile } from '../session/open-roster.ts';
import { saveAs, saveTo } from '../session/save-roster.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { SaveTarget } from '../session/dialog-kinds.ts';
import { describeUnsaved } from './describe-unsaved.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { useClosing } from './use-modal.ts';

interface Props {
  /** Where nothing has been written yet. */
  readonly target: SaveTarget;
}

/** Asks whose version stays when the file has changed on disk since it was opened; nothing has been written yet. */
export function ChangedOnDiskDialog({ target }: Props) {
  const { file } = target;
  const session = useSession();
  const document = useSessionState((state) => state.document);
  const { close, closeAnd } = useClosing();
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

/** Asks what to do about a file that another program has open and does not let be replaced; nothing has been written. */
export function HeldFileDialog({ target }: Props) {
  const { file } = target;
  const session = useSession();
  const { close, closeAnd } = useClosing();
  return (
    <QuestionDialog
      title={`“${file.name}” is open in another program`}
      size="medium"
      apart={{ label: 'Save mine as…', onChoose: closeAnd(() => saveAs(session)) }}
      beside={{
        label: 'Write into it',
        onChoose: closeAnd(() => saveTo(session, { ...target, inPlace: true })),
      }}
      main={{ label: 'Try again', onChoose: closeAnd(() => saveTo(session, target)) }}
      onClose={close}
    >
      <p>
        Another program, often Excel, has it open and does not let it be replaced. Nothing has been written.
      </p>
      <p>
        Close it there and try again. Or write into the file as it is: what it holds is copied beside it
        first, and what is written is read back.
      </p>
    </QuestionDialog>
  );
}
