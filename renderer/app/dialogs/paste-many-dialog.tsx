import { Button } from '@mantine/core';
import type { Dialog } from '../session/dialog-kinds.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { useClosing } from './use-modal.ts';

/** Asks before very many cells are pasted, which may have been copied by mistake. */
export function PasteManyDialog({ rows, columns, then }: Extract<Dialog, { kind: 'pasteMany' }>) {
  const { close, closeAnd } = useClosing();
  const cells = (rows * columns).toLocaleString('en-US');
  return (
    <DialogFrame
      title={`Paste ${cells} cells?`}
      size="small"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="filled" data-autofocus onClick={closeAnd(then)}>
            Paste {cells} cells
          </Button>
        </>
      }
    >
      <p>
        The clipboard holds {rows.toLocaleString('en-US')} rows and {columns.toLocaleString('en-US')} columns.
        It takes a while, can be stopped, and one undo takes it back.
      </p>
    </DialogFrame>
  );
}
