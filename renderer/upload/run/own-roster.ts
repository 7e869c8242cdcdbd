import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { takingFingerprint } from '../../../shared/upload/plan/plan-fingerprint.ts';
import { runPaced } from '../../app/session/pace.ts';
import type { Session } from '../../app/session/session.ts';
import { followRun } from './follow-run.ts';
import type { RunRoster } from '../upload-state.ts';

/** The fingerprint of a roster does not depend on the team. */
const NOBODY: CurrentTeam = { takenAt: '', people: [], untold: [] };

/** The open roster, if it is the one of an upload: the same people in the same order. */
export async function findOwnRoster(session: Session, fingerprint: string): Promise<RunRoster | null> {
  const open = await readOpenRoster(session);
  return open?.fingerprint === fingerprint ? open.own : null;
}

/** The open roster and its fingerprint; null where there is none, or it is edited meanwhile. */
export async function readOpenRoster({
  store,
}: Session): Promise<{ readonly own: RunRoster; readonly fingerprint: string } | null> {
  const { document } = store.getState();
  if (document?.held !== null) return null;
  const { roster, version } = document;
  const edited = new AbortController();
  const unsubscribe = store.subscribe(({ document: now }) => {
    if (now?.roster !== roster || now.version !== version || now.held !== null) edited.abort();
  });
  try {
    const taken = await runPaced(takingFingerprint(roster, NOBODY), edited.signal);
    if (taken === null) return null;
    return { own: { roster, ids: roster.rows.map(({ id }) => id) }, fingerprint: taken.value.roster };
  } finally {
    unsubscribe();
  }
}

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
