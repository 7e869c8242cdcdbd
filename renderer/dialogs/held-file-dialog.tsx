import { Button } from '@mantine/core';
import { closeDialog } from '../session/dialogs.ts';
import { saveAs, saveTo } from '../session/save-roster.ts';
import { useSession } from '../session/session.ts';
import type { SaveTarget } from '../session/state.ts';
import { DialogFrame } from './dialog-frame.tsx';

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
    <DialogFrame
      title={`“${file.name}” is open in another program`}
      size="medium"
      role="alertdialog"
      onClose={close}
      actions={
        <>
          <Button className="at-start" onClick={closeAnd(() => saveAs(session))}>
            Save mine as…
          </Button>
          <Button onClick={closeAnd(() => saveTo(session, { ...target, inPlace: true }))}>
            Write into it
          </Button>
          <Button variant="filled" data-autofocus onClick={closeAnd(() => saveTo(session, target))}>
            Try again
          </Button>
        </>
      }
    >
      <p>
        Another program, often Excel, has it open and does not let it be replaced. Nothing has been written.
      </p>
      <p>
        Close it there and try again. Or write into the file as it is: what it holds is copied beside it
        first, and what is written is read back.
      </p>
    </DialogFrame>
  );
}
