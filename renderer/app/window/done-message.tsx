import { Button } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { undoStep } from '../session/edit-roster.ts';
import { type Session, useSession, useSessionState } from '../session/session.ts';
import './done-message.css';

/** Milliseconds that a message stays. */
const STAY = 6000;
/** Above the grid and below the toolbar with its menus, whose place is 20 (`toolbar.css`). */
const BELOW_MENUS = 15;

/** Says what was just done above the status bar, with Undo for as long as it is the last step. */
export function DoneMessage() {
  const session = useSession();
  const done = useSessionState((state) => state.done);
  const isOver = useSessionState(
    ({ done, document }) => (done?.step ?? null) !== null && document?.history.done.at(-1) !== done?.step,
  );
  useEffect(() => {
    notifications.clean();
    // Over for good: the step may come to be the last one again, by undo or redo, and is no news then.
    if (isOver) session.store.setState({ done: null });
    if (done === null || isOver) return;
    notifications.show({
      message: <Message session={session} sentence={done.sentence} undoable={done.step !== null} />,
      autoClose: STAY,
      withBorder: false,
      closeButtonProps: { 'aria-label': 'Hide this message' },
    });
  }, [session, done, isOver]);
  return <Notifications position="bottom-left" zIndex={BELOW_MENUS} limit={1} transitionDuration={100} />;
}

interface MessageProps {
  readonly session: Session;
  readonly sentence: string;
  readonly undoable: boolean;
}

/** Shown outside the session's context, hence handed the session. */
function Message({ session, sentence, undoable }: MessageProps) {
  return (
    <span className="done-message">
      {sentence}
      {undoable && (
        <Button
          onClick={() => {
            undoStep(session);
          }}
        >
          Undo
        </Button>
      )}
    </span>
  );
}
