import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { Failure } from '../../../shared/failures/failures.ts';
import type { Result } from '../../../shared/failures/result.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { cellAt, type Row } from '../../../shared/roster/roster.ts';
import { isBlank } from '../../../shared/rules/cell-rules/clean-text.ts';
import type { OrderPassword } from '../../../shared/upload/orders/upload-order.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import type { Session } from '../../app/session/session.ts';
import { followRun } from './follow-run.ts';
import { findOwnRoster } from './own-roster.ts';
import { isUnderWay } from './run-words.ts';
import { handToHost } from './start-run.ts';
import { beginAnew } from '../show-upload.ts';
import type { FollowedRun, RunRoster } from '../upload-state.ts';

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

/**
 * Goes on with an upload that was left, by its journal. Temporary passwords are in no journal: where some are needed yet,
 * the upload's roster must be open, and it is asked for where it is not. One that was left on another computer is resumed
 * `anyway`, or not at all.
 */
export async function resumeRun(session: Session, id: string, anyway = false): Promise<void> {
  const { store } = session;
  const shown = await session.host.call('upload.show', { upload: id });
  if (!shown.ok) {
    showFailure(session, 'The upload was not resumed', shown.failure);
    return;
  }
  const kept = shown.value;
  const own = await findOwnRoster(session, kept.roster);
  if (kept.needsPasswords && own === null) {
    store.setState({ upload: { kind: 'resuming', kept, failure: null }, uploadShown: true });
    return;
  }
  store.setState({ upload: { kind: 'starting', name: kept.host, fraction: 0 }, uploadShown: true });
  const started = await handPasswords(session, kept, own, anyway);
  if (started.ok) void followRun(session, started.value.upload, own);
  else store.setState({ upload: { kind: 'resuming', kept, failure: started.failure } });
}

async function handPasswords(
  { host }: Session,
  kept: KeptUpload,
  own: RunRoster | null,
  anyway: boolean,
): Promise<Result<{ readonly upload: string }, Failure>> {
  const opened = await host.call('upload.reopen', { upload: kept.id, anyway });
  if (!opened.ok) return opened;
  const { handing } = opened.value;
  const rows = own?.roster.rows ?? [];
  const send = (passwords: string) => host.call('upload.passwords', { handing, passwords });
  const handed = await handToHost(
    send,
    rows.length,
    (place) => passwordOf(rows[place]),
    () => null,
  );
  if (handed.ok) return host.call('upload.start', { handing });
  await host.call('upload.cancel', { handing });
  return handed;
}

function passwordOf(row: Row | undefined): OrderPassword | null {
  const password = row ? cellAt(row, AT.temporaryPassword) : '';
  return row === undefined || isBlank(password) ? null : { place: row.index, password };
}

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
