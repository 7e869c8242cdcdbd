import type { Failure } from '../../../shared/failures/failures.ts';
import type { Session } from './session.ts';
import { isUploading } from '../../upload/upload-state.ts';
import { isUnsaved } from './document.ts';
import type { Tried } from './dialog-kinds.ts';

/**
 * Says a failure; what the user asked for did not happen, and the open roster is as it was. Stopping is no failure.
 * `tried` is the file that could not be opened.
 */
export function showFailure(
  session: Session,
  title: string,
  failure: Failure,
  tried: Tried | null = null,
): void {
  if (failure.code === 'cancelled') return;
  session.store.setState({ dialog: { kind: 'failure', title, failure, tried } });
}

/** Closes whatever is asked over the grid. */
export function closeDialog(session: Session): void {
  session.store.setState({ dialog: null });
}

/** Goes on at once if nothing would be lost, else asks first whether to save. */
export function whenSafe(session: Session, then: () => void): void {
  if (isUnsaved(session.store.getState().document))
    session.store.setState({ dialog: { kind: 'unsaved', then } });
  else then();
}

/** Goes on at once if nothing is being uploaded, else asks first whether it may be paused. */
export function whenUploadMayPause(session: Session, then: () => void): void {
  if (isUploading(session.store.getState().upload))
    session.store.setState({ dialog: { kind: 'uploading', then } });
  else then();
}
