import type { Session } from '../app/session/session.ts';
import type { SessionState } from '../app/session/state.ts';
import { initialUpload, type SeenReport, type UploadState } from './upload-state.ts';

/** What is made with a key, or for want of one; an upload itself has its own. */
const OF_KEY: ReadonlySet<UploadState['kind']> = new Set([
  'unplanned',
  'planned',
  'confirming',
  'handingOver',
]);

/**
 * Leaves what was planned when the key becomes another, and notes which reports were in sight and beside what. Answers a
 * function that stops it.
 */
export function followChanges(session: Session): () => void {
  return session.store.subscribe((now, before) => {
    noteReport(session, now);
    if (now.organizations.keyChanges !== before.organizations.keyChanges) leavePlan(session);
  });
}

/** Whether the report has been in sight, and the open roster is another since, or was edited; not when that is taken back. */
export function isReportOld(session: Session): boolean {
  const state = session.store.getState();
  const before = state.seenReport;
  if (before === null || reportIn(state)?.kept.id !== before.upload) return false;
  const { roster, step } = besideIn(state);
  return roster !== before.roster || step !== before.step;
}

function noteReport({ store }: Session, state: SessionState): void {
  const report = state.uploadShown && state.organizationView === null ? reportIn(state) : null;
  if (report === null) return;
  const before = state.seenReport;
  const upload = report.kept.id;
  const own = report.own?.roster ?? null;
  // Its roster may come only now, to do something about the rows that are left.
  if (before?.upload === upload && before.own === own) return;
  store.setState({ seenReport: { upload, own, ...besideIn(state) } });
}

function reportIn({ upload }: SessionState) {
  return upload.kind === 'reporting' ? upload.run : null;
}

function besideIn({ document }: SessionState): Pick<SeenReport, 'roster' | 'step'> {
  return { roster: document?.roster ?? null, step: document?.history.done.at(-1) ?? null };
}

function leavePlan({ store }: Session): void {
  const { upload } = store.getState();
  // What is being made becomes nothing by itself when it is stopped.
  if (upload.kind === 'planning') upload.stop();
  else if (OF_KEY.has(upload.kind)) store.setState({ upload: initialUpload, marks: null });
}
