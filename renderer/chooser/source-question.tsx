import { Button } from '@mantine/core';
import { failed, failureSentence } from '../../shared/failures.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { useSituation } from '../session/situation.ts';
import type { SourceQuestion as Question } from '../session/state.ts';

/** Says that an export would lose rows of the file that was chosen, which is the roster's own, and offers another choice. */
export function SourceQuestion({ question: { chosen, what, done } }: { readonly question: Question }) {
  const here = useSituation();
  return (
    <DialogFrame
      title={`“${chosen.name}” was not replaced`}
      size="medium"
      role="alertdialog"
      onClose={() => {
        done(null);
      }}
      actions={
        <>
          <Button
            onClick={() => {
              done(null);
            }}
          >
            Cancel
          </Button>
          <Button
            variant="filled"
            data-autofocus
            onClick={() => {
              done('again');
            }}
          >
            Choose another file…
          </Button>
        </>
      }
    >
      <p>{failureSentence(failed('write.overSource', { name: chosen.name, what }), here)}</p>
    </DialogFrame>
  );
}
