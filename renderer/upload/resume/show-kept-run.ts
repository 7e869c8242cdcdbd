import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { Session } from '../../app/session/session.ts';
import { followRun } from '../run/follow-run.ts';
import { continueRun } from '../run/steer-run.ts';
import { findOwnRoster } from './find-own-roster.ts';
import { isUnderWay } from './kept-words.ts';

/** Shows an upload of the host as it is, at the side of whatever is open. */
export async function showKeptRun(session: Session, { id, roster }: KeptUpload): Promise<void> {
  showPanel(session);
  await followRun(session, id, await findOwnRoster(session, roster));
}

/** Goes on with an upload that was left, by this app or by an earlier start of it, and shows it. */
export async function resumeKept(session: Session, kept: KeptUpload): Promise<void> {
  showPanel(session);
  await continueRun(session, { kept, own: await findOwnRoster(session, kept.roster) });
}

/** Shows the upload that runs in the host, where there is one: a page that is loaded anew finds it again. */
export async function findRunning(session: Session): Promise<void> {
  const listed = await session.host.call('upload.list', {});
  const running = listed.ok ? listed.value.uploads.find(isUnderWay) : undefined;
  if (running !== undefined) await showKeptRun(session, running);
}

function showPanel({ store }: Session): void {
  store.setState({ uploadShown: true, organizationView: null });
}
