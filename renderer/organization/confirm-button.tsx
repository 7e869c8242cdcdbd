import { Button } from '@mantine/core';
import { useState } from 'react';
import { focusIfLost, useFocusBack } from './use-focus-back.ts';

interface Props {
  /** What the button says, and again the one that does it. */
  readonly action: string;
  /** What follows from it, as a sentence. */
  readonly consequence: string;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
}

/** A button for what cannot be undone: it says what follows first, in its place, and then does it. */
export function ConfirmButton({ action, consequence, disabled = false, onConfirm }: Props) {
  const [asking, setAsking] = useState(false);
  const opener = useFocusBack(asking);
  if (!asking)
    return (
      <Button
        ref={opener}
        variant="subtle"
        color="gray"
        disabled={disabled}
        onClick={() => {
          setAsking(true);
        }}
      >
        {action}…
      </Button>
    );
  return (
    <div className="confirm" role="group" aria-label={action}>
      <p>{consequence}</p>
      <Button
        ref={focusIfLost}
        onClick={() => {
          setAsking(false);
        }}
      >
        Leave it
      </Button>
      <Button
        className="confirm-do"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {action}
      </Button>
    </div>
  );
}
