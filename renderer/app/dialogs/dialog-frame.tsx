import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useModal } from './use-modal.ts';
import './dialog-frame.css';

interface Props {
  readonly title: string;
  /** `small` for a question, `medium` for a list, `large` for a form with a preview, `wide` for two side by side. */
  readonly size: 'small' | 'medium' | 'large' | 'wide';
  /** Escape, the cross, and whatever else means "leave it as it is". */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, the main one last. */
  readonly actions: ReactNode;
  /** A long text with nothing in it to stop at, which the keyboard scrolls. */
  readonly isText?: boolean;
  /** Whether nothing of what is beneath it is to be seen yet. */
  readonly covers?: boolean;
  /** `alertdialog` for what interrupts. */
  readonly role?: 'dialog' | 'alertdialog';
}

/**
 * A dialog over the window. It is the browser's own modal `<dialog>`: everything beneath it is inert, several stack,
 * and the focus goes back to where it was when it closes.
 */
export function DialogFrame({
  title,
  size,
  onClose,
  children,
  actions,
  isText = false,
  covers = false,
  role = 'dialog',
}: Props) {
  const dialog = useModal();
  const titleId = useId();
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}${covers ? ' dialog-covers' : ''}`}
      role={role}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <ActionIcon aria-label="Close" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div
        className="dialog-body"
        {...(isText && { tabIndex: 0, role: 'region', 'aria-labelledby': titleId })}
      >
        {children}
      </div>
      <footer className="dialog-actions">{actions}</footer>
    </dialog>
  );
}
