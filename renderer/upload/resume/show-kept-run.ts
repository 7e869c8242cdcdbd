import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { Session } from '../../app/session/session.ts';
import { followRun } from '../run/follow-run.ts';
import { findOwnRoster } from './find-own-roster.ts';

/** Shows an upload of the host as it is, at the side of whatever is open. */
export async function showKeptRun(session: Session, { id, roster }: KeptUpload): Promise<void> {
  session.store.setState({ uploadShown: true });
  await followRun(session, id, await findOwnRoster(session, roster));
}

/** Shows the upload that runs in the host, where there is one: a page that is loaded anew finds it again. */
export async function findRunning(session: Session): Promise<void> {
  const listed = await session.host.call('upload.list', {});
  const running = listed.ok ? listed.value.uploads.find(isUnderWay) : undefined;
  if (running !== undefined) await showKeptRun(session, running);
}

function isUnderWay({ state: { kind } }: KeptUpload): boolean {
  return kind !== 'paused' && kind !== 'ended';
}
