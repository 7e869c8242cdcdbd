import { useSessionState } from '../session/session.ts';
import { openCount, rowCount } from '../../upload/run/run-words.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { useClosing } from './use-modal.ts';

/** Asks, before the window closes, whether the upload may be paused. */
export function UploadingDialog({ then }: { readonly then: () => void }) {
  const counts = useSessionState(({ upload }) => ('run' in upload ? upload.run.progress.counts : null));
  const { close, closeAnd } = useClosing();
  return (
    <QuestionDialog
      title="Close while the upload runs?"
      size="small"
      apart={{ label: 'Pause and close', onChoose: closeAnd(then) }}
      beside={null}
      main={{ label: 'Let it go on', onChoose: close }}
      onClose={close}
    >
      {counts !== null && (
        <p>
          {(rowCount(counts) - openCount(counts)).toLocaleString('en-US')} of{' '}
          {rowCount(counts).toLocaleString('en-US')} rows are done.
        </p>
      )}
      <p>
        What is under way is finished, then the upload is paused. The next start offers to resume it; nobody
        is created twice.
      </p>
    </QuestionDialog>
  );
}
