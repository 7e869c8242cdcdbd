import type { CommandTable, Session } from '../app/session/session.ts';
import { isReportOld } from './follow-changes.ts';
import { rosterCommand } from '../app/commands/command.ts';
import { makePlan } from './plan/make-plan.ts';
import { unfollowRun } from './run/follow-run.ts';
import { initialUpload } from './upload-state.ts';
import { targetOf } from './upload-target.ts';

/**
 * Shows the upload at the side of the grid, where it was left. It begins with a plan, which only reads, the first time,
 * where there was none to be had, and where the report is of a roster that was changed since it was in sight.
 */
export function showUpload(session: Session): void {
  if (isReportOld(session)) beginAnew(session);
  session.store.setState({ uploadShown: true, organizationView: null });
  const { upload } = session.store.getState();
  const isUnplanned = upload.kind === 'idle' || upload.kind === 'unplanned';
  if (isUnplanned && targetOf(session.store.getState()) !== null) void makePlan(session);
}

/** Gives the side of the grid back; what runs goes on. */
export function hideUpload({ store }: Session): void {
  store.setState({ uploadShown: false });
}

/** Shows what is left to do by hand for those who have no key. */
export function handOver({ store }: Session): void {
  store.setState({ upload: { kind: 'handingOver', done: new Set() } });
}

/** Goes back from what is to be confirmed, or from doing it by hand, to the plan. */
export function backToPlan(session: Session): void {
  const { upload } = session.store.getState();
  if (upload.kind === 'confirming')
    session.store.setState({ upload: { kind: 'planned', made: upload.made } });
  else beginAnew(session);
}

/** Leaves an upload that has ended, or waits to be resumed, for another plan. */
export function beginAnew(session: Session): void {
  unfollowRun(session);
  session.store.setState({ upload: initialUpload, marks: null });
}

/** Handing the roster over to Agent Connect. */
export const UPLOAD_COMMANDS = {
  'file.upload': rosterCommand({
    menu: 'File',
    group: 'Save and hand over',
    title: 'Upload…',
    keys: ['Mod+Shift+U'],
    toolbar: { side: 'right', order: 1, look: 'plain', pressed: ({ uploadShown }) => uploadShown },
    run: showUpload,
  }),
} satisfies CommandTable;
