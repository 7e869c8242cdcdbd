import type { Session } from '../../app/session/session.ts';
import { followRun } from '../run/follow-run.ts';
import { findOwnRoster } from './find-own-roster.ts';

/**
 * Marks the rows of an upload that is shown as soon as its roster is opened, which may be long after it was started: by
 * a page that was loaded anew, or by another start of the app. Answers a function that stops it.
 */
export function followRoster(session: Session): () => void {
  return session.store.subscribe(({ document }, before) => {
    const isOpened = document?.held === null && document.roster !== before.document?.roster;
    if (isOpened) void attach(session);
  });
}

async function attach(session: Session): Promise<void> {
  const { upload } = session.store.getState();
  if (!('run' in upload)) return;
  const { id, roster } = upload.run.kept;
  const own = await findOwnRoster(session, roster);
  const { upload: now } = session.store.getState();
  if (own !== null && 'run' in now && now.run.kept.id === id) await followRun(session, id, own);
}
