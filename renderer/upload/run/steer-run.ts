import type { Failure } from '../../../shared/failures/failures.ts';
import type { Result } from '../../../shared/failures/result.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import type { Session } from '../../app/session/session.ts';
import { beginAnew } from '../show-upload.ts';
import type { FollowedRun } from '../upload-state.ts';
import { resumeRun } from '../resume/resume-run.ts';
import { followRun } from './follow-run.ts';

/** Lets what is under way end, and sends nothing more until somebody goes on. */
export async function pauseRun(session: Session, upload: string): Promise<void> {
  say(session, 'The upload was not paused', await session.host.call('upload.pause', { upload }));
}

/** Goes on after a pause. */
export async function continueRun(
  session: Session,
  { kept, own }: Pick<FollowedRun, 'kept' | 'own'>,
): Promise<void> {
  const upload = kept.id;
  const continued = await session.host.call('upload.continue', { upload });
  // One that was left by another start is taken up from its journal.
  if (!continued.ok && continued.failure.code === 'run.gone') return resumeRun(session, upload);
  say(session, 'The upload was not resumed', continued);
  if (continued.ok) void followRun(session, upload, own);
}

/** Ends it after what is under way; what was done stays done. */
export async function stopRun(session: Session, upload: string): Promise<void> {
  const { upload: state } = session.store.getState();
  const own = 'run' in state ? state.run.own : null;
  const stopped = await session.host.call('upload.stop', { upload });
  // Nothing runs that could be stopped; it stays kept, as any that was left.
  if (!stopped.ok && stopped.failure.code === 'run.gone') {
    beginAnew(session);
    return;
  }
  say(session, 'The upload was not stopped', stopped);
  // A paused one is not asked about, and must be to hear that it has ended.
  if (stopped.ok) void followRun(session, upload, own);
}

function say(session: Session, title: string, answer: Result<unknown, Failure>): void {
  if (!answer.ok) showFailure(session, title, answer.failure);
}
