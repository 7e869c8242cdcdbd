import { Button, TextInput } from '@mantine/core';
import { useSession, useSessionState } from '../app/session/session.ts';
import { setFind } from './find-commands.ts';
import { replaceAll, replaceHere } from './replace-found.ts';

/** What to put in place of what is found; the next field after what to find, as everywhere. */
export function ReplaceField() {
  const session = useSession();
  const replacement = useSessionState(({ find }) => find.replacement);
  const isExpression = useSessionState(({ find }) => find.query.isExpression);
  return (
    <TextInput
      className="find-field"
      aria-label="Replace with"
      placeholder={isExpression ? 'Replace with, $1 for the first group' : 'Replace with'}
      data-field="replace"
      value={replacement}
      onChange={({ currentTarget }) => {
        setFind(session, { replacement: currentTarget.value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        void (event.ctrlKey || event.metaKey ? replaceAll(session) : replaceHere(session));
      }}
    />
  );
}

/** Replaces what is found, here or everywhere. */
export function ReplaceButtons() {
  const session = useSession();
  const count = useSessionState(({ find }) => find.found.count);
  // Marked, not disabled: replacing the last one must not take the focus from its button.
  const off = { 'aria-disabled': count === 0, 'data-disabled': count === 0 };
  return (
    <div className="find-line">
      <Button size="compact-sm" {...off} onClick={() => void replaceHere(session)}>
        Replace
      </Button>
      <Button size="compact-sm" {...off} onClick={() => void replaceAll(session)}>
        Replace all
      </Button>
    </div>
  );
}
