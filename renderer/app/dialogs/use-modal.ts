import { type RefObject, useLayoutEffect, useRef } from 'react';
import { closeDialog } from '../session/dialogs.ts';
import { useSession } from '../session/session.ts';

/**
 * Shows a `<dialog>` as the browser's own modal for as long as it is there, with the focus on what has
 * `data-autofocus`; the focus goes back to where it was when it closes.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      shown?.close();
    };
  }, []);
  return dialog;
}

/** What closes the dialog that is asked over the grid: alone, or before something else is done. */
export function useClosing() {
  const session = useSession();
  const close = (): void => {
    closeDialog(session);
  };
  const closeAnd = (then: () => unknown) => (): void => {
    close();
    then();
  };
  return { close, closeAnd } as const;
}
