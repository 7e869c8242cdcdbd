import { giveUpDraft } from '../../drafts/follow-drafts.ts';
import { whenSafe, whenUploadMayPause } from '../session/dialogs.ts';
import type { Session } from '../session/session.ts';

/** Closes the window, to end Rollcall or to update it, when nothing is lost by it or the user has said what becomes of it. */
export function askToLeave(session: Session, how: 'app.close' | 'appUpdate.restart'): void {
  whenUploadMayPause(session, () => {
    whenSafe(session, () => void leave(session, how));
  });
}

async function leave(session: Session, how: 'app.close' | 'appUpdate.restart'): Promise<void> {
  await giveUpDraft(session);
  await session.host.call(how, {});
}
