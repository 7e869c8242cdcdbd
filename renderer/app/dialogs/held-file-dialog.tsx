import { closeDialog } from '../session/dialogs.ts';
import { saveAs, saveTo } from '../session/save-roster.ts';
import { useSession } from '../session/session.ts';
import type { SaveTarget } from '../session/dialog-kinds.ts';
import { QuestionDialog } from './question-dialog.tsx';

/** Asks what to do about a file that another program has open and does not let be replaced; nothing has been written. */
export function HeldFileDialog({ target }: { readonly target: SaveTarget }) {
  const { file } = target;
  const session = useSession();
  const close = (): void => {
    closeDialog(session);
  };
  const closeAnd = (then: () => Promise<unknown>) => () => {
    close();
    void then();
  };
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
