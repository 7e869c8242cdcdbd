import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { DialogFrame } from './dialog-frame.tsx';

interface Answer {
  readonly label: string;
  readonly onChoose: () => void;
}

interface Props {
  readonly title: string;
  readonly size: 'small' | 'medium';
  /** An answer at the start of the row, away from the others. */
  readonly apart?: Answer;
  /** The answer beside the main one: Cancel if it is left out, none if it is null. */
  readonly beside?: Answer | null;
  /** The answer that has the focus when the question appears. */
  readonly main: Answer;
  /** What Escape, the cross and Cancel do. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that interrupts, with up to three answers. */
export function QuestionDialog({ title, size, apart, beside, main, onClose, children }: Props) {
  const other = beside === undefined ? { label: 'Cancel', onChoose: onClose } : beside;
  return (
    <DialogFrame
      title={title}
      size={size}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          {apart && (
            <Button className="at-start" onClick={apart.onChoose}>
              {apart.label}
            </Button>
          )}
          {other && <Button onClick={other.onChoose}>{other.label}</Button>}
          <Button variant="filled" data-autofocus onClick={main.onChoose}>
            {main.label}
          </Button>
        </>
      }
    >
      {children}
    </DialogFrame>
  );
}
