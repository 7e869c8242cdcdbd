import { type RefObject, useLayoutEffect, useRef } from 'react';

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
