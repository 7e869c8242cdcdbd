import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { takingFingerprint } from '../../../shared/upload/plan/plan-fingerprint.ts';
import { runPaced } from '../../app/session/pace.ts';
import type { Session } from '../../app/session/session.ts';
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
