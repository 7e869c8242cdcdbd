import { QuestionDialog } from '../app/dialogs/question-dialog.tsx';
import { useClosing } from '../app/dialogs/use-modal.ts';
import { openFromDisk } from '../app/session/open-roster.ts';
import { useSession } from '../app/session/session.ts';
import type { Dialog } from '../app/session/dialog-kinds.ts';
import { sayWhen } from '../ui/say-when.ts';
import { describeChanges } from './describe-changes.ts';
import { openDraft } from './open-draft.ts';

/** Asks, when a file is opened whose changes were left unsaved, whether to go on with them. */
export function LeftDraftDialog({ draft, file, how }: Extract<Dialog, { kind: 'leftDraft' }>) {
  const session = useSession();
  const { close, closeAnd } = useClosing();
  return (
    <QuestionDialog
      title={`“${file.name}” has changes that were not saved`}
      size="medium"
      apart={{ label: 'Open the file as it is', onChoose: closeAnd(() => openFromDisk(session, file, how)) }}
      main={{ label: 'Open with the changes', onChoose: closeAnd(() => openDraft(session, draft)) }}
      onClose={close}
    >
      <p>
        When Rollcall ended: {describeChanges(draft.changes)}, last changed {sayWhen(draft.writtenAt)}.
      </p>
      {draft.lastUsedOn !== null && (
        <p>
          They were last used on {draft.lastUsedOn}, where they may still be open. Close them there first.
        </p>
      )}
      <p>Open the file as it is, and they stay among the unsaved rosters where Rollcall starts.</p>
    </QuestionDialog>
  );
}
